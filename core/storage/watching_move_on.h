// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QDate>

namespace keywork {

class Database;

// What moving on and follow-ups are read from: one statement each. All without the records that were entered in error.

/// Stays that ended from `from` to `until`, both days included, in the order of their number.
Result<QList<KeptRow>> staysEnded(Database &database, QDate from, QDate until);
/// All stays in which somebody arrived, of those whose stay ended from `from` to `until`.
Result<QList<KeptRow>> staysOfLeavers(Database &database, QDate from, QDate until);
/// Records of a kind that has a `person_id`, of those whose stay ended from `from` to `until`.
Result<QList<KeptRow>> ofLeavers(Database &database, const RecordType &type, QDate from, QDate until);
/// Stays that began from `from` to `until`, with the earlier stays of the same people.
Result<QList<KeptRow>> staysOfArrivals(Database &database, QDate from, QDate until);
/// The stays that go on on `today`.
Result<QList<KeptRow>> staysGoingOn(Database &database, QDate today);
/// Records of a kind that has a `person_id`, of those whose stay goes on on `today`.
Result<QList<KeptRow>> ofThoseHere(Database &database, const RecordType &type, QDate today);
/// Plans of those who are here with a moving day up to `until`, that day included.
Result<QList<KeptRow>> movesUntil(Database &database, QDate today, QDate until);

} // namespace keywork
