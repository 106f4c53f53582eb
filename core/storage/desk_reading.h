// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// What stands at the desk now: one statement each, however old the file is. All without what was entered in error.

/// Visitors who have not left, in the order in which they came.
Result<QList<KeptRow>> visitorsInside(Database &database);
Result<QList<KeptRow>> contractorsInside(Database &database);
Result<QList<KeptRow>> staffInside(Database &database);
/// Deliveries that nobody has had yet.
Result<QList<KeptRow>> deliveriesHere(Database &database);
/// Barrings that hold on the day, those that end first at the top.
Result<QList<KeptRow>> barringsOn(Database &database, QDate day);
/// Roll calls that nobody has ended, the last one first.
Result<QList<KeptRow>> rollCallsOpen(Database &database);
/// The people on a roll call, in the order of writing.
Result<QList<KeptRow>> linesOfRollCall(Database &database, qint64 rollCall);

} // namespace keywork
