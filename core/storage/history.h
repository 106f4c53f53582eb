// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/history_action.h"

#include <QJsonObject>

namespace keywork {

class Database;

/// One line of what happened in the file.
struct HistoryEntry {
    qint64 sequence = 0;
    QDateTime at;
    qint64 by = 0; ///< staff; 0 before anyone signed in
    HistoryAction action = HistoryAction::Viewed;
    QString kind; ///< table, or empty
    qint64 record = 0;
    qint64 person = 0; ///< whom it concerns, 0 for nobody
    QJsonObject changes; ///< column → [before, after]; for an action without change what it was about
};

/// Adds `entry` in the caller's transaction: keyed chain over all entries, salted commitment over the content, so that
/// a lawful erasure of content keeps the chain valid (trust.md, "Audit").
Done addHistory(Database &database, const HistoryEntry &entry);

/// Newest first; `person` or `kind` and `record` narrow it down.
struct HistoryRequest {
    qint64 person = 0;
    QString kind = {};
    qint64 record = 0;
    int limit = 200;
    bool changesOnly = false; ///< leaves out looking, searching and signing in
};
Result<QList<HistoryEntry>> readHistory(Database &database, const HistoryRequest &request);

} // namespace keywork
