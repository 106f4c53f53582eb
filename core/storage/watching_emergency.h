// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Incidents with an overdose whose report nobody has called written up: ended ones, and those that began before `before` and
/// were never ended; the longest waiting first.
Result<QList<KeptRow>> overdosesToWriteUp(Database &database, const QDateTime &before);

/// When the first of the emergencies began that run and began from `from` on; invalid: none runs.
Result<QDateTime> firstRunningSince(Database &database, const QDateTime &from);

/// Steps "chose not to go" that stand, from `since` on, the last one of each overdose: without those who went or died after it,
/// and without those on whom timed checks were begun since the emergency did, whether they go on or were ended.
Result<QList<KeptRow>> staysWithoutChecks(Database &database, const QDateTime &since);
/// The residents to whom these incidents happened, by incident; one statement.
Result<QHash<qint64, Id<Person>>> affectedIn(Database &database, const QList<qint64> &incidents);

} // namespace keywork
