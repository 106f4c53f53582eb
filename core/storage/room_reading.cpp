// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/room_reading.h"

#include "core/domain/belonging.h"
#include "core/domain/room_upkeep.h"
#include "core/domain/stay_room.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString roomDay(QDate day) { return day.toString(Qt::ISODate); }

/// Over the rows of stay_room: what hangs on a stay that was entered in error counts nowhere.
const QString kOfStandingStay = QStringLiteral(
    "withdrawn_at IS NULL AND stay_id IN (SELECT s.id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on IS NOT NULL)");

} // namespace

Result<QList<KeptRow>> staysBetween(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<Stay>())
        .listWhere(u"withdrawn_at IS NULL AND arrived_on <= ? AND (left_on IS NULL OR left_on > ?) ORDER BY id"_s,
            {roomDay(until), roomDay(from)});
}

Result<QList<KeptRow>> earlierRoomsBetween(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<StayRoom>())
        .listWhere(
            kOfStandingStay + u" AND from_on <= ? AND until_on >= ? ORDER BY from_on, until_on, id"_s, {roomDay(until), roomDay(from)});
}

Result<QList<KeptRow>> earlierRoomsOfStay(Database &database, qint64 stay)
{
    return Table(database, recordType<StayRoom>())
        .listWhere(u"withdrawn_at IS NULL AND stay_id = ? ORDER BY from_on, until_on, id"_s, {stay});
}

Result<QList<KeptRow>> earlierRoomsInRoom(Database &database, qint64 room)
{
    return Table(database, recordType<StayRoom>()).listWhere(kOfStandingStay + u" AND room_id = ? ORDER BY from_on, id"_s, {room});
}

Result<QList<KeptRow>> staysInRoom(Database &database, qint64 room)
{
    return Table(database, recordType<Stay>())
        .listWhere(u"withdrawn_at IS NULL AND arrived_on IS NOT NULL AND room_id = ? ORDER BY arrived_on, id"_s, {room});
}

Result<QHash<qint64, RoomDays>> daysOfRooms(Database &database)
{
    Query query(database,
        u"SELECT room, min(began), max(emptied) FROM (SELECT room_id AS room, max(arrived_on, coalesce(room_since, arrived_on)) AS began, "
        "left_on AS emptied FROM stay WHERE withdrawn_at IS NULL AND arrived_on IS NOT NULL AND room_id IS NOT NULL "
        "AND (left_on IS NULL OR left_on > max(arrived_on, coalesce(room_since, arrived_on))) "
        "UNION ALL SELECT room_id, from_on, until_on FROM stay_room WHERE until_on > from_on AND %1) GROUP BY room"_s.arg(kOfStandingStay));
    if (Done done = query.run(); !done)
        return done.error();
    QHash<qint64, RoomDays> days;
    while (query.next())
        days.insert(query.number(0), {QDate::fromString(query.text(1), Qt::ISODate), QDate::fromString(query.text(2), Qt::ISODate)});
    if (Done done = query.finished(); !done)
        return done.error();
    return days;
}

Result<QList<KeptRow>> voidsHolding(Database &database, QDate day)
{
    return Table(database, recordType<RoomVoid>())
        .listWhere(u"withdrawn_at IS NULL AND from_on <= ? AND (ready_on IS NULL OR ready_on > ?) ORDER BY from_on, id"_s,
            {roomDay(day), roomDay(day)});
}

Result<QList<KeptRow>> repairsOpen(Database &database)
{
    return Table(database, recordType<RoomRepair>())
        .listWhere(u"withdrawn_at IS NULL AND done_on IS NULL ORDER BY is_urgent DESC, reported_on, id"_s, {});
}

Result<QList<KeptRow>> repairsOverdue(Database &database, QDate today)
{
    return Table(database, recordType<RoomRepair>())
        .listWhere(u"withdrawn_at IS NULL AND done_on IS NULL AND due_on < ? ORDER BY due_on, id"_s, {roomDay(today)});
}

Result<QList<KeptRow>> keysOfLeavers(Database &database, QDate today)
{
    const QString day = roomDay(today);
    return Table(database, recordType<RoomKey>())
        .listWhere(u"withdrawn_at IS NULL AND returned_on IS NULL AND lost_on IS NULL "
                   "AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.left_on <= ?) "
                   "AND person_id NOT IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? "
                   "AND (s.left_on IS NULL OR s.left_on > ?)) ORDER BY id"_s,
            {day, day, day});
}

Result<QList<KeptRow>> belongingsPastDay(Database &database, QDate today)
{
    return Table(database, recordType<Belonging>())
        .listWhere(u"withdrawn_at IS NULL AND returned_on IS NULL AND keep_until < ? ORDER BY keep_until, id"_s, {roomDay(today)});
}

} // namespace keywork
