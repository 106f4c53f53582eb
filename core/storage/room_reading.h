// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QHash>

namespace keywork {

class Database;

// What is read about rooms, all without what was entered in error; one statement each.

/// Stays with a night on one of the days from `from` to `until`, both included.
Result<QList<KeptRow>> staysBetween(Database &database, QDate from, QDate until);
/// Of stays that stand, the earlier rooms of the same nights.
Result<QList<KeptRow>> earlierRoomsBetween(Database &database, QDate from, QDate until);
/// The earlier rooms of one stay, in the order of their nights.
Result<QList<KeptRow>> earlierRoomsOfStay(Database &database, qint64 stay);
/// Earlier rooms and stays that had this room, all of them.
Result<QList<KeptRow>> earlierRoomsInRoom(Database &database, qint64 room);
Result<QList<KeptRow>> staysInRoom(Database &database, qint64 room);

/// By room: the first night that anybody had it, and the day on which it last became empty.
struct RoomDays {
    QDate firstNight = {};
    QDate lastEmptied = {}; ///< invalid: nobody has left it
};
Result<QHash<qint64, RoomDays>> daysOfRooms(Database &database);

/// Reasons of empty rooms that hold on the day, the latest last.
Result<QList<KeptRow>> voidsHolding(Database &database, QDate day);
/// Repairs that are not done, the urgent first, then the oldest.
Result<QList<KeptRow>> repairsOpen(Database &database);
/// Repairs that were to be done before `today` and are not.
Result<QList<KeptRow>> repairsOverdue(Database &database, QDate today);
/// Keys that somebody has who left the house and is not back, by `today`.
Result<QList<KeptRow>> keysOfLeavers(Database &database, QDate today);
/// What is kept for somebody past its day.
Result<QList<KeptRow>> belongingsPastDay(Database &database, QDate today);

} // namespace keywork
