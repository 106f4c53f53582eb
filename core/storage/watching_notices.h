// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// Of residents who are here, one statement each, without what was entered in error or taken back.

/// Notices that were given or are prepared, in the order of their end.
Result<QList<KeptRow>> noticesOpen(Database &database);
/// The safety plans of these residents; the latest of each counts.
Result<QList<KeptRow>> plansOfOpenNotices(Database &database);
/// Warnings or notices against which somebody appealed, without an answer.
Result<QList<KeptRow>> appealsWaiting(Database &database, const RecordType &type);
/// Warnings that count no more from a day up to `today` on, of whom nobody told so.
Result<QList<KeptRow>> warningsOver(Database &database, QDate today);

} // namespace keywork
