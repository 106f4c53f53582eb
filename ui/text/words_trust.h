// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/keeping/file_check.h"
#include "core/services/keeping/rescuing.h"

namespace keywork::words {

/// What is wrong with a file that is older than it should be.
QString fileWarning(const FileWarning &warning);
/// Records of one kind that are not what the history last said of them; all such of a check, a line for each kind.
QString rowsOlder(const QString &table, qsizetype records);
QStringList rowsOlder(const QList<RowFinding> &rows);
/// What is to be said of the pages; empty when they are those that were written last.
QStringList pagesFound(const PagesFound &pages);
/// Why the open file takes nothing at the moment, what that means and what to do; `place`: where what was typed waits.
QString takesNothing(const Error &error, const AsidePlace &place);
/// The same when the window was locked.
QString lockedWhile(const Error &error, const AsidePlace &place);
/// Empty when both copies were whole.
QString headCopies(HeadCopies copies);
QString clockJump(const ClockJump &jump);
/// What a check of the history does not say.
QString onlyTheHistory();
/// Today, and what commands say, while the clock stands before the history.
QString clockBehind(const Clock &clock);
QString auditFinding(const HistoryFinding &finding);
/// Why something left, as the ledger keeps it: of a list the name of what it lists.
QString whyLeft(const QString &reason);
/// What a check found, for who has to do something about it: sentences, then SQLite's own lines for technicians.
QStringList damageFound(const QStringList &lines);
/// What a table of the file holds; its own name for those that no screen shows.
QString tableName(const QString &table);
QString lostRecord(const LostRecord &record);

/// What came of a rescue, for screen and command: what was read, what is missing, and whether the new file is sound.
struct RescueSentence {
    enum class Look { Plain, Strong, Problem, Soft };
    QString text;
    Look look = Look::Plain;
};
QList<RescueSentence> rescueSentences(const Rescued &rescued);

} // namespace keywork::words
