// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/occupancy.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace keywork {

namespace {

/// The days of a period as places in a list.
class NightRange {
public:
    NightRange(QDate from, QDate until)
        : m_from(from)
        , m_count(from.isValid() && until.isValid() && from <= until ? from.daysTo(until) + 1 : 0)
    {
    }
    qint64 count() const { return m_count; }
    QDate day(qint64 place) const { return m_from.addDays(place); }
    /// Calls `each` with every place of the nights that lies in the range.
    template <class F> void within(const Nights &nights, const F &each) const
    {
        const qint64 first = std::max<qint64>(0, m_from.daysTo(nights.from));
        const qint64 end = nights.until ? std::min(m_count, m_from.daysTo(*nights.until)) : m_count;
        for (qint64 place = first; place < end; ++place)
            each(place);
    }

private:
    QDate m_from;
    qint64 m_count;
};

using PlacesOfRooms = QList<QSet<qint64>>; ///< by night: rooms, or people

PlacesOfRooms bedsOf(const OccupancyInput &input, const NightRange &range)
{
    PlacesOfRooms beds(range.count());
    for (const BedSpan &bed : input.beds)
        range.within({bed.from, bed.until}, [&](qint64 night) { beds[night].insert(bed.room); });
    for (const BedNights &stay : input.stays)
        if (stay.room > 0)
            range.within(stay.nights, [&](qint64 night) { beds[night].insert(stay.room); });
    return beds;
}

} // namespace

QList<NightCount> occupancyOf(const OccupancyInput &input, QDate from, QDate until)
{
    const NightRange range(from, until);
    const PlacesOfRooms beds = bedsOf(input, range);
    PlacesOfRooms elsewhere(range.count()); // people
    for (const NightsElsewhere &one : input.away)
        range.within(one.nights, [&](qint64 night) { elsewhere[night].insert(one.person); });
    PlacesOfRooms occupied(range.count());
    PlacesOfRooms away(range.count());
    PlacesOfRooms withoutRoom(range.count()); // people
    for (const BedNights &stay : input.stays)
        range.within(stay.nights, [&](qint64 night) {
            if (stay.room == 0)
                withoutRoom[night].insert(stay.person);
            else
                occupied[night].insert(stay.room);
            if (stay.room > 0 && elsewhere.at(night).contains(stay.person))
                away[night].insert(stay.room);
        });
    QList<NightCount> nights;
    for (qint64 place = 0; place < range.count(); ++place) {
        const int all = int(beds.at(place).size());
        const int had = int(occupied.at(place).size());
        nights.append({range.day(place), all, had, all - had, int(away.at(place).size()), int(withoutRoom.at(place).size())});
    }
    return nights;
}

NightSums sumOf(const QList<NightCount> &nights)
{
    NightSums sums;
    for (const NightCount &night : nights) {
        sums.beds += night.beds;
        sums.occupied += night.occupied;
        sums.empty += night.empty;
        sums.away += night.away;
        sums.withoutRoom += night.withoutRoom;
    }
    return sums;
}

QList<QDate> emptyNightsOf(qint64 room, const OccupancyInput &input, QDate from, QDate until)
{
    const NightRange range(from, until);
    QList<bool> isEmpty(range.count(), false);
    for (const BedSpan &bed : input.beds)
        if (bed.room == room)
            range.within({bed.from, bed.until}, [&](qint64 night) { isEmpty[night] = true; });
    for (const BedNights &stay : input.stays)
        if (stay.room == room)
            range.within(stay.nights, [&](qint64 night) { isEmpty[night] = false; });
    QList<QDate> nights;
    for (qint64 place = 0; place < range.count(); ++place)
        if (isEmpty.at(place))
            nights.append(range.day(place));
    return nights;
}

QList<EarlierRoom> earlierRoomsAfter(QList<EarlierRoom> rooms, Id<Stay> id, const std::optional<Stay> &before, const Stay &now)
{
    const bool wasHere = before && before->arrivedOn;
    const bool isMove = wasHere && now.arrivedOn && now.personId == before->personId && before->roomId && now.roomId
        && now.roomId != before->roomId && now.roomSince && now.roomSince != before->roomSince;
    if (isMove)
        rooms.append({0, {now.personId, id, before->roomId, before->nightsInRoom().from, *now.roomSince}});
    std::stable_sort(rooms.begin(), rooms.end(), [](const EarlierRoom &a, const EarlierRoom &b) {
        return std::pair(a.room.fromOn, a.room.untilOn) < std::pair(b.room.fromOn, b.room.untilOn);
    });
    const QDate present = now.nightsInRoom().from;
    for (EarlierRoom &one : rooms) {
        StayRoom &room = one.room;
        const bool hadNoNight = room.fromOn == room.untilOn;
        room.personId = now.personId;
        // What reached from the arrival, or to the present room, still does.
        if (wasHere && room.fromOn == *before->arrivedOn && !hadNoNight)
            room.fromOn = now.nights().from;
        if (!isMove && wasHere && room.untilOn == before->nightsInRoom().from && !hadNoNight)
            room.untilOn = present;
        room.fromOn = std::max(room.fromOn, now.nights().from);
        room.untilOn = std::min(room.untilOn, present);
        one.isGone = !now.arrivedOn || room.fromOn > room.untilOn || (room.fromOn == room.untilOn && !hadNoNight);
    }
    return rooms;
}

QList<BedNights> bedNightsOf(const Stay &stay, QList<StayRoom> earlier)
{
    if (!stay.arrivedOn || stay.nights().isNone())
        return {};
    std::stable_sort(earlier.begin(), earlier.end(), [](const StayRoom &a, const StayRoom &b) { return a.fromOn < b.fromOn; });
    QList<BedNights> all;
    const auto add = [&](Id<Room> room, QDate from, std::optional<QDate> until) {
        Nights nights{from, until};
        if (stay.leftOn && (!until || *stay.leftOn < *until))
            nights.until = stay.leftOn;
        if (!nights.isNone())
            all.append({room.value, stay.personId.value, nights});
    };
    const QDate present = stay.nightsInRoom().from;
    QDate next = *stay.arrivedOn;
    for (const StayRoom &room : std::as_const(earlier)) {
        const QDate from = std::max(room.fromOn, next);
        const QDate until = std::min(room.untilOn, present);
        if (from > next && next < present)
            add({}, next, std::min(from, present));
        if (from < until) {
            add(room.roomId, from, until);
            next = until;
        }
    }
    if (next < present)
        add({}, next, present);
    add(stay.roomId, present, {});
    return all;
}

} // namespace keywork
