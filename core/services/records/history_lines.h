// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>

namespace keywork {

class Database;
struct HistoryEntry;

/// A line of the history as a screen shows it.
struct HistoryLine {
    QDateTime at;
    QString by; ///< empty: nobody who is known
    QString action; ///< code of HistoryAction
    QString kind;
    qint64 record = 0;
    QJsonObject changes;
    qint64 sequence = 0;
    qint64 person = 0;
    QString personNumber = {}; ///< P-0031; empty for nobody, and for a record that was erased
    QString member = {}; ///< the member of the team whom it is about, when it is about one
    QString within = {}; ///< what the kind's withinOf() says of the record, as it is kept: the area of a plan; empty for none
};

/// Names of staff and numbers of residents beside entries of the history. Safe in a worker with its own connection.
Result<QList<HistoryLine>> historyLines(Database &database, const QList<HistoryEntry> &entries);

} // namespace keywork
