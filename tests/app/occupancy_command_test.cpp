// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/occupancy.h"
#include "core/services/records/records.h"
#include "tests/support/command_bench.h"
#include "tests/support/services.h"

namespace keywork::test::occupancy_command_test {

TEST_CASE("Occupancy by command counts each night of a period, in numbers for a spreadsheet and in words for a person")
{
    CommandBench bench;
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto one = need(records.add(Room{.name = u"1"_s, .openedOn = QDate(2026, 1, 1)}));
    need(records.add(Room{.name = u"2"_s, .openedOn = QDate(2026, 9, 12)}));
    const auto ben = aPerson().arrived(QDate(2026, 9, 11), one.id).in(hostel);
    aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 9, 13)).in(hostel); // nobody said which room
    NightsAway away;
    away.personId = ben.id;
    away.fromOn = QDate(2026, 9, 12);
    away.expectedOn = away.backOn.emplace(QDate(2026, 9, 13));
    need(records.add(away));
    hostel.hostel.reset();
    hostel.file.reset();
    bench.write(u"ours"_s, kPassword.toUtf8() + '\n');
    const auto ask = [&](const QString &from, const QString &until, const QStringList &more = {}) {
        return bench.run(QStringList{u"occupancy"_s, hostel.path, u"--from"_s, from, u"--until"_s, until} + more
            + QStringList{u"--user"_s, kManager, u"--password-file"_s, bench.inFolder(u"ours"_s)});
    };
    REQUIRE(ask(u"2026-09-10"_s, u"2026-09-13"_s, {u"--csv"_s}) == Finished);
    INFO(bench.out.toStdString());
    CHECK(bench.out.contains(u"Night,Beds,Occupied,Void,Away,Without a room"_s));
    CHECK(bench.out.contains(u"2026-09-10,1,0,1,0,0"_s));
    CHECK(bench.out.contains(u"2026-09-11,1,1,0,0,0"_s));
    CHECK(bench.out.contains(u"2026-09-12,2,1,1,1,0"_s));
    CHECK(bench.out.contains(u"2026-09-13,2,1,1,0,1"_s));
    REQUIRE(ask(u"2026-09-11"_s, u"2026-09-12"_s) == Finished);
    CHECK(bench.out.contains(u"Nights in all  3 beds  2 occupied  1 void  1 away"_s));
    CHECK_FALSE(bench.out.contains(u"Barker"_s));
    CHECK(ask(u"2026-09-13"_s, u"2026-09-10"_s) == WrongUsage);
    CHECK(ask(u"13 Sep"_s, u"2026-09-10"_s) == WrongUsage);
    CHECK(ask(u"2020-01-01"_s, u"2026-09-10"_s) == WrongUsage);
}

} // namespace keywork::test::occupancy_command_test
