// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/house/accounts.h"
#include "tests/support/command_bench.h"
#include "tests/support/kits.h"
#include "tests/support/trust.h"

namespace keywork::test::recall_command_test {

TEST_CASE("A recall by command finds the kits of the house and those at residents', and counts whom it may not name")
{
    CommandBench bench;
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    aKit(hostel, place.id, u"1"_s, u"2028-01"_s, u"LOT B-77"_s);
    aKit(hostel, place.id, u"2"_s, u"2028-01"_s, u"A12"_s);
    aKit(hostel, place.id, u"3"_s, u"2028-01"_s, QString());
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto cass = aPerson().called(u"Cass"_s, u"Doyle"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    for (const Id<Person> who : {ben.id, cass.id}) {
        TakeHomeNaloxone own;
        own.personId = who;
        own.from = TakeHomeFrom::TheirOwn;
        own.onDay = QDate(2026, 9, 1);
        own.batch = u"b77"_s;
        need(records.add(own));
    }
    need(records.add(Restriction{cass.id, u"a colleague's sister"_s, QDate(2026, 9, 1), {}}));
    const auto member = need(records.add(Staff{.name = u"Kim Keyworker"_s, .role = Role::Keyworker}));
    need(hostel.services().accounts.give(member, u"correct-horse-staple"_s));
    hostel.hostel.reset();
    hostel.file.reset();
    bench.write(u"theirs"_s, "correct-horse-staple\n");
    const auto ask = [&](const QStringList &more) {
        return bench.run(QStringList{u"recall"_s, hostel.path} + more
            + QStringList{u"--user"_s, u"Kim Keyworker"_s, u"--password-file"_s, bench.inFolder(u"theirs"_s)});
    };
    REQUIRE(ask({u"b 77"_s, u"--csv"_s}) == Finished);
    INFO(bench.out.toStdString());
    CHECK(bench.out.contains(u"Kit 1,Reception,LOT B-77,2028-01,yes"_s));
    CHECK(bench.out.contains(u"Kit 3,Reception,,2028-01,batch not readable"_s));
    CHECK_FALSE(bench.out.contains(u"Kit 2"_s));
    CHECK(bench.out.contains(u"Ben Barker"_s));
    CHECK_FALSE(bench.out.contains(u"Cass"_s));
    CHECK(bench.out.contains(u"Closed to you: 1"_s));
    CHECK(ask({u".."_s}) == WrongUsage);
    CHECK(bench.err.contains(u"letters and digits"_s));
}

} // namespace keywork::test::recall_command_test
