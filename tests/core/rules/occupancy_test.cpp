// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/occupancy.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

namespace keywork::test::occupancy_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kNewYearsEve(2026, 12, 31);
const QDate kNewYear(2027, 1, 1);

Stay stayFrom(QDate arrived, std::optional<QDate> left, qint64 room, std::optional<QDate> since = {})
{
    Stay stay;
    stay.personId = {1};
    stay.arrivedOn = arrived;
    stay.leftOn = left;
    stay.roomId = {room};
    stay.roomSince = since;
    return stay;
}

/// The oracle: one bed's night at a time, from what happened, knowing nothing of spans. A day of a life in the house is who
/// has which room when the day ends.
struct NaiveHouse {
    struct Guest {
        Stay stay;
        QList<StayRoom> earlier;
        QMap<QDate, qint64> roomAtNight; ///< by what happened, night by night
    };
    QList<Guest> guests;
    QSet<QPair<qint64, QDate>> elsewhere; ///< person, night

    NightCount count(QDate night, const QList<BedSpan> &beds) const
    {
        QSet<qint64> rooms;
        QSet<qint64> had;
        QSet<qint64> away;
        int without = 0;
        for (const BedSpan &bed : beds)
            if (bed.from <= night && (!bed.until || night < *bed.until))
                rooms.insert(bed.room);
        for (const Guest &guest : guests) {
            const auto room = guest.roomAtNight.constFind(night);
            if (room == guest.roomAtNight.cend())
                continue;
            if (*room == 0) {
                ++without;
                continue;
            }
            rooms.insert(*room);
            had.insert(*room);
            if (elsewhere.contains({guest.stay.personId.value, night}))
                away.insert(*room);
        }
        return {night, int(rooms.size()), int(had.size()), int(rooms.size() - had.size()), int(away.size()), without};
    }
};

struct YearPlayer {
    std::mt19937 random;
    QDate first;
    int days;
    NaiveHouse house;
    OccupancyInput input;

    YearPlayer(quint32 seed, QDate from, int length)
        : random(seed)
        , first(from)
        , days(length)
    {
    }
    int below(int most) { return int(random() % quint32(most)); }

    /// Comes, moves up to three times, stays or leaves; every move is said to the rule as the service does.
    void live(qint64 person, qint64 room)
    {
        NaiveHouse::Guest guest;
        const QDate arrived = first.addDays(below(days) - 10);
        guest.stay = stayFrom(arrived, {}, room);
        guest.stay.personId = {person};
        const bool stays = below(3) == 0;
        const QDate left = stays ? first.addDays(days + 30) : arrived.addDays(below(60));
        QMap<QDate, qint64> moves{{arrived, room}}; ///< the room from the night of that day on
        QDate day = arrived;
        for (int move = below(4); move > 0; --move) {
            day = day.addDays(below(15));
            if (day >= left)
                break;
            const Stay before = guest.stay;
            qint64 other = 1 + below(6);
            if (other == before.roomId.value)
                other = 1 + other % 6;
            if (before.roomSince == day)
                continue; // of two moves on one day the second is a correction
            guest.stay.roomId = {other};
            guest.stay.roomSince = day;
            moves.insert(day, other);
            take(guest, before);
        }
        if (!stays)
            guest.stay.leftOn = left;
        for (QDate night = arrived; night < left; night = night.addDays(1)) {
            auto last = moves.upperBound(night);
            guest.roomAtNight.insert(night, *std::prev(last));
        }
        house.guests.append(guest);
        input.stays += bedNightsOf(guest.stay, guest.earlier);
    }
    void take(NaiveHouse::Guest &guest, const Stay &before)
    {
        QList<EarlierRoom> rooms;
        for (const StayRoom &room : std::as_const(guest.earlier))
            rooms.append({rooms.size() + 1, room});
        guest.earlier.clear();
        for (const EarlierRoom &one : earlierRoomsAfter(rooms, {7}, before, guest.stay))
            if (!one.isGone)
                guest.earlier.append(one.room);
    }
    void goElsewhere(qint64 person)
    {
        const QDate from = first.addDays(below(days));
        const QDate back = from.addDays(below(5));
        for (QDate night = from; night < back; night = night.addDays(1))
            house.elsewhere.insert({person, night});
        if (from < back)
            input.away.append({person, {from, back}});
    }
};

} // namespace

TEST_CASE("Arrived before midnight, moved after it, left that day is one night in the first room")
{
    const Stay arrived = stayFrom(kNewYearsEve, {}, 1);
    Stay moved = arrived;
    moved.roomId = {2};
    moved.roomSince = kNewYear; // at 00:30
    const QList<EarlierRoom> earlier = earlierRoomsAfter({}, {7}, arrived, moved);
    REQUIRE(earlier.size() == 1);
    CHECK(earlier.first() == EarlierRoom{0, {{1}, {7}, {1}, kNewYearsEve, kNewYear}, false});
    moved.leftOn = kNewYear;
    OccupancyInput input;
    input.beds = {{1, QDate(2026, 1, 1), {}}, {2, QDate(2026, 1, 1), {}}};
    input.stays = bedNightsOf(moved, {earlier.first().room});
    REQUIRE(input.stays.size() == 1);
    CHECK(input.stays.first().room == 1);
    CHECK(occupancyOf(input, kNewYearsEve, kNewYear) == QList<NightCount>{{kNewYearsEve, 2, 1, 1, 0, 0}, {kNewYear, 2, 0, 2, 0, 0}});
    CHECK(emptyNightsOf(1, input, kNewYearsEve, kNewYear) == QList<QDate>{kNewYear});
}

TEST_CASE("The day of leaving has no night, and arrived and left on one day is none")
{
    struct Case {
        QDate arrived;
        std::optional<QDate> left;
        int nights;
    };
    for (const Case &one : {Case{kNewYearsEve, kNewYearsEve, 0}, {kNewYearsEve, kNewYear, 1}, {kNewYearsEve, kNewYear.addDays(1), 2},
             {QDate(2026, 12, 1), kNewYearsEve, 0}, {QDate(2026, 12, 1), {}, 3}}) {
        OccupancyInput input;
        input.beds = {{1, QDate(2026, 1, 1), {}}};
        input.stays = bedNightsOf(stayFrom(one.arrived, one.left, 1), {});
        const NightSums sums = sumOf(occupancyOf(input, kNewYearsEve, kNewYear.addDays(1)));
        CHECK(sums == NightSums{3, one.nights, 3 - one.nights, 0, 0});
    }
}

TEST_CASE("A room is a bed from its first day until it is given up, and while somebody has it")
{
    OccupancyInput input;
    input.beds = {{1, QDate(2026, 9, 3), QDate(2026, 9, 5)}};
    input.stays = {{2, 5, {QDate(2026, 9, 4), QDate(2026, 9, 6)}}, {0, 6, {QDate(2026, 9, 5), {}}}};
    input.away = {{5, {QDate(2026, 9, 5), QDate(2026, 9, 9)}}, {6, {QDate(2026, 9, 5), {}}}};
    CHECK(occupancyOf(input, QDate(2026, 9, 2), QDate(2026, 9, 6))
        == QList<NightCount>{{QDate(2026, 9, 2), 0, 0, 0, 0, 0}, {QDate(2026, 9, 3), 1, 0, 1, 0, 0}, {QDate(2026, 9, 4), 2, 1, 1, 0, 0},
            {QDate(2026, 9, 5), 1, 1, 0, 1, 1}, {QDate(2026, 9, 6), 0, 0, 0, 0, 1}});
    CHECK(occupancyOf(input, QDate(2026, 9, 6), QDate(2026, 9, 2)).isEmpty());
    CHECK(occupancyOf(input, QDate(), QDate(2026, 9, 2)).isEmpty());
}

TEST_CASE("A new room with another day is a move; another room for the same nights is a correction")
{
    const QDate first(2026, 9, 1);
    const Stay one = stayFrom(first, {}, 1);
    CHECK(earlierRoomsAfter({}, {7}, one, stayFrom(first, {}, 2)).isEmpty()); // the room was wrong
    CHECK(earlierRoomsAfter({}, {7}, std::nullopt, stayFrom(first, {}, 2, QDate(2026, 9, 4))).isEmpty()); // nobody knows the room before
    const Stay two = stayFrom(first, {}, 2, QDate(2026, 9, 10));
    const EarlierRoom had{4, {{1}, {7}, {1}, first, QDate(2026, 9, 10)}, false};
    // The day of the move was another one, the day of arrival was, and the move never was.
    CHECK(earlierRoomsAfter({had}, {7}, two, stayFrom(first, {}, 2, QDate(2026, 9, 8))).first().room.untilOn == QDate(2026, 9, 8));
    CHECK(earlierRoomsAfter({had}, {7}, two, stayFrom(QDate(2026, 8, 28), {}, 2, QDate(2026, 9, 10))).first().room.fromOn
        == QDate(2026, 8, 28));
    CHECK(earlierRoomsAfter({had}, {7}, two, stayFrom(first, {}, 1)).first().isGone);
    // On the day of arrival: no night, and still to be read.
    const auto sameDay = earlierRoomsAfter({}, {7}, one, stayFrom(first, {}, 3, first));
    REQUIRE(sameDay.size() == 1);
    CHECK_FALSE(sameDay.first().isGone);
    CHECK(sameDay.first().room.nights().isNone());
    const Stay three = stayFrom(first, {}, 3, first);
    Stay leaves = three;
    leaves.leftOn = QDate(2026, 9, 20);
    CHECK_FALSE(earlierRoomsAfter({{5, sameDay.first().room}}, {7}, three, leaves).first().isGone);
}

TEST_CASE("Nights that no room is known of are counted without one")
{
    const Stay stay = stayFrom(QDate(2026, 9, 1), QDate(2026, 9, 9), 2, QDate(2026, 9, 6));
    const StayRoom had{{1}, {7}, {1}, QDate(2026, 9, 3), QDate(2026, 9, 5)};
    const QList<BedNights> nights = bedNightsOf(stay, {had});
    QStringList told;
    for (const BedNights &one : nights)
        told.append(u"%1: %2 %3"_s.arg(one.room).arg(one.nights.from.day()).arg(one.nights.until ? one.nights.until->day() : 0));
    CHECK(told == QStringList{u"0: 1 3"_s, u"1: 3 5"_s, u"0: 5 6"_s, u"2: 6 9"_s});
}

TEST_CASE("Whoever comes, moves and leaves, each night is what one counts by hand, and beds are nights and voids")
{
    // A common and a leap year, with both changes of the clocks in them.
    for (const auto &[seed, from] :
        {std::pair(1U, QDate(2026, 1, 1)), {2U, QDate(2027, 1, 1)}, {3U, QDate(2028, 1, 1)}, {4U, QDate(2028, 2, 1)}}) {
        YearPlayer player(seed, from, from.daysInYear());
        for (qint64 room = 1; room <= 6; ++room) {
            BedSpan bed{room, from.addDays(player.below(40) - 20), {}};
            if (player.below(4) == 0)
                bed.until = bed.from.addDays(player.below(300));
            player.input.beds.append(bed);
        }
        for (qint64 person = 1; person <= 60; ++person) {
            player.live(person, 1 + player.below(6));
            if (player.below(3) == 0)
                player.goElsewhere(person);
        }
        const QDate until = from.addDays(from.daysInYear() - 1);
        const QList<NightCount> counted = occupancyOf(player.input, from, until);
        REQUIRE(counted.size() == from.daysInYear());
        for (const NightCount &night : counted) {
            INFO(seed << ' ' << night.night.toString(Qt::ISODate).toStdString());
            CHECK(night == player.house.count(night.night, player.input.beds));
        }
        for (int month = 1; month <= 12; ++month) {
            const QDate begins(from.year(), month, 1);
            if (begins < from)
                continue;
            const NightSums sums = sumOf(occupancyOf(player.input, begins, begins.addDays(begins.daysInMonth() - 1)));
            CHECK(sums.occupied + sums.empty == sums.beds);
            qint64 byRoom = 0;
            for (qint64 room = 1; room <= 6; ++room)
                byRoom += emptyNightsOf(room, player.input, begins, begins.addDays(begins.daysInMonth() - 1)).size();
            CHECK(byRoom == sums.empty);
        }
    }
}

} // namespace keywork::test::occupancy_test
