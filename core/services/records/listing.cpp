// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/listing.h"

#include "core/services/records/records.h"
#include "core/storage/table.h"

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

} // namespace

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
    // Of a record that a closed person is one of several in, names are taken out after reading: found or placed by its words, it
    // would give them away.
    if (searches || !request.orderBy.isEmpty()) {
        const auto shared = m_records.closed().shared(m_records.database(), type);
        if (!shared)
            return shared.error();
        if (!shared->isEmpty())
            request.filters.append({u"id"_s, Filter::Comparison::NotIn, idList(shared->values())});
    }
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
