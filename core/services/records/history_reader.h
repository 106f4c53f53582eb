// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/records/history_lines.h"

namespace keywork {

class RecordReader;
struct RecordType;

/// What happened to a person's record, or to one record, as far as whoever is signed in may read it.
class HistoryReader {
public:
    explicit HistoryReader(const RecordReader &records)
        : m_records(records)
    {
    }

    /// Newest first. NeedToKnow; NotFound for no person.
    Result<QList<HistoryLine>> ofPerson(qint64 person, bool changesOnly, int limit = 200) const;
    /// NotPermitted, NeedToKnow; NotFound for no record.
    Result<QList<HistoryLine>> ofRecord(const RecordType &type, qint64 record) const;

private:
    const RecordReader &m_records;
};

} // namespace keywork
