// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/staff.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// All without what was entered in error, as the incident itself was.

/// Incidents without a finished review, the latest first.
Result<QList<KeptRow>> incidentsToReview(Database &database);
/// How many these are.
Result<qint64> countToReview(Database &database);
/// Actions that are not done, the first due first; only those due before `before`, when it is a day.
Result<QList<KeptRow>> incidentActionsOpen(Database &database, QDate before = {});
/// Questions without an answer that were asked of this member of the team.
Result<QList<KeptRow>> incidentQuestionsOf(Database &database, Id<Staff> member);
/// Lines of the register of found items that still wait for a name, or for where they go, found by `by`.
Result<QList<KeptRow>> foundItemsOpen(Database &database, const QDateTime &by);
/// The parts of these people in incidents that are thought to be intentional, as far as it happened to them.
Result<QList<KeptRow>> partsInIntended(Database &database, const QList<qint64> &people);
/// Deaths of until `by`, the first first.
Result<QList<KeptRow>> deathsUntil(Database &database, const QDateTime &by);
/// What was done of the checklists of these incidents.
Result<QList<KeptRow>> deathStepsDone(Database &database, const QList<qint64> &incidents);
/// Who wants to talk about it afterwards, and nobody has, in the order of writing.
Result<QList<KeptRow>> debriefsWanted(Database &database);
/// Whether the month that begins on `first` holds incidents, and nobody looked at them together.
Result<bool> isMonthUnreviewed(Database &database, QDate first, const QDateTime &from, const QDateTime &until);

} // namespace keywork
