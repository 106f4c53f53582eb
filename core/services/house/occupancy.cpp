// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/occupancy.h"

#include "core/services/records/records.h"
#include "core/storage/room_reading.h"
#include "core/storage/table.h"

#include <QScopeGuard>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> ofKind(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<Kept<T>> records;
    for (const KeptRow &row : *rows)
        if (const auto one = asKind<T>(row))
            records.append(*one);
        else
            return one.error();
    return records;
}

/// Beds of rooms that stand on file. What nobody said of a room begins when it was put on file, or was first lived in.
Result<QList<BedSpan>> bedSpans(const RecordReader &records)
{
    const auto rooms = ofKind<Room>(Table(records.database(), recordType<Room>()).list({}));
    const auto days = daysOfRooms(records.database());
    if (!rooms || !days)
        return rooms ? days.error() : rooms.error();
    QList<BedSpan> spans;
    for (const Kept<Room> &room : *rooms) {
        const QDate onFile = records.clock().local(room.createdAt).date();
        const QDate first = days->value(room.id.value).firstNight;
        const QDate from = room.value.openedOn.value_or(first.isValid() ? std::min(first, onFile) : onFile);
        spans.append({room.id.value, from, room.value.givenUpOn});
    }
    return spans;
}

std::optional<NightsElsewhere> elsewhereOf(qint64 person, const AwaySpell &spell)
{
    const NightsElsewhere one{person, {spell.from, spell.back}};
    return one.nights.isNone() ? std::nullopt : std::optional(one);
}

} // namespace

Result<OccupancyInput> readOccupancy(const RecordReader &records, QDate from, QDate until)
{
    OccupancyInput input;
    const auto beds = bedSpans(records);
    const auto stays = ofKind<Stay>(staysBetween(records.database(), from, until));
    const auto earlier = ofKind<StayRoom>(earlierRoomsBetween(records.database(), from, until));
    if (!beds || !stays || !earlier)
        return !beds ? beds.error() : !stays ? stays.error() : earlier.error();
    input.beds = *beds;
    QHash<qint64, QList<StayRoom>> roomsOf;
    for (const Kept<StayRoom> &one : *earlier)
        roomsOf[one.value.stayId.value].append(one.value);
    QList<qint64> people;
    for (const Kept<Stay> &stay : *stays) {
        input.stays += bedNightsOf(stay.value, roomsOf.value(stay.id.value));
        people.append(stay.value.personId.value);
    }
    const auto away = readAway(records, people, from);
    if (!away)
        return away.error();
    for (auto one = away->cbegin(); one != away->cend(); ++one)
        for (const AwaySpell &spell : one.value())
            if (const auto nights = elsewhereOf(one.key(), spell))
                input.away.append(*nights);
    return input;
}

Occupancy::Occupancy(Records &records, const People &people)
    : m_records(records)
    , m_people(people)
{
    records.addFollowing(
        recordType<Stay>(), [this](const KeptRow &kept, const std::optional<Row> &before) { return followStay(kept, before); });
    records.addCompleting(recordType<StayRoom>(), [this](Row &row, const std::optional<Row> &) { completeEarlierRoom(row); });
    records.addLookup(recordType<StayRoom>(), [this](const Row &row, qint64 self) { return earlierRoomProblems(row, self); });
    records.addLookup(recordType<RoomKey>(), [this](const Row &row, qint64 self) { return keyProblems(row, self); });
}

/// A move leaves the old room behind; a corrected day moves what lies before it.
Done Occupancy::followStay(const KeptRow &kept, const std::optional<Row> &before)
{
    const auto now = recordType<Stay>().fromRow(kept.row);
    const auto was = before ? recordType<Stay>().fromRow(*before) : std::nullopt;
    if (!now || kept.withdrawnAt || !was)
        return {};
    const auto onFile = ofKind<StayRoom>(earlierRoomsOfStay(m_records.database(), kept.id));
    if (!onFile)
        return onFile.error();
    QList<EarlierRoom> rooms;
    QHash<qint64, Kept<StayRoom>> known;
    for (const Kept<StayRoom> &one : *onFile) {
        rooms.append({one.id.value, one.value});
        known.insert(one.id.value, one);
    }
    const bool outer = std::exchange(m_follows, true); // the stay's own check judged these nights
    const auto leave = qScopeGuard([&] { m_follows = outer; });
    for (const EarlierRoom &one : earlierRoomsAfter(rooms, {kept.id}, was, *now)) {
        Done done;
        if (one.id == 0 && one.isGone)
            continue; // back to where they were: no room was left behind
        if (one.id == 0) {
            const auto added = m_records.add(one.room);
            done = added ? Done() : Done(added.error());
        } else if (Kept<StayRoom> stored = known.value(one.id); one.isGone) {
            done = m_records.withdraw(
                recordType<StayRoom>(), one.id, stored.version, u"The stay says otherwise"_s, Records::ReasonOf::TheProgram);
        } else if (stored.value != one.room) {
            stored.value = one.room;
            const auto amended = m_records.amend(stored);
            done = amended ? Done() : Done(amended.error());
        }
        if (!done)
            return done;
    }
    return {};
}

void Occupancy::completeEarlierRoom(Row &row) const
{
    const QDate from = QDate::fromString(row.text(u"from_on"_s), Qt::ISODate);
    if (row.value(u"stay_id"_s).toLongLong() > 0 || !from.isValid())
        return;
    const auto stays = ofKind<Stay>(staysBetween(m_records.database(), from, from));
    for (const Kept<Stay> &stay : stays ? *stays : QList<Kept<Stay>>())
        if (stay.value.personId.value == row.value(u"person_id"_s).toLongLong())
            row.set(u"stay_id"_s, stay.id.value);
}

Result<Violations> Occupancy::earlierRoomProblems(const Row &row, qint64 self) const
{
    if (row.value(u"stay_id"_s).toLongLong() == 0) // they were not here then
        return Violations{{u"from_on"_s, Rule::OutsideTheStay, {}}};
    const auto room = recordType<StayRoom>().fromRow(row);
    const auto found = Table(m_records.database(), recordType<Stay>()).find(row.value(u"stay_id"_s).toLongLong());
    if (!found && found.error().kind == ErrorKind::NotFound) // said by what checks every reference
        return Violations();
    const auto stay = found ? asKind<Stay>(*found) : Result<Kept<Stay>>(found.error());
    if (!room || !stay)
        return room ? stay.error() : Error{ErrorKind::Damaged, u"stay_room"_s, {}};
    Violations violations;
    if (stay->value.personId != room->personId)
        violations.append({u"stay_id"_s, Rule::AnotherOnes, {}});
    if (!stay->value.arrivedOn || room->fromOn < *stay->value.arrivedOn)
        violations.append({u"from_on"_s, Rule::OutsideTheStay, {}});
    if (stay->value.arrivedOn && room->untilOn > stay->value.nightsInRoom().from)
        violations.append({u"until_on"_s, Rule::OutsideTheStay, {}});
    if (!violations.isEmpty() || m_follows)
        return violations;
    return m_people.earlierRoomConflicts(*room, {self});
}

Result<Violations> Occupancy::keyProblems(const Row &row, qint64 self) const
{
    const auto key = recordType<RoomKey>().fromRow(row);
    if (!key || !key->isOut() || key->what == KeyKind::Code) // a code is known to many
        return Violations();
    const auto others
        = Table(m_records.database(), recordType<RoomKey>())
              .list({.filters = {{u"number"_s, Filter::Comparison::Equals, key->number},
                         {u"what"_s, Filter::Comparison::Equals, row.text(u"what"_s)}, {u"returned_on"_s, Filter::Comparison::IsAbsent},
                         {u"lost_on"_s, Filter::Comparison::IsAbsent}, {u"id"_s, Filter::Comparison::NotEquals, self}}});
    if (!others)
        return others.error();
    const bool isOut = std::any_of(
        others->cbegin(), others->cend(), [&](const KeptRow &other) { return other.row.value(u"room_id"_s) == row.value(u"room_id"_s); });
    return isOut ? Violations{{u"number"_s, Rule::KeyIsOut, {}}} : Violations();
}

Result<QList<NightCount>> Occupancy::nights(QDate from, QDate until) const
{
    if (!m_records.session().may(Act::Read, Category::Housing))
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<Stay>().table), {}};
    const auto input = readOccupancy(m_records, from, until);
    return input ? Result<QList<NightCount>>(occupancyOf(*input, from, until)) : input.error();
}

Result<Kept<Stay>> Occupancy::move(const Kept<Stay> &stay, Id<Room> room, const std::optional<QDate> &since)
{
    Violations violations;
    if (!room)
        violations.append({u"room_id"_s, Rule::Required, {}});
    else if (room == stay.value.roomId)
        violations.append({u"room_id"_s, Rule::SameAsBefore, {}});
    if (!since)
        violations.append({u"room_since"_s, Rule::Required, {}});
    else if (stay.value.arrivedOn && *since < *stay.value.arrivedOn)
        violations.append({u"room_since"_s, Rule::OutsideTheStay, {}});
    else if (stay.value.arrivedOn && stay.value.roomId && *since < stay.value.nightsInRoom().from)
        violations.append({u"room_since"_s, Rule::EndsBeforeStart, {}});
    if (!stay.value.arrivedOn || stay.value.leftOn) // nobody who is not here moves within the house
        violations.append({u"room_since"_s, Rule::OutsideTheStay, {}});
    if (!violations.isEmpty())
        return invalid(violations);
    Kept<Stay> moved = stay;
    moved.value.roomId = room;
    moved.value.roomSince = since;
    return m_records.amend(moved);
}

} // namespace keywork
