// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/sql.h"

namespace keywork {

class Records;

/// How a count is split over time, in the house's calendar; a week begins on Monday.
enum class Per { Whole, Day, Week, Month, Year };

/// What to count of one kind.
struct CountRequest {
    QList<Filter> filters = {};
    QString by = {}; ///< a choice's or a reference's column; empty: not split
    Per per = Per::Whole;
    std::optional<QDate> from = {}; ///< included; needed when it is split over time
    std::optional<QDate> until = {}; ///< included; needed when it is split over time
    QString on = {}; ///< the column of the day or moment; empty: the kind's own (`happens`)
};

struct CountCell {
    QVariant by; ///< a code or an id; null when not split, and for records that say nothing there
    QDate from; ///< the period's first day, not before the request's; invalid for a count over any time
    qint64 count = 0;
};

/// Numbers of records, as far as whoever asks may know them. Records about people whose record is closed to them are in no
/// cell at all, names and rooms included, and there is no total but the sum of the cells: nothing tells that somebody was
/// left out, or how many were. A count by or over a field asks for the right to read this field.
class Counting {
public:
    explicit Counting(const Records &records)
        : m_records(records)
    {
    }

    /// Only cells with something in them, by period, then by value. NotPermitted, as for reading the list; NotFound when a
    /// column or the kind's moment is missing; Invalid without the days that a split over time needs.
    Result<QList<CountCell>> counts(const RecordType &type, const CountRequest &request) const;
    static qint64 total(const QList<CountCell> &cells);

private:
    Done checkReadable(const RecordType &type, const CountRequest &request, const QString &on) const;
    const Records &m_records;
};

/// The first days of the periods from `from` to `until`, and the day behind the last one.
QList<QDate> periodEdges(Per per, QDate from, QDate until);

} // namespace keywork
