// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/counting.h"

#include "core/storage/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isColumnOrNone(const RecordType &type, const QString &column) { return column.isEmpty() || type.indexOf(column) >= 0; }

/// The period that a stored day or moment falls into; it is known to lie between the edges.
int periodOf(const QStringList &edges, const QString &moment)
{
    return int(std::upper_bound(edges.cbegin(), edges.cend(), moment) - edges.cbegin()) - 1;
}

} // namespace

Result<QList<RowCount>> countRows(const Database &database, const RecordType &type, const RowCounts &wanted)
{
    ListRequest request{.filters = wanted.filters};
    const bool inPeriods = wanted.edges.size() > 1;
    if (inPeriods) {
        request.filters.append({wanted.on, Filter::Comparison::AtLeast, wanted.edges.first()});
        request.filters.append({wanted.on, Filter::Comparison::Before, wanted.edges.last()});
    }
    const auto where = whereClause(type, request);
    if (!where || !isColumnOrNone(type, wanted.by) || !isColumnOrNone(type, wanted.on) || (inPeriods && wanted.on.isEmpty()))
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    const QString by = wanted.by.isEmpty() ? u"NULL"_s : wanted.by;
    const QString on = inPeriods ? wanted.on : u"''"_s;
    Query query(
        database, u"SELECT %1, %2, count(*) FROM %3%4 GROUP BY 1, 2 ORDER BY 2, 1"_s.arg(by, on, QLatin1String(type.table), *where));
    if (Done done = query.bind(boundValues(type, request)).run(); !done)
        return done.error();
    // The days of a period are added up here: months and nights of the house's zone are not SQLite's.
    QMap<int, QList<RowCount>> periods;
    while (query.next()) {
        const int period = inPeriods ? periodOf(wanted.edges, query.text(1)) : 0;
        QList<RowCount> &cells = periods[period];
        const QVariant value = query.value(0);
        const auto known = std::find_if(cells.begin(), cells.end(), [&](const RowCount &cell) { return cell.by == value; });
        if (known != cells.end())
            known->count += query.number(2);
        else
            cells.append({value, period, query.number(2)});
    }
    if (Done done = query.finished(); !done)
        return done.error();
    QList<RowCount> all;
    for (QList<RowCount> &cells : periods) {
        std::stable_sort(cells.begin(), cells.end(),
            [](const RowCount &a, const RowCount &b) { return QVariant::compare(a.by, b.by) == QPartialOrdering::Less; });
        all += cells;
    }
    return all;
}

} // namespace keywork
