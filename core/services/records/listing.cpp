// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/listing.h"

#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What is left of a row of this kind when its person's record is closed: nothing, or a part of it.
bool keepsPartOfClosed(const ClosedRecords &closed, const RecordType &type, qint64 person)
{
    Row row = emptyRow(type);
    for (const QString &column : columnsOfPeople(type))
        if (type.indexOf(column) >= 0)
            row.set(column, person);
    return closed.visiblePart(type, person, row).has_value();
}

/// What a request asks about: the columns that decide which rows it gives, and in which order.
QStringList columnsAsked(const RecordType &type, const ListRequest &request)
{
    QStringList columns{request.orderBy};
    for (const QList<Filter> *filters : {&request.filters, &request.anyOf})
        for (const Filter &filter : *filters)
            columns += filter.column.isEmpty() ? columnsOfPeople(type) : QStringList{filter.column};
    columns.removeIf([&type](const QString &column) {
        const Field *field = type.fieldNamed(column);
        return !field || !canName(*field);
    });
    return columns;
}

} // namespace

Result<QList<qint64>> Listing::givingAway(const RecordType &type, const ListRequest &request) const
{
    const ClosedRecords &closed = m_records.closed();
    const QStringList columns = columnsAsked(type, request);
    const auto shared = columns.isEmpty() ? Result<QSet<qint64>>(QSet<qint64>()) : closed.shared(m_records.database(), type);
    if (!shared || shared->isEmpty())
        return shared ? Result<QList<qint64>>(QList<qint64>()) : shared.error();
    const auto rows = Table(m_records.database(), type).some(shared->values());
    if (!rows)
        return rows.error();
    QList<qint64> telling;
    for (const KeptRow &kept : *rows) {
        const Row shown = closed.withoutNamesOfClosed(kept.row);
        if (std::any_of(
                columns.cbegin(), columns.cend(), [&](const QString &column) { return shown.value(column) != kept.row.value(column); }))
            telling.append(kept.id);
    }
    return telling;
}

bool Listing::mayUse(const RecordType &type, const QString &column) const
{
    const Field *field = type.fieldNamed(column);
    return !field || m_records.session().may(Act::Read, type.categoryOf(*field));
}

Result<ListRequest> Listing::readable(const RecordType &type, ListRequest request) const
{
    if (!m_records.mayRead(type) || !mayUse(type, request.orderBy))
        return Error{m_records.session().refusal(), QString::fromLatin1(type.table), {}};
    const auto unreadable = m_records.unreadableRows(type);
    if (!unreadable)
        return unreadable.error();
    if (!unreadable->isEmpty())
        request.filters.append({u"id"_s, Filter::Comparison::NotIn, idList(*unreadable)});
    const bool searches = !request.anyOf.isEmpty();
    request.anyOf.removeIf([&](const Filter &filter) { return !mayUse(type, filter.column); });
    if (searches && request.anyOf.isEmpty())
        request.filters.append({u"id"_s, Filter::Comparison::In, QVariantList()});
    const auto telling = givingAway(type, request);
    if (!telling)
        return telling.error();
    if (!telling->isEmpty())
        request.filters.append({u"id"_s, Filter::Comparison::NotIn, idList(*telling)});
    const QList<qint64> closed = m_records.closed().people();
    if (closed.isEmpty() || columnsOfPeople(type).isEmpty())
        return request;
    // Of a closed stay or person some fields are shown; found or placed by the others, they would give these away.
    const bool isPlain = !searches && request.orderBy.isEmpty();
    if (!isPlain || !keepsPartOfClosed(m_records.closed(), type, closed.first()))
        request.filters.append({{}, Filter::Comparison::NotOfPeople, idList(closed)});
    return request;
}

Result<QList<KeptRow>> Listing::page(const RecordType &type, const ListRequest &request) const
{
    const auto wanted = readable(type, request);
    return wanted ? m_records.list(type, *wanted) : Result<QList<KeptRow>>(wanted.error());
}

Result<qint64> Listing::count(const RecordType &type, const ListRequest &request) const
{
    const auto wanted = readable(type, request);
    return wanted ? Table(m_records.database(), type).count(*wanted) : Result<qint64>(wanted.error());
}

Result<QList<KeptRow>> Listing::all(const RecordType &type, ListRequest request) const
{
    QList<KeptRow> rows;
    request.limit = kPageRows;
    for (;;) {
        const auto next = page(type, request);
        if (!next)
            return next;
        rows += *next;
        if (next->size() < request.limit)
            return rows;
        request.after = placeBehind(type, request, rows.last());
    }
}

} // namespace keywork
