// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records.h"

namespace keywork {

/// A record as it stood after one entry of its history.
struct EarlierVersion {
    HistoryLine entry;
    KeptRow row; ///< only what the person signed in may read
    bool isPresent = false; ///< nothing changed since
};

/// Undoing the last save, and bringing back how a record was: both are new entries, nothing is taken out of the history.
class EarlierVersions {
public:
    explicit EarlierVersions(Records &records)
        : m_records(records)
    {
    }

    /// Newest first. NotPermitted, NeedToKnow, NotFound.
    Result<QList<EarlierVersion>> of(const RecordType &type, qint64 record) const;
    /// Saves the record as it stood after that entry. A picture stays as it is: the history keeps only its fingerprint.
    Result<KeptRow> bringBack(const RecordType &type, qint64 record, qint64 sequence);

    /// Whether the last commit of this session can be undone.
    bool canUndo() const;
    /// Undoes the last commit of this session as a whole; once more brings it back. `reason` stands beside a record that
    /// was added and is marked as entered in error now. Conflict when somebody changed it since; NotAllowedNow for what
    /// has left the house or was signed.
    Done undo(const QString &reason);

private:
    Done undoEntry(const HistoryEntry &entry, const QString &reason);
    Records &m_records;
};

} // namespace keywork
