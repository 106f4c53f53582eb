// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/stay.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/scripts.h"

namespace keywork::test::dose_rules_test {

TEST_CASE("Three dose days without a dose are an emergency with whom to ring, and it can't be put off")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto house = need(records.all<House>()).first();
    house.value.drugServiceLine = u"020 7946 0199"_s;
    need(records.amend(house));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 1), QDate(2026, 9, 30), u"1_mon"_s)));
    need(records.add(aCollection(script, QDate(2026, 9, 7), CollectionOutcome::Collected)));
    need(records.add(aCollection(script, kToday, CollectionOutcome::NotCollected)));
    checkEdges(hostel, u"doses_missed"_s, kToday, {{0, false}, {1, false}, {2, true}, {6, true}});
    const WatchItem line = lineOf(hostel, u"doses_missed"_s, kToday.addDays(2));
    CHECK(line.rule->pressing == Pressing::Emergency);
    CHECK(line.places.value(u"days"_s) == u"3"_s);
    CHECK(line.places.value(u"ring"_s) == u" (Dr Hale, 020 7946 0100 · 020 7946 0199)"_s);
    house = need(records.all<House>()).first();
    house.value.drugServiceLine = u"020 7946 0100"_s; // the prescriber's own number
    need(records.amend(house));
    CHECK(lineOf(hostel, u"doses_missed"_s, kToday.addDays(2)).places.value(u"ring"_s) == u" (Dr Hale, 020 7946 0100)"_s);
    CHECK(QString::fromUtf8(line.rule->sentence).contains(u"the prescriber must reassess. Don't encourage collecting the usual dose."_s));
    CHECK(dueOn(hostel, kToday.addDays(2)).first() == u"doses_missed"_s);
    CHECK_FALSE(bool(snoozeUntil(hostel, line, kToday.addDays(5))));
    need(hostel.services().treatment.say(script.id, kToday, CollectionOutcome::Collected));
    checkEdges(hostel, u"doses_missed"_s, kToday, {{2, false}});
}

TEST_CASE("Days in between that nobody knows about are said, and days that nobody knows about ring, too")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 1), QDate(2026, 9, 30), kEveryDay)));
    need(records.add(aCollection(script, QDate(2026, 9, 8), CollectionOutcome::Collected)));
    checkEdges(hostel, u"doses_not_known"_s, QDate(2026, 9, 9), {{2, false}, {3, true}});
    CHECK(lineOf(hostel, u"doses_not_known"_s).day == QDate(2026, 9, 9));
    for (const int day : {9, 10, 12})
        need(records.add(aCollection(script, QDate(2026, 9, day), CollectionOutcome::NotCollected)));
    const WatchItem line = lineOf(hostel, u"doses_missed_perhaps"_s, QDate(2026, 9, 13));
    CHECK(line.places.value(u"days"_s) == u"3"_s);
    CHECK(line.places.value(u"perhaps"_s) == u"4"_s);
    checkEdges(hostel, u"doses_missed"_s, QDate(2026, 9, 13), {{0, false}});
}

TEST_CASE("An injection is spoken of three days before it is due, until the next one is given")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Prescription paper{.personId = ben.id, .medicine = {u"buprenorphine_injection"_s}, .form = MedicineForm::Injection};
    paper.dose = Decimal::fromWhole(64);
    paper.fromOn = QDate(2026, 8, 17);
    const auto script = need(records.add(paper));
    CHECK(dueOn(hostel, QDate(2026, 8, 17)).contains(u"treatment_gap"_s)); // none was given: nobody may take it for covered
    need(records.add(Injection{ben.id, script.id, QDate(2026, 8, 17), InjectionEvery::FourWeeks, {}, 2, u"Nurse"_s}));
    checkEdges(hostel, u"injection_due"_s, kToday, {{-4, false}, {-3, true}, {0, true}, {1, true}, {2, false}});
    checkEdges(hostel, u"injection_overdue"_s, kToday, {{0, false}, {1, false}, {2, true}, {200, true}}); // two days to be given in
    const WatchItem line = lineOf(hostel, u"injection_overdue"_s, kToday.addDays(2));
    CHECK(line.day == kToday);
    CHECK(line.rule->pressing == Pressing::Now);
    checkEdges(hostel, u"treatment_gap"_s, kToday, {{0, false}, {3, false}}); // its own line says so
    need(records.add(Injection{ben.id, script.id, kToday, InjectionEvery::FourWeeks, {}, 2, u"Nurse"_s}));
    checkEdges(hostel, u"injection_due"_s, kToday, {{0, false}, {24, false}, {25, true}});
    checkEdges(hostel, u"injection_overdue"_s, kToday, {{2, false}});
}

TEST_CASE("A gap is spoken of two working days before, or as many as the house says, and not once it is confirmed")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 3), QDate(2026, 9, 16))));
    checkEdges(hostel, u"treatment_gap"_s, QDate(2026, 9, 17), {{-3, false}, {-2, true}, {0, true}});
    CHECK(lineOf(hostel, u"treatment_gap"_s, QDate(2026, 9, 15)).day == QDate(2026, 9, 17));
    CHECK(lineOf(hostel, u"treatment_gap"_s, QDate(2026, 9, 20)).day == QDate(2026, 9, 17)); // since when, not "from today"
    auto house = need(records.all<House>()).first();
    house.value.gapDays = 3;
    house = need(records.amend(house));
    checkEdges(hostel, u"treatment_gap"_s, QDate(2026, 9, 17), {{-4, false}, {-3, true}});
    house.value.gapDays = 2;
    need(records.amend(house));
    need(hostel.services().treatment.confirm(script.id, QDate(2026, 9, 30), u"J. Amos"_s));
    checkEdges(hostel, u"treatment_gap"_s, QDate(2026, 9, 17), {{-2, false}, {0, false}});
}

TEST_CASE("In a house of 60 over a year every planted gap is named from its day on, and nothing else")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    struct Planted {
        QString name;
        QDate first; ///< uncovered
        QDate until; ///< the last uncovered day
    };
    QList<Planted> planted;
    const QDate begins(2027, 1, 4); // a Monday
    need(records.together([&]() -> Done {
        for (int i = 0; i < 60; ++i) {
            const auto person = aPerson().called(u"Ben"_s, u"Nr%1"_s.arg(i)).arrived(QDate(2026, 8, 3)).in(hostel);
            const bool hasGap = i % 3 == 0;
            const QDate first = begins.addDays(7 * (2 + i % 45)); // a Monday, or Sunday's end
            const auto before = need(records.add(aScript(person.id, begins, first.addDays(-1), kEveryDay)));
            Prescription after = aScript(person.id, hasGap ? first.addDays(2) : first, QDate(2028, 6, 30), kEveryDay);
            after.followsId = before.id;
            need(records.add(after));
            if (hasGap)
                planted.append({u"Ben Nr%1"_s.arg(i), first, first.addDays(1)});
        }
        return {};
    }));
    const BankHolidays &holidays = BankHolidays::of(Nation::EnglandAndWales);
    // Bank holidays are unknown at a place nobody asked: these days are lines of their own, so they are left out here.
    const auto isNearHoliday = [&holidays](QDate day) {
        for (int i = -8; i <= 12; ++i)
            if (holidays.isOne(day.addDays(i)))
                return true;
        return false;
    };
    int checked = 0;
    for (QDate day = begins; day < begins.addDays(340); day = day.addDays(4)) {
        if (isNearHoliday(day))
            continue;
        QStringList said;
        for (const WatchItem &item : need(hostel.services().attention.today(day)))
            if (item.code() == u"treatment_gap")
                said.append(item.name);
        QStringList expected;
        for (const Planted &gap : planted) {
            // Two working days before a Monday: the Thursday; no bank holiday is near.
            if (!isNearHoliday(gap.first) && day >= gap.first.addDays(-4) && day <= gap.until)
                expected.append(gap.name);
            else if (isNearHoliday(gap.first))
                said.removeAll(gap.name);
        }
        said.sort();
        expected.sort();
        INFO(day.toString(Qt::ISODate).toStdString());
        CHECK(said == expected);
        checked += int(expected.size());
    }
    CHECK(checked > 10);
}

TEST_CASE("A pharmacy without hours on file is named once, until they are written down and as long as somebody collects there")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto pharmacy = anAgency(hostel);
    for (const QString &name : {u"Ben"_s, u"Lena"_s}) {
        const auto one = aPerson().called(name, u"Fox"_s).arrived(QDate(2026, 8, 3)).in(hostel);
        Prescription paper = aScript(one.id, QDate(2026, 9, 7), QDate(2026, 9, 20));
        paper.dispensedAtId = pharmacy.id;
        need(records.add(paper));
    }
    const WatchItem line = lineOf(hostel, u"pharmacy_hours_unknown"_s);
    CHECK(line.subject == WatchSubject{u"agency"_s, pharmacy.id.value, {}});
    CHECK(line.name == pharmacy.value.name);
    checkEdges(hostel, u"pharmacy_hours_unknown"_s, QDate(2026, 9, 20), {{0, true}, {1, false}});
    DispensingHours hours{.agencyId = pharmacy.id, .fromOn = kToday.addDays(1)};
    hours.mondayFrom = QTime(9, 0);
    hours.mondayUntil = QTime(18, 0);
    need(records.add(hours));
    checkEdges(hostel, u"pharmacy_hours_unknown"_s, kToday, {{0, true}, {1, false}});
}

} // namespace keywork::test::dose_rules_test
