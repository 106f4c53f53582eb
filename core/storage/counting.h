// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/sql.h"

namespace keywork {

class Database;

/// What to count of one kind. A row without a value in `on` happened at no known time: with edges it is not counted.
struct RowCounts {
    QList<Filter> filters = {};
    QString by = {}; ///< a column: a count for each of its values; empty: not split
    QString on = {}; ///< a Date's or Instant's column, needed for edges
    /// Days or instants in their stored form, ascending: a period runs from one to before the next. Empty: one period, any time.
    QStringList edges = {};
};

struct RowCount {
    QVariant by; ///< null when not split, and for rows without a value
    int period = 0; ///< the number of the edge that it begins at
    qint64 count = 0;
};

/// Without what was entered in error; only what is there, by period, then by value. Knows nothing of rights.
/// NotFound when a column is none of the type's.
Result<QList<RowCount>> countRows(const Database &database, const RecordType &type, const RowCounts &wanted);

} // namespace keywork
