// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/belonging.h"
#include "core/domain/house.h"
#include "core/domain/room_upkeep.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::room_rules_test {

namespace {

/// Ben left on 10 September; room 1 was his.
struct AfterBen {
    TestHostel hostel;
    Kept<Room> one = need(records().add(Room{.name = u"1"_s, .openedOn = QDate(2026, 1, 1)}));
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3), one.id).in(hostel);

    AfterBen()
    {
        finishArrival(hostel, ben.id);
        auto stay = need(records().of<Stay>("person_id", ben.id)).first();
        stay.value.leftOn = QDate(2026, 9, 10);
        stay.value.destination = {u"friends"_s};
        need(records().amend(stay));
    }
    Records &records() { return hostel.services().records; }
};

} // namespace

TEST_CASE("A room that stands empty longer than the house's days is on Today, and not once somebody has it or it is given up")
{
    AfterBen house;
    checkEdges(house.hostel, u"room_empty_long"_s, QDate(2026, 9, 24), {{0, false}, {1, true}}); // 14 nights, and one more
    const WatchItem line = lineOf(house.hostel, u"room_empty_long"_s, QDate(2026, 9, 25));
    CHECK(line.room == u"1"_s);
    CHECK(line.day == QDate(2026, 9, 10));
    CHECK(line.places.value(u"nights"_s) == u"15"_s);
    auto rules = need(house.records().all<House>()).first();
    rules.value.voidDays = 3;
    need(house.records().amend(rules));
    checkEdges(house.hostel, u"room_empty_long"_s, QDate(2026, 9, 13), {{0, false}, {1, true}});
    auto room = house.one;
    room.value.givenUpOn = QDate(2026, 9, 12);
    room = need(house.records().amend(room));
    CHECK_FALSE(dueOn(house.hostel, QDate(2026, 9, 20)).contains(u"room_empty_long"_s));
    room.value.givenUpOn.reset();
    need(house.records().amend(room));
    aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 9, 12), house.one.id).in(house.hostel);
    CHECK_FALSE(dueOn(house.hostel, QDate(2026, 9, 20)).contains(u"room_empty_long"_s));
}

TEST_CASE("A repair past its day, a key of whoever left and belongings past theirs are on Today until they are settled")
{
    AfterBen house;
    auto repair = need(house.records().add(
        RoomRepair{.roomId = house.one.id, .what = u"The tap drips"_s, .reportedOn = QDate(2026, 9, 1), .dueOn = QDate(2026, 9, 8)}));
    checkEdges(house.hostel, u"repair_overdue"_s, QDate(2026, 9, 8), {{0, false}, {1, true}});
    CHECK(lineOf(house.hostel, u"repair_overdue"_s).places.value(u"what"_s) == u"The tap drips"_s);
    repair.value.doneOn = QDate(2026, 9, 9);
    need(house.records().amend(repair));
    CHECK_FALSE(dueOn(house.hostel, kToday).contains(u"repair_overdue"_s));

    auto key = need(
        house.records().add(RoomKey{.number = u"F-1"_s, .roomId = house.one.id, .personId = house.ben.id, .givenOn = QDate(2026, 8, 3)}));
    checkEdges(house.hostel, u"key_not_back"_s, QDate(2026, 9, 10), {{-1, false}, {0, true}});
    CHECK(lineOf(house.hostel, u"key_not_back"_s).name == u"Ben Barker"_s);
    key.value.returnedOn = QDate(2026, 9, 11);
    need(house.records().amend(key));
    CHECK_FALSE(dueOn(house.hostel, kToday).contains(u"key_not_back"_s));

    Belonging bag{house.ben.id, u"A red rucksack"_s, u"Store 2"_s, QDate(2026, 9, 10), {}};
    auto kept = need(house.records().add(bag));
    CHECK_FALSE(dueOn(house.hostel, QDate(2026, 12, 1)).contains(u"belonging_past_day"_s)); // nobody said until when
    kept.value.keepUntil = QDate(2026, 10, 8);
    kept = need(house.records().amend(kept));
    checkEdges(house.hostel, u"belonging_past_day"_s, QDate(2026, 10, 8), {{0, false}, {1, true}});
    kept.value.returnedOn = QDate(2026, 9, 12);
    need(house.records().amend(kept));
    CHECK_FALSE(dueOn(house.hostel, QDate(2026, 11, 1)).contains(u"belonging_past_day"_s));
}

TEST_CASE("Somebody who came back has their key rightly")
{
    AfterBen house;
    need(house.records().add(RoomKey{.number = u"F-1"_s, .roomId = house.one.id, .personId = house.ben.id, .givenOn = QDate(2026, 8, 3)}));
    Stay again;
    again.personId = house.ben.id;
    again.referredOn = QDate(2026, 9, 11);
    again.arrivedOn = QDate(2026, 9, 12);
    again.roomId = house.one.id;
    need(house.records().add(again));
    checkEdges(house.hostel, u"key_not_back"_s, QDate(2026, 9, 12), {{-1, true}, {0, false}});
}

} // namespace keywork::test::room_rules_test
