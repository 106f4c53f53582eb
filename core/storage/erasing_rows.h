// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QVariant>

namespace keywork {

class Database;

// What erasing is made of; each in the caller's transaction. Table and column names are those of descriptions.

/// The first column of a statement as ids.
Result<QList<qint64>> idsIn(Database &database, const QString &sql, const QList<QVariant> &values);
/// Deletes the rows whose `column` holds `value`, with their search words and happenings. Gives how many there were.
Result<qint64> eraseRows(Database &database, const QString &kind, const QString &column, qint64 value);
/// Deletes what entries of the history say; the entries stay, in their chain. `condition` is over history.
Result<qint64> eraseWords(Database &database, const QString &condition, const QList<QVariant> &values);

} // namespace keywork
