// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// The records that others name, read at one statement a table and kept; as whoever is signed in may see them.
class Names {
public:
    explicit Names(const Records &records)
        : m_records(records)
    {
    }
    /// Reads what these rows refer to and was not read before; by these fields of theirs only, when any are given.
    /// What may not be read stays without a name.
    void learn(const QList<KeptRow> &rows, const QList<const Field *> &fields = {});
    /// Null for what was not learned or may not be seen.
    const Row *named(const QString &table, qint64 id) const;
    void clear() { m_known.clear(); }
    const Records &records() const { return m_records; }

private:
    const Records &m_records;
    QHash<QString, QHash<qint64, Row>> m_known; ///< without a type: not to be seen
};

/// Records of one kind by their ids, in one statement; those that may not be seen are left out. NotPermitted for the kind.
Result<QHash<qint64, Row>> namesOf(const Records &records, const RecordType &type, const QList<qint64> &ids);

} // namespace keywork
