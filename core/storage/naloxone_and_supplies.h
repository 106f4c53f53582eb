// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// What services and rules of Today read of naloxone and supplies: one statement each, without what was entered in error.

/// Places that are in use.
Result<QList<KeptRow>> naloxonePlacesInUse(Database &database);
/// Kits that are still in the house, ready or partial.
Result<QList<KeptRow>> naloxoneKitsHere(Database &database);
/// Recalls: all, or only those of which not every kit was dealt with.
Result<QList<KeptRow>> naloxoneRecalls(Database &database, bool onlyOpen);
/// The latest check of each place.
Result<QList<KeptRow>> latestPlaceChecks(Database &database);
/// Authorities for what has this code.
Result<QList<KeptRow>> authoritiesFor(Database &database, const QString &what);
/// What residents had, have or are to get; of one person when `person` is not 0. Past what the reader may see.
Result<QList<KeptRow>> takeHomeOnFile(Database &database, qint64 person);
/// The same of residents who are here on `today`, which they have and which runs out from `from` to `until`.
Result<QList<KeptRow>> takeHomeRunningOut(Database &database, QDate today, QDate from, QDate until);
/// Trainings in naloxone of those who are in the team on `today`.
Result<QList<KeptRow>> naloxoneTrainings(Database &database, QDate today);

/// What was delivered, counted (`delivered`, `counted`, `thrown_away`) or handed out (`given`, one sum) of an item from its
/// last count on; of an item that nobody counted, ever.
struct ShelfRow {
    qint64 item = 0;
    QString move;
    qint64 quantity = 0;
    QDateTime at;
};
Result<QList<ShelfRow>> shelfMoves(Database &database);

/// A line of what was handed out or brought back, without whose.
struct HandedOutRow {
    qint64 item = 0;
    qint64 visit = 0;
    QDateTime at;
    qint64 given = 0;
    qint64 returned = 0;
    bool isNamed = false;
};
/// Those from a moment on; of one person when `person` is not 0.
Result<QList<HandedOutRow>> handedOutSince(Database &database, const QDateTime &from, qint64 person = 0);

} // namespace keywork
