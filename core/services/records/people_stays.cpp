// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"

#include "core/services/records/records.h"
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
    }
    return violations;
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
        if (room.id == alsoThis || (!taken && !room.value.outOfUse))
            free.append(room);
    }
    return free;
}

} // namespace keywork
