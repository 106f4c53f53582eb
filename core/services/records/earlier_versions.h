// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/services/records/history_lines.h"

namespace keywork {

class Records;

/// A record as it stood after one entry of its history.
struct EarlierVersion {
    HistoryLine entry;
    KeptRow row; ///< only what the person signed in may read
    bool isPresent = false; ///< nothing changed since
};

/// Bringing back how a record was: a new entry, nothing is taken out of the history.
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

private:
    Records &m_records;
};

} // namespace keywork
