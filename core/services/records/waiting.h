// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/drafts.h"
#include "core/storage/history.h"

#include <QElapsedTimer>
#include <QList>

namespace keywork {

// What has to stand in the history although the file can't take it: its disk is full, another file stands in its place, or
// it is only looked at in a copy. It waits in memory, sealed in another place (keeping/aside), and joins once.

/// Whether what was to be written may wait.
inline bool isForLater(ErrorKind kind) { return kind == ErrorKind::NoRoom || kind == ErrorKind::FileGone; }

/// An entry of the history, and whether the row that it tells of is written with it.
struct WaitingEntry {
    HistoryEntry entry;
    bool writesRow = false;
};

/// What one commit would have written, in its order.
struct WaitingCommit {
    QString id; ///< known again by it, so that it joins once
    QList<WaitingEntry> entries;
    bool isSealed = false; ///< outside the memory: it outlives the program
};

/// Whether its row may be written later, without asking anybody's rights again: of what leaves, what is handed over with it,
/// and that a restricted record was opened with a reason.
bool mayWaitAsRow(const WaitingEntry &waiting);

QString newWaitingId();
/// As they are sealed; and back: none when it is something else. What says that it is still to come happened at `now`.
QByteArray plainOf(const WaitingCommit &commit);
std::optional<WaitingCommit> waitingCommitFrom(const QJsonObject &plain, const QDateTime &now);
QByteArray plainOf(const WaitingDraft &draft);
std::optional<WaitingDraft> waitingDraftFrom(const QJsonObject &plain, const QDateTime &now);

/// Of one open file.
struct WaitingList {
    QList<WaitingCommit> commits;
    QList<WaitingEntry> running; ///< what the commit that runs has written so far
    QList<WaitingEntry> unkept; ///< all that the last one wrote, when it could not be kept
    QElapsedTimer sinceTried;
};

} // namespace keywork
