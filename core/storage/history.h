// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/history_action.h"
#include "core/domain/history_finding.h"
#include "core/vault/secret_key.h"

#include <QJsonObject>
#include <optional>

namespace keywork {

class Database;
struct VaultHeader;

/// Stands in the place of a table in entries about searches, so that what erasing takes out of them is accounted for.
inline const QString kSearchEntries = QStringLiteral("search");

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
/// a lawful erasure of content keeps the chain valid (trust.md, "Audit"). Gives the entry's sequence.
Result<qint64> addHistory(Database &database, const HistoryEntry &entry);

/// The last entry: whoever knows it can tell that a file lost entries since.
struct HistoryHead {
    qint64 sequence = 0;
    QByteArray mac; ///< 32 bytes; empty for a history without entries
    bool operator==(const HistoryHead &) const = default;
};
/// As the file's own header knows it, or a backup's.
HistoryHead auditHeadOf(const VaultHeader &header);
Result<HistoryHead> historyHead(const Database &database);
/// What stands at a sequence; an empty mac when there is no such entry.
Result<HistoryHead> historyAt(const Database &database, qint64 sequence);

/// The latest moment at which an entry behind the sequence was written; invalid without one.
Result<QDateTime> latestMoment(const Database &database, qint64 afterSequence = 0);
/// The day of the later of the two: what has ended does not begin again because a clock was set back.
QDate laterOf(const QDateTime &now, const Database &database);

struct HistoryReport {
    HistoryHead head;
    qint64 entries = 0;
    qint64 erased = 0; ///< entries whose words are lawfully gone
    QList<HistoryFinding> findings; ///< at most 200
    QList<ClockJump> jumps; ///< where the clock was set back by more than clocks differ; at most 200
};
/// Reads every entry; safe in a worker. `known` are heads from the header, a backup, a PC, a printed seal.
Result<HistoryReport> verifyHistory(const Database &database, const QList<HistoryHead> &known);
/// Keeps the key of the chain so far beside a file that begins a new one.
Done keepHistoryKey(Database &database, qint64 untilSequence, const SecretKey &key);

/// Newest first; `person` or `kind` and `record` narrow it down.
struct HistoryRequest {
    qint64 person = 0;
    QString kind = {};
    qint64 record = 0;
    int limit = 200;
    bool changesOnly = false; ///< leaves out looking, searching and signing in
    qint64 by = 0; ///< staff
    QList<HistoryAction> actions = {}; ///< empty: all
    std::optional<QDateTime> from = {};
    std::optional<QDateTime> until = {}; ///< not included
    qint64 before = 0; ///< sequence: the page of older entries
    qint64 after = 0; ///< sequence: entries behind it
    QList<qint64> sequences = {}; ///< empty: all
    QStringList involvedIn = {}; ///< with `person`: also of the records of these kinds that the person is one of several in
};
Result<QList<HistoryEntry>> readHistory(Database &database, const HistoryRequest &request);

} // namespace keywork
