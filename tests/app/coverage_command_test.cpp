// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"
#include "core/services/house/accounts.h"
#include "core/services/records/records.h"
#include "tests/support/command_bench.h"
#include "tests/support/trust.h"

namespace keywork::test::coverage_command_test {

namespace {

/// Ben collects 35 mg from Monday to Saturday until Wednesday the 16th; the next prescription begins on Monday the 21st.
struct Covered : CommandBench {
    TestHostel hostel;
    QString number;

    Covered()
    {
        Records &records = hostel.services().records;
        const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
        number = ben.value.number;
        Prescription script{.personId = ben.id, .medicine = {u"methadone"_s}, .form = MedicineForm::Liquid};
        script.dose = script.amount = Decimal::fromWhole(35);
        script.strength = Decimal::fromWhole(1);
        script.fromOn = QDate(2026, 9, 3);
        script.untilOn = QDate(2026, 9, 16);
        script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat"_s;
        const auto first = need(records.add(script));
        script.followsId = first.id;
        script.fromOn = QDate(2026, 9, 21);
        script.untilOn = QDate(2026, 10, 4);
        need(records.add(script));
        const auto member = need(records.add(Staff{.name = u"Kim Keyworker"_s, .role = Role::Keyworker}));
        need(hostel.services().accounts.give(member, u"correct-horse-staple"_s));
    }
    int ask(QStringList more)
    {
        hostel.hostel.reset();
        hostel.file.reset();
        write(u"theirs"_s, "correct-horse-staple\n");
        return run(QStringList{u"coverage"_s, hostel.path} + more
            + QStringList{u"--user"_s, u"Kim Keyworker"_s, u"--password-file"_s, inFolder(u"theirs"_s)});
    }
};

} // namespace

TEST_CASE("Coverage is told day by day with the prescription that covers it, and as CSV with codes")
{
    Covered house;
    REQUIRE(house.ask({u"--person"_s, house.number, u"--from"_s, u"2026-09-16"_s, u"--until"_s, u"2026-09-21"_s, u"--csv"_s}) == Finished);
    INFO(house.out.toStdString());
    QStringList states;
    for (const QString &line : house.out.split(u'\n', Qt::SkipEmptyParts).mid(1))
        states.append(line.section(u',', 0, 0) + u' ' + line.section(u',', 2, 2));
    CHECK(states.takeLast().startsWith(u"Total"_s)); // as every list ends
    const QStringList expected{u"2026-09-16 covered"_s, u"2026-09-17 gap"_s, u"2026-09-18 gap"_s, u"2026-09-19 gap"_s, u"2026-09-20 gap"_s,
        u"2026-09-21 covered"_s};
    CHECK(states == expected);
    CHECK(house.out.count(u"35 mg (35 ml of 1 mg/ml)"_s) == 2);
    REQUIRE(house.ask({u"--person"_s, house.number, u"--from"_s, u"2026-09-13"_s, u"--until"_s, u"2026-09-13"_s}) == Finished);
    CHECK(house.out.contains(u"covered"_s)); // Sunday is Saturday's
    CHECK(house.out.contains(u"Methadone"_s));
}

TEST_CASE("What coverage can't make sense of it says in one line, and gives nothing out")
{
    Covered house;
    const auto refused = [&house](const QString &from, const QString &until) {
        return house.ask({u"--person"_s, house.number, u"--from"_s, from, u"--until"_s, until}) == WrongUsage && house.out.isEmpty();
    };
    CHECK(refused(u"2026-02-31"_s, u"2026-03-01"_s));
    CHECK(refused(u"yesterday"_s, u"2026-03-01"_s));
    CHECK(refused(u"2026-09-21"_s, u"2026-09-16"_s));
    CHECK(refused(u"2026-09-21"_s, u"9999-12-31"_s));
    CHECK(house.ask({u"--person"_s, u"P-9999"_s, u"--from"_s, u"2026-09-16"_s, u"--until"_s, u"2026-09-21"_s}) == Failed);
    CHECK(house.ask({u"--person"_s, house.number, u"--from"_s, u"2026-09-16"_s}) == WrongUsage);
}

} // namespace keywork::test::coverage_command_test
