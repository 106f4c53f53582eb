// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/occupancy.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <algorithm>
#include <random>

namespace keywork::test::stays_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 9, 14);

QDate september(int day) { return {2026, 9, day}; }

Stay stayOf(Id<Person> person, QDate arrived, std::optional<QDate> left = {}, Id<Room> room = {})
{
    Stay stay;
    stay.personId = person;
    stay.referredOn = QDate(2026, 7, 1);
    stay.arrivedOn = arrived;
    stay.leftOn = left;
    stay.roomId = room;
    if (left)
        stay.destination = {u"friends"_s};
    return stay;
}

Violations refusedBecause(const Result<Kept<Stay>> &saved)
{
    REQUIRE_FALSE(bool(saved));
    REQUIRE(saved.error().kind == ErrorKind::Invalid);
    return saved.error().violations;
}

struct TwoRooms {
    TestHostel hostel;
    Kept<Room> one = need(records().add(Room{u"1"_s, {}, {}, false, false, {}}));
    Kept<Room> two = need(records().add(Room{u"2"_s, {}, {}, false, false, {}}));
    Kept<Person> ben = aPerson().in(hostel);
    Kept<Person> lena = aPerson().called(u"Lena"_s, u"Fox"_s).in(hostel);

    Records &records() { return hostel.services().records; }
};

/// The oracle: asks night by night, and knows nothing of intervals.
bool isThere(const Stay &stay, QDate night, bool inRoom)
{
    return *stay.arrivedOn <= night && !(stay.leftOn && *stay.leftOn <= night) && !(inRoom && stay.roomSince && night < *stay.roomSince);
}

/// Where somebody slept, the rooms before a move included; 0: nowhere, or nobody knows.
qint64 roomAt(const Stay &stay, const QList<StayRoom> &earlier, QDate night)
{
    if (!isThere(stay, night, false))
        return 0;
    if (!stay.roomSince || *stay.roomSince <= night)
        return stay.roomId.value;
    for (const StayRoom &one : earlier)
        if (one.fromOn <= night && night < one.untilOn)
            return one.roomId.value;
    return 0;
}

QList<StayRoom> inOrder(QList<StayRoom> had)
{
    std::sort(had.begin(), had.end(), [](const StayRoom &a, const StayRoom &b) {
        return std::tuple(a.fromOn, a.untilOn, a.roomId.value) < std::tuple(b.fromOn, b.untilOn, b.roomId.value);
    });
    return had;
}

QList<QDate> nightsOfBoth(const Stay &one, const Stay &other, bool inRoom)
{
    QList<QDate> nights;
    for (QDate night = kToday.addDays(-40); night <= kToday.addDays(1); night = night.addDays(1))
        if (isThere(one, night, inRoom) && isThere(other, night, inRoom))
            nights.append(night);
    return nights;
}

struct Player {
    TwoRooms house;
    std::mt19937 random;
    QList<Id<Person>> people{house.ben.id, house.lena.id};
    QList<Id<Room>> rooms{{}, house.one.id, house.two.id};
    QList<Id<Stay>> stays;
    int kept = 0;
    int refused = 0;

    explicit Player(quint32 seed)
        : random(seed)
    {
    }
    int below(int most) { return int(random() % quint32(most)); }
    Stay anyStay()
    {
        const QDate arrived = kToday.addDays(-below(25));
        const int longest = int(arrived.daysTo(kToday));
        std::optional<QDate> left;
        if (below(4) > 0)
            left = arrived.addDays(below(std::min(longest, 8) + 1));
        Stay stay = stayOf(people.at(below(2)), arrived, left, rooms.at(below(3)));
        if (stay.roomId && below(3) == 0)
            stay.roomSince = arrived.addDays(below(int(arrived.daysTo(left.value_or(kToday))) + 1));
        return stay;
    }
    QList<StayRoom> earlierOf(Id<Stay> stay)
    {
        QList<StayRoom> had;
        for (const Kept<StayRoom> &one : need(house.records().of<StayRoom>("stay_id", stay)))
            had.append(one.value);
        return inOrder(had);
    }
    /// What the stay's earlier rooms are to become.
    QList<StayRoom> earlierThen(const Kept<Stay> &before, const Stay &wanted)
    {
        QList<EarlierRoom> had;
        for (const Kept<StayRoom> &one : need(house.records().of<StayRoom>("stay_id", before.id)))
            had.append({one.id.value, one.value});
        QList<StayRoom> then;
        for (const EarlierRoom &one : earlierRoomsAfter(had, before.id, before.value, wanted))
            if (!one.isGone)
                then.append(one.room);
        return inOrder(then);
    }
    /// Holds what was answered against what stands, night by night.
    void judge(const Stay &wanted, qint64 self, bool isKept, const Violations &violations, const QList<StayRoom> &earlier = {})
    {
        bool twoStays = false;
        bool twoPeople = false;
        QList<QDate> nights;
        for (const Kept<Stay> &other : need(house.records().all<Stay>())) {
            if (other.id.value == self || !other.value.arrivedOn)
                continue;
            if (other.value.personId == wanted.personId) {
                const QList<QDate> both = nightsOfBoth(wanted, other.value, false);
                twoStays = twoStays || !both.isEmpty();
                nights += both;
            }
            const QList<StayRoom> theirs = earlierOf(other.id);
            for (QDate night = kToday.addDays(-40); night <= kToday.addDays(1); night = night.addDays(1))
                if (const qint64 room = roomAt(wanted, earlier, night); room > 0 && room == roomAt(other.value, theirs, night)) {
                    twoPeople = true;
                    nights.append(night);
                }
        }
        const auto says = [&](Rule rule) {
            return std::any_of(violations.cbegin(), violations.cend(), [rule](const Violation &one) { return one.rule == rule; });
        };
        CHECK(isKept == (!twoStays && !twoPeople));
        if (!isKept) {
            CHECK(says(Rule::AlreadyHere) == twoStays);
            CHECK(says(Rule::RoomTaken) == twoPeople);
        }
        for (const Violation &violation : violations)
            CHECK((violation.argument.isEmpty() || nights.contains(QDate::fromString(violation.argument, Qt::ISODate))));
        ++(isKept ? kept : refused);
    }
    void step()
    {
        const int what = stays.isEmpty() ? 0 : below(6);
        if (what < 2) {
            const Stay wanted = anyStay();
            const auto before = need(house.records().all<Stay>()).size();
            const auto saved = house.records().add(wanted);
            judge(wanted, saved ? saved->id.value : 0, bool(saved), saved ? Violations() : saved.error().violations);
            if (saved)
                stays.append(saved->id);
            CHECK(need(house.records().all<Stay>()).size() == before + (saved ? 1 : 0));
            return;
        }
        const auto standing = need(house.records().one(stays.at(below(int(stays.size())))));
        if (standing.withdrawn) { // it comes back, or stays away when the nights were given to others
            const Done back = house.records().reinstate(recordType<Stay>(), standing.id.value);
            judge(standing.value, standing.id.value, bool(back), back ? Violations() : back.error().violations, earlierOf(standing.id));
        } else if (what == 2) {
            need(house.records().withdraw(recordType<Stay>(), standing.id.value, standing.version, u"never came"_s));
        } else {
            auto wanted = standing;
            wanted.value = anyStay();
            const QList<StayRoom> then = earlierThen(standing, wanted.value);
            const auto saved = house.records().amend(wanted);
            judge(wanted.value, standing.id.value, bool(saved), saved ? Violations() : saved.error().violations, then);
            if (saved)
                CHECK(earlierOf(standing.id) == then);
        }
    }
};

} // namespace

TEST_CASE("Two people in one room on a past night are refused, and one person on two stays, also when entered afterwards")
{
    TwoRooms house;
    need(house.records().add(stayOf(house.ben.id, september(1), september(6), house.one.id)));
    const auto taken = house.records().add(stayOf(house.lena.id, september(5), september(8), house.one.id));
    CHECK(refusedBecause(taken) == Violations{{u"room_id"_s, Rule::RoomTaken, u"2026-09-05"_s}});
    const auto twice = house.records().add(stayOf(house.ben.id, september(3), september(4), house.two.id));
    CHECK(refusedBecause(twice) == Violations{{u"arrived_on"_s, Rule::AlreadyHere, u"2026-09-03"_s}});
    const auto before = house.records().add(stayOf(house.ben.id, QDate(2026, 8, 28), september(2)));
    CHECK(refusedBecause(before) == Violations{{u"left_on"_s, Rule::AlreadyHere, u"2026-09-01"_s}});
    need(house.records().add(stayOf(house.lena.id, september(6), {}, house.one.id))); // the bed of whoever left that morning
    need(house.records().add(stayOf(house.ben.id, september(6), september(7), house.two.id)));
}

TEST_CASE("Who arrived and left on one day was here for no night and is in nobody's way")
{
    TwoRooms house;
    need(house.records().add(stayOf(house.ben.id, september(1), {}, house.one.id)));
    need(house.records().add(stayOf(house.lena.id, september(5), september(5), house.one.id)));
    need(house.records().add(stayOf(house.ben.id, september(5), september(5), house.two.id)));
}

TEST_CASE("A stay that is amended or comes back is held against the nights of others")
{
    TwoRooms house;
    auto first = need(house.records().add(stayOf(house.ben.id, september(1), september(4), house.one.id)));
    need(house.records().add(stayOf(house.lena.id, september(4), september(8), house.one.id)));
    first.value.leftOn = september(5);
    CHECK(refusedBecause(house.records().amend(first)) == Violations{{u"room_id"_s, Rule::RoomTaken, u"2026-09-04"_s}});
    first.value.leftOn = september(4);
    need(house.records().withdraw(recordType<Stay>(), first.id.value, first.version, u"wrong person"_s));
    need(house.records().add(stayOf(house.ben.id, september(2), september(3), house.two.id)));
    const Done back = house.records().reinstate(recordType<Stay>(), first.id.value);
    REQUIRE_FALSE(bool(back));
    CHECK(back.error().violations == Violations{{u"left_on"_s, Rule::AlreadyHere, u"2026-09-02"_s}});
}

TEST_CASE("Somebody who moves into a room that others had before says since when")
{
    TwoRooms house;
    auto lena = need(house.records().add(stayOf(house.lena.id, september(1), {}, house.one.id)));
    need(house.records().add(stayOf(house.ben.id, september(1), september(8), house.two.id)));
    lena.value.roomId = house.two.id;
    CHECK(refusedBecause(house.records().amend(lena)) == Violations{{u"room_id"_s, Rule::RoomTaken, u"2026-09-01"_s}});
    lena.value.roomSince = september(9);
    lena = need(house.records().amend(lena));
    lena.value.roomSince = QDate(2026, 8, 31);
    CHECK(refusedBecause(house.records().amend(lena)).first() == Violation{u"room_since"_s, Rule::OutsideTheStay, {}});
    lena.value.roomSince = september(15);
    CHECK(refusedBecause(house.records().amend(lena)).first() == Violation{u"room_since"_s, Rule::InTheFuture, {}});
}

TEST_CASE("A clash that an older file holds does not keep anybody from leaving")
{
    TwoRooms house;
    need(house.records().add(stayOf(house.lena.id, september(1), {}, house.one.id)));
    auto ben = need(house.records().add(stayOf(house.ben.id, september(2), {}, house.two.id)));
    need(run(house.records().database(), u"UPDATE stay SET room_id = ? WHERE id = ?"_s, {house.one.id.value, ben.id.value}));
    ben.value.roomId = house.one.id;
    ben.value.leftOn = september(10);
    ben.value.destination = {u"friends"_s};
    ben = need(house.records().amend(ben));
    ben.value.leftOn = september(12); // more nights than stood there: asked about again
    CHECK(refusedBecause(house.records().amend(ben)) == Violations{{u"room_id"_s, Rule::RoomTaken, u"2026-09-02"_s}});
}

TEST_CASE("Whatever is entered, amended, withdrawn and brought back: on no night two people have a room, nor one person two stays")
{
    for (const quint32 seed : {1U, 2U, 3U}) {
        INFO("seed " << seed);
        Player player(seed);
        for (int i = 0; i < 150; ++i)
            player.step();
        CHECK(player.kept > 10);
        CHECK(player.refused > 20);
    }
}

} // namespace keywork::test::stays_test
