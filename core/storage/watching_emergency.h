// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Incidents with an overdose whose report nobody has called written up: ended ones, and those that began before `before` and
/// were never ended; the longest waiting first.
Result<QList<KeptRow>> overdosesToWriteUp(Database &database, const QDateTime &before);

/// The last step of an incident, from `from` to `until`, by which somebody chose not to go to hospital and has not gone since,
/// where no timed checks are on file of the incident, or of whoever it happened to, that go on after it; the earliest first.
Result<QList<KeptRow>> choseNotToGoUnchecked(Database &database, const QDateTime &from, const QDateTime &until);

} // namespace keywork
