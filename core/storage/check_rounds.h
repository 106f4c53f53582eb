// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QDateTime>

namespace keywork {

class Database;

/// Series of timed checks that nobody ended and that no check at their end finished, and those that were to end, or were ended,
/// from `since` on; in the order in which they began.
Result<QList<KeptRow>> checkSeriesSince(Database &database, const QDateTime &since);
/// The checks of these series that stand, in the order of writing; one statement. With `since` without those from before the
/// last one that counted by then.
Result<QList<KeptRow>> checksOfSeries(Database &database, const QList<qint64> &series, const std::optional<QDateTime> &since = {});

} // namespace keywork
