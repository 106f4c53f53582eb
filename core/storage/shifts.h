// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/staff.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// What shifts, handover and working alone read: one statement each. All without what was entered in error.

Result<QList<KeptRow>> shiftPatterns(Database &database);
/// Entries about anybody that began from `from` until `until`, both included, the earliest first.
Result<QList<KeptRow>> onShiftBegun(Database &database, const QDateTime &from, const QDateTime &until);
/// Those that hold at the moment, the latest begun first.
Result<QList<KeptRow>> onCallAt(Database &database, const QDateTime &at);
/// Those who have not said that they are back, the earliest first.
Result<QList<KeptRow>> loneWorkingOpen(Database &database);
Result<QList<KeptRow>> wordsOfLone(Database &database, const QList<qint64> &lone);
/// Of each member of the team and of each thing offered the latest, where the next one is due by `until`.
Result<QList<KeptRow>> staffHealthDue(Database &database, QDate until);

/// Of shifts that began on `from` or later, finished or not.
Result<QList<KeptRow>> handoversSince(Database &database, QDate from);
/// The one that was finished last by `until`; none: an empty list.
Result<QList<KeptRow>> latestHandover(Database &database, const QDateTime &until);
Result<QList<KeptRow>> readsOfHandover(Database &database, qint64 handover);
/// Not done yet: what is due first, then what is due when there is time.
Result<QList<KeptRow>> handoverItemsOpen(Database &database);
/// The stays whose room is another one than at `from`, each once, by its id; without who arrived, as it was written down, since.
Result<QList<qint64>> staysMovedSince(Database &database, const QDateTime &from);

} // namespace keywork
