// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/file_finding.h"

#include <QDateTime>
#include <QHash>
#include <QJsonValue>
#include <optional>

namespace keywork {

class Database;
struct RecordType;

/// What the history says that a record is by now.
struct HistorySays {
    qint64 version = 0; ///< 0: nothing was ever told of it
    qint64 last = 0; ///< sequence of the last entry that tells what it became
    qint64 person = 0; ///< whom that entry concerns
    bool isGone = false; ///< erased, or said to be missing
    bool mayBeGone = false; ///< names were taken out of it, or all of it
    bool isAccepted = false; ///< somebody said that it counts as it stood
    bool wordsKnown = true; ///< false: some of its words were erased
    std::optional<bool> withdrawn;
    QHash<QString, QJsonValue> values; ///< column → value, as far as told
};
Result<HistorySays> whatHistorySays(const Database &database, const RecordType &type, qint64 record);

/// Every row of every kind of record against its history. Reads both to the end: for a worker.
Result<QList<RowFinding>> rowsAgainstHistory(const Database &database);
/// The same for what decides who may see and what may leave: agreements with their categories, restrictions, who needs to
/// know, the team. By an index, for every sign-in: of agreements their version alone.
Result<QList<RowFinding>> decisionsAgainstHistory(const Database &database);

/// A manager, or whoever rescued the file, knows of these rows: they count from now on as they stand. In the caller's
/// transaction.
Done acceptRows(Database &database, const QList<RowFinding> &rows, qint64 by, const QDateTime &at);

} // namespace keywork
