// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/table.h"

#include "core/storage/query.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

KeptRow readRow(const Query &query, const RecordType &type)
{
    KeptRow kept;
    kept.id = query.number(0);
    kept.version = query.number(1);
    kept.createdAt = fromStoredText(query.text(2));
    kept.createdBy = query.number(3);
    if (const QVariant withdrawn = query.value(4); !withdrawn.isNull())
        kept.withdrawnAt = fromStoredText(withdrawn.toString());
    kept.row.type = &type;
    kept.row.values.reserve(qsizetype(type.fields.size()));
    for (size_t i = 0; i < type.fields.size(); ++i)
        kept.row.values.append(query.value(5 + int(i)));
    return kept;
}

Done changedOne(Query &query)
{
    if (Done done = query.run(); !done)
        return done;
    if (query.rowsChanged() != 1)
        return Error{ErrorKind::Conflict, {}, {}};
    return {};
}

} // namespace

Result<qint64> Table::insert(const Row &row, const QDateTime &at, qint64 by)
{
    Query query(m_database, insertSql(m_type));
    query.bind(toStoredText(at)).bind(by).bind(row.values);
    if (Done done = query.run(); !done)
        return done.error();
    return query.lastId();
}

Done Table::update(qint64 id, qint64 version, const Row &row)
{
    Query query(m_database, updateSql(m_type));
    query.bind(row.values).bind(id).bind(version);
    return changedOne(query);
}

Done Table::withdraw(qint64 id, qint64 version, const QDateTime &at)
{
    Query query(m_database,
        u"UPDATE "_s + QLatin1String(m_type.table) + u" SET version = version + 1, withdrawn_at = ? WHERE id = ? AND version = ?"_s);
    query.bind(toStoredText(at)).bind(id).bind(version);
    return changedOne(query);
}

Done Table::reinstate(qint64 id, qint64 version)
{
    Query query(m_database,
        u"UPDATE "_s + QLatin1String(m_type.table) + u" SET version = version + 1, withdrawn_at = NULL WHERE id = ? AND version = ?"_s);
    query.bind(id).bind(version);
    return changedOne(query);
}

Result<KeptRow> Table::find(qint64 id)
{
    Query query(m_database, selectSql(m_type) + u" WHERE id = ?"_s);
    if (Done done = query.bind(id).run(); !done)
        return done.error();
    if (!query.next() && !query.finished())
        return query.finished().error();
    if (!query.isOnRow())
        return Error{ErrorKind::NotFound, QString::fromLatin1(m_type.table), {}};
    return readRow(query, m_type);
}

Result<QList<KeptRow>> Table::some(const QList<qint64> &ids)
{
    return list({.filters = {{u"id"_s, Filter::Comparison::In, idList(ids)}}, .orderBy = u"id"_s, .withWithdrawn = true});
}

Result<QList<KeptRow>> Table::list(const ListRequest &request)
{
    auto rows = rowsOf(listSql(m_type, request), boundListValues(m_type, request));
    const bool inFirstPart = request.after && !request.after->value.isNull() && orderMayBeAbsent(m_type, request);
    if (!rows || !inFirstPart || (request.limit > 0 && rows->size() >= request.limit))
        return rows;
    // The page reaches the rows without a value, which come after all others: a part of its own, so that both use the index.
    ListRequest rest = request;
    const bool descending = request.orderBy.isEmpty() ? m_type.newestFirst : request.descending;
    rest.after = After{{}, descending ? std::numeric_limits<qint64>::max() : 0};
    rest.limit = request.limit > 0 ? request.limit - int(rows->size()) : 0;
    auto absent = rowsOf(listSql(m_type, rest), boundListValues(m_type, rest));
    if (!absent)
        return absent;
    return *rows + *absent;
}

Result<QList<KeptRow>> Table::rowsOf(const QString &sql, const QList<QVariant> &values)
{
    Query query(m_database, sql);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    QList<KeptRow> rows;
    while (query.next())
        rows.append(readRow(query, m_type));
    if (Done done = query.finished(); !done)
        return done.error();
    return rows;
}

Result<QList<KeptRow>> Table::listWhere(const QString &tail, const QList<QVariant> &values)
{
    return rowsOf(selectSql(m_type) + u" WHERE "_s + tail, values);
}

Result<qint64> Table::count(const ListRequest &request)
{
    const auto value = valueOf(m_database, countSql(m_type, request), boundValues(m_type, request));
    if (!value)
        return value.error();
    return value->toLongLong();
}

} // namespace keywork
