// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"

#include "core/domain/room_upkeep.h"
#include "core/rules/occupancy.h"
#include "core/services/records/records.h"
#include "core/storage/room_reading.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<Stay>> People::staysMeeting(const Nights &nights, const QString &column, qint64 value, Id<Stay> self) const
{
    QList<Filter> filters{{column, Filter::Comparison::Equals, value}, {u"id"_s, Filter::Comparison::NotEquals, self.value},
        {u"arrived_on"_s, Filter::Comparison::IsPresent}};
    if (nights.until)
        filters.append({u"arrived_on"_s, Filter::Comparison::Before, nights.until->toString(Qt::ISODate)});
    const QList<Filter> stillThen{{u"left_on"_s, Filter::Comparison::IsAbsent},
        {u"left_on"_s, Filter::Comparison::AtLeast, nights.from.addDays(1).toString(Qt::ISODate)}};
    const auto rows
        = Table(m_records.database(), recordType<Stay>()).list({.filters = filters, .orderBy = u"arrived_on"_s, .anyOf = stillThen});
    if (!rows)
        return rows.error();
    QList<Stay> stays;
    for (const KeptRow &row : *rows)
        if (const auto stay = asKind<Stay>(row))
            stays.append(stay->value);
        else
            return stay.error();
    return stays;
}

Result<std::optional<Stay>> People::standingStay(Id<Stay> stay) const
{
    const auto row = stay ? Table(m_records.database(), recordType<Stay>()).find(stay.value) : Result<KeptRow>(KeptRow());
    if (!row)
        return row.error();
    if (row->id == 0 || row->withdrawnAt)
        return std::optional<Stay>();
    const auto kept = asKind<Stay>(*row);
    return kept ? Result<std::optional<Stay>>(kept->value) : kept.error();
}

Result<std::optional<Violation>> People::firstClash(
    const Stay &stay, const Nights &mine, Nights (Stay::*held)() const, const QString &column, qint64 value, Id<Stay> self) const
{
    const auto others = staysMeeting(mine, column, value, self);
    if (!others)
        return others.error();
    for (const Stay &other : *others) {
        const auto night = firstCommonNight(mine, (other.*held)());
        if (!night)
            continue;
        const QString said = stay.leftOn || other.leftOn ? night->toString(Qt::ISODate) : QString();
        if (column == u"room_id")
            return std::optional(Violation{column, Rule::RoomTaken, said});
        const bool lastsTooLong = stay.leftOn && *other.arrivedOn > *stay.arrivedOn;
        return std::optional(Violation{lastsTooLong ? u"left_on"_s : u"arrived_on"_s, Rule::AlreadyHere, said});
    }
    return std::optional<Violation>();
}

Result<Violations> People::stayConflicts(const Stay &stay, Id<Stay> self) const
{
    Violations violations;
    if (!stay.arrivedOn || stay.nights().isNone())
        return violations;
    // What stood so before is not asked about again: a file with an earlier clash must let everybody leave.
    const auto stored = standingStay(self);
    if (!stored)
        return stored.error();
    const Stay before = stored->value_or(Stay());
    const bool stoodHere = before.arrivedOn && before.personId == stay.personId && holdsAll(before.nights(), stay.nights());
    if (stay.personId && !stoodHere) {
        const auto clash = firstClash(stay, stay.nights(), &Stay::nights, u"person_id"_s, stay.personId.value, self);
        if (!clash)
            return clash.error();
        if (*clash)
            violations.append(**clash);
    }
    const Nights inRoom = stay.nightsInRoom();
    const bool stoodInRoom = before.arrivedOn && before.roomId == stay.roomId && holdsAll(before.nightsInRoom(), inRoom);
    if (stay.roomId && !inRoom.isNone() && !stoodInRoom) {
        const auto clash = firstClash(stay, inRoom, &Stay::nightsInRoom, u"room_id"_s, stay.roomId.value, self);
        if (!clash)
            return clash.error();
        if (*clash)
            violations.append(**clash);
        else if (const auto earlier = roomClash(stay.roomId, inRoom, self, u"room_id"_s); !earlier)
            return earlier.error();
        else if (*earlier)
            violations.append(**earlier);
    }
    const bool isNewRoom = !before.arrivedOn || before.roomId != stay.roomId;
    if (const auto closed = isNewRoom ? closedRoom(stay) : Result<std::optional<Violation>>(std::optional<Violation>()); !closed)
        return closed.error();
    else if (*closed)
        violations.append(**closed);
    const auto grown = earlierRoomsClash(before, stay, self);
    if (!grown)
        return grown.error();
    if (*grown)
        violations.append(**grown);
    return violations;
}

Result<std::optional<Violation>> People::roomClash(Id<Room> room, const Nights &nights, Id<Stay> self, const QString &column) const
{
    const auto earlier = earlierRoomsInRoom(m_records.database(), room.value);
    if (!earlier)
        return earlier.error();
    for (const KeptRow &row : *earlier) {
        const auto other = asKind<StayRoom>(row);
        if (!other)
            return other.error();
        const auto night = other->value.stayId == self ? std::nullopt : firstCommonNight(nights, other->value.nights());
        if (night)
            return std::optional(Violation{column, Rule::RoomTaken, night->toString(Qt::ISODate)});
    }
    return std::optional<Violation>();
}

Result<std::optional<Violation>> People::earlierRoomClash(const StayRoom &room) const
{
    if (room.nights().isNone())
        return std::optional<Violation>();
    const auto stays = staysMeeting(room.nights(), u"room_id"_s, room.roomId.value, room.stayId);
    if (!stays)
        return stays.error();
    for (const Stay &other : *stays)
        if (const auto night = firstCommonNight(room.nights(), other.nightsInRoom()))
            return std::optional(Violation{u"room_id"_s, Rule::RoomTaken, night->toString(Qt::ISODate)});
    return roomClash(room.roomId, room.nights(), room.stayId, u"room_id"_s);
}

Result<Violations> People::earlierRoomConflicts(const StayRoom &room, Id<StayRoom> self) const
{
    const auto stored = self ? Table(m_records.database(), recordType<StayRoom>()).find(self.value) : Result<KeptRow>(KeptRow());
    if (!stored)
        return stored.error();
    if (const auto before = stored->id > 0 && !stored->withdrawnAt ? recordType<StayRoom>().fromRow(stored->row) : std::nullopt)
        if (before->roomId == room.roomId && before->stayId == room.stayId && holdsAll(before->nights(), room.nights()))
            return Violations(); // what stood so before is not asked about again
    const auto clash = earlierRoomClash(room);
    if (!clash)
        return clash.error();
    return *clash ? Violations{**clash} : Violations();
}

/// Another day of arrival, or of the move, gives an earlier room nights that somebody else may have; so does a stay that comes
/// back with its earlier rooms.
Result<std::optional<Violation>> People::earlierRoomsClash(const Stay &before, const Stay &stay, Id<Stay> self) const
{
    const auto rows = self ? earlierRoomsOfStay(m_records.database(), self.value) : Result<QList<KeptRow>>(QList<KeptRow>());
    if (!rows)
        return rows.error();
    const bool stood = before.arrivedOn.has_value();
    QList<EarlierRoom> rooms;
    QHash<qint64, StayRoom> onFile;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<StayRoom>(row);
        if (!one)
            return one.error();
        rooms.append({row.id, one->value});
        onFile.insert(row.id, one->value);
    }
    if (stood)
        onFile.insert(0, {before.personId, self, before.roomId, before.nightsInRoom().from, before.leftOn.value_or(m_records.today())});
    const QString column = !stood ? u"room_id"_s : before.arrivedOn != stay.arrivedOn ? u"arrived_on"_s : u"room_since"_s;
    for (const EarlierRoom &one : earlierRoomsAfter(rooms, self, stood ? std::optional(before) : std::nullopt, stay)) {
        const StayRoom was = onFile.value(one.id);
        const bool isAsBefore = stood && was.roomId == one.room.roomId && holdsAll(was.nights(), one.room.nights());
        const auto clash
            = one.isGone || isAsBefore ? Result<std::optional<Violation>>(std::optional<Violation>()) : earlierRoomClash(one.room);
        if (!clash)
            return clash.error();
        if (*clash)
            return std::optional(Violation{column, Rule::RoomTaken, (*clash)->argument});
    }
    return std::optional<Violation>();
}

/// Asked of whoever has it from now on; what is over is not changed by what the room is like today.
Result<std::optional<Violation>> People::closedRoom(const Stay &stay) const
{
    const std::optional<Violation> closed(Violation{u"room_id"_s, Rule::RoomClosed, {}});
    if (!stay.roomId || stay.leftOn)
        return std::optional<Violation>();
    const auto row = Table(m_records.database(), recordType<Room>()).find(stay.roomId.value);
    if (!row)
        return row.error().kind == ErrorKind::NotFound ? Result<std::optional<Violation>>(std::optional<Violation>()) : row.error();
    const auto room = asKind<Room>(*row);
    const QDate night = stay.nightsInRoom().from;
    const auto voids = voidsHolding(m_records.database(), night);
    const auto repairs = repairsOpen(m_records.database());
    if (!room || !voids || !repairs)
        return !room ? room.error() : !voids ? voids.error() : repairs.error();
    if (room->value.outOfUse || (room->value.givenUpOn && *room->value.givenUpOn <= m_records.today()))
        return closed;
    for (const KeptRow &one : *voids)
        if (const auto empty = recordType<RoomVoid>().fromRow(one.row); empty && empty->roomId == stay.roomId && keepsEverybodyOut(*empty))
            return closed;
    for (const KeptRow &one : *repairs)
        if (const auto repair = recordType<RoomRepair>().fromRow(one.row); repair && repair->roomId == stay.roomId && repair->closesRoom)
            return closed;
    return std::optional<Violation>();
}

Result<Kept<Stay>> People::saveStay(const std::optional<Kept<Stay>> &before, const Stay &stay)
{
    const auto conflicts = stayConflicts(stay, before ? before->id : Id<Stay>());
    if (!conflicts)
        return conflicts.error();
    Violations violations = m_records.check(toRow(stay));
    violations += *conflicts;
    if (!violations.isEmpty())
        return invalid(violations);
    if (!before)
        return m_records.add(stay);
    Kept<Stay> edited = *before;
    edited.value = stay;
    return m_records.amend(edited);
}

Result<QList<Kept<Room>>> People::freeRooms(Id<Room> alsoThis) const
{
    const auto rooms = m_records.all<Room>();
    if (!rooms)
        return rooms.error();
    const auto stays = m_records.all<Stay>(
        {.filters = {{u"arrived_on"_s, Filter::Comparison::IsPresent}, {u"left_on"_s, Filter::Comparison::IsAbsent}}});
    if (!stays)
        return stays.error();
    QList<Kept<Room>> free;
    for (const Kept<Room> &room : *rooms) {
        const bool taken
            = std::any_of(stays->cbegin(), stays->cend(), [&](const Kept<Stay> &stay) { return stay.value.roomId == room.id; });
        const bool isGivenUp = room.value.givenUpOn && *room.value.givenUpOn <= m_records.today();
        if (room.id == alsoThis || (!taken && !room.value.outOfUse && !isGivenUp))
            free.append(room);
    }
    return free;
}

} // namespace keywork
