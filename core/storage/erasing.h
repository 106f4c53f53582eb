// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/retention.h"
#include "core/record/record_type.h"

#include <QDateTime>

namespace keywork {

class Database;

struct ErasedCounts {
    qint64 records = 0;
    qint64 entries = 0; ///< of the history, whose words are gone
    /// Other records that lost words, since somebody was one of several in them: each needs its entry (namesRemoved), or the
    /// check of the history would miss the words.
    QList<ErasedRecord> emptied = {};
    /// Records that had been made one with this one and went too: each needs its entry, for files in which they stand apart.
    QList<ErasedRecord> along = {};
    bool parted = false; ///< two records that were one stand apart again: search words have to be written anew
};
struct HistoryEntry;
HistoryEntry namesRemoved(const ErasedRecord &emptied, qint64 by, const QDateTime &at);

/// Deletes the rows about a record, their search words, drafts that hold them and the words of their history, in the
/// caller's transaction. The words stay in free pages until the file is written anew (storage/vault_copy).
/// A record that is not there any more counts as none.
Result<ErasedCounts> eraseRecord(Database &database, const ErasedRecord &record);
/// The same with its entry in the history, in a transaction of its own; for files that are being restored. Where somebody's
/// record is one with somebody else's in that file, and was parted later on, they are parted first: one goes, the other stays.
Result<ErasedCounts> eraseAgain(Database &database, const QList<ErasedRecord> &records, qint64 by, const QDateTime &at);
/// What was erased in this file so far.
Result<QList<ErasedRecord>> erasedRecords(Database &database);

} // namespace keywork
