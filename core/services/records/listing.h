// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/sql.h"

namespace keywork {

class Records;

/// Lists that are read page by page while somebody scrolls: what Records::list shows, with the rows that are closed to
/// whoever reads left out in the question, not in the answer, so that a page is full unless it is the last.
class Listing {
public:
    explicit Listing(const Records &records)
        : m_records(records)
    {
    }

    /// What may not be read finds nothing and orders nothing: NotPermitted for such an order, no rows for such words.
    Result<QList<KeptRow>> page(const RecordType &type, const ListRequest &request) const;
    /// How many rows there are, whatever the request's limit and place.
    Result<qint64> count(const RecordType &type, const ListRequest &request) const;
    /// Every row, read in pages.
    Result<QList<KeptRow>> all(const RecordType &type, ListRequest request) const;
    /// Whether the list may be ordered or searched by this column.
    bool mayUse(const RecordType &type, const QString &column) const;

private:
    Result<ListRequest> readable(const RecordType &type, ListRequest request) const;
    const Records &m_records;
};

/// Rows of a page: more than a screen holds, few enough that nobody waits.
inline constexpr int kPageRows = 200;

} // namespace keywork
