// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Series of timed checks that nobody ended and that no check at their end finished, in the order in which they began.
Result<QList<KeptRow>> openCheckSeries(Database &database);
/// The checks of these series that stand, in the order of writing; one statement.
Result<QList<KeptRow>> checksOfSeries(Database &database, const QList<qint64> &series);

} // namespace keywork
