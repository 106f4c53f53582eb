// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/counting.h"

#include "core/base/anniversary.h"
#include "core/services/records/records.h"
#include "core/storage/counting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QDate nextEdge(Per per, QDate day)
{
    switch (per) {
    case Per::Day:
        return day.addDays(1);
    case Per::Week:
        return day.addDays(8 - day.dayOfWeek());
    case Per::Month:
        return monthsAfter(QDate(day.year(), day.month(), 1), 1, MonthEnd::LastDay); // the first of a month is in every one
    case Per::Year:
        return QDate(day.year() + 1, 1, 1);
    case Per::Whole:
        break;
    }
    return {};
}

} // namespace

QList<QDate> periodEdges(Per per, QDate from, QDate until)
{
    const QDate end = until.addDays(1);
    QList<QDate> edges{from};
    for (QDate next = nextEdge(per, from); next.isValid() && next < end; next = nextEdge(per, next))
        edges.append(next);
    edges.append(end);
    return edges;
}

qint64 Counting::total(const QList<CountCell> &cells)
{
    qint64 sum = 0;
    for (const CountCell &cell : cells)
        sum += cell.count;
    return sum;
}

Done Counting::checkReadable(const RecordType &type, const CountRequest &request, const QString &on) const
{
    const Error refused{m_records.session().refusal(), QString::fromLatin1(type.table), {}};
    if (!m_records.mayRead(type))
        return refused;
    QStringList columns{request.by, on};
    for (const Filter &filter : request.filters)
        columns.append(filter.column);
    for (const QString &column : std::as_const(columns))
        if (const Field *field = type.fieldNamed(column); field && !m_records.session().may(Act::Read, type.categoryOf(*field)))
            return refused;
    return {};
}

Result<QList<CountCell>> Counting::counts(const RecordType &type, const CountRequest &request) const
{
    const bool inTime = request.per != Per::Whole || request.from || request.until;
    const QString on = !inTime ? QString() : request.on.isEmpty() ? QString::fromLatin1(type.happens ? type.happens : "") : request.on;
    if (Done readable = checkReadable(type, request, on); !readable)
        return readable.error();
    const Field *moment = type.fieldNamed(on);
    if (inTime && (!moment || (moment->kind != Kind::Date && moment->kind != Kind::Instant)))
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    if (inTime && (!request.from || !request.until || *request.until < *request.from))
        return invalid({{on, Rule::EndsBeforeStart, {}}});
    RowCounts wanted{request.filters, request.by, on, {}};
    wanted.filters.append({{}, Filter::Comparison::NotOfPeople, idList(m_records.closed().people())});
    const auto unreadable = m_records.unreadableRows(type);
    if (!unreadable)
        return unreadable.error();
    if (!unreadable->isEmpty())
        wanted.filters.append({u"id"_s, Filter::Comparison::NotIn, idList(*unreadable)});
    const QList<QDate> edges = inTime ? periodEdges(request.per, *request.from, *request.until) : QList<QDate>();
    for (const QDate edge : edges)
        wanted.edges.append(moment->kind == Kind::Date ? edge.toString(Qt::ISODate) : toStoredText(m_records.clock().startOf(edge)));
    const auto counted = countRows(m_records.database(), type, wanted);
    if (!counted)
        return counted.error();
    QList<CountCell> cells;
    for (const RowCount &cell : *counted)
        cells.append({cell.by, edges.value(cell.period), cell.count});
    return cells;
}

} // namespace keywork
