// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/sql.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList columnsOf(const RecordType &type)
{
    QStringList columns;
    for (const Field &field : type.fields)
        columns.append(QString::fromLatin1(field.column));
    return columns;
}

QString sqlTypeOf(const Field &field)
{
    switch (field.kind) {
    case Kind::Integer:
    case Kind::Boolean:
    case Kind::Money:
    case Kind::Reference:
        return u"INTEGER"_s;
    case Kind::Picture:
        return u"BLOB"_s;
    default:
        return u"TEXT"_s;
    }
}

bool isColumn(const RecordType &type, const QString &column)
{
    return column == u"id" || column == u"created_at" || type.indexOf(column) >= 0;
}

QString condition(const Filter &filter)
{
    switch (filter.comparison) {
    case Filter::Comparison::Equals:
        return filter.column + u" = ?"_s;
    case Filter::Comparison::NotEquals:
        return filter.column + u" <> ?"_s;
    case Filter::Comparison::AtLeast:
        return filter.column + u" >= ?"_s;
    case Filter::Comparison::AtMost:
        return filter.column + u" <= ?"_s;
    case Filter::Comparison::BeginsWord:
        return u"' ' || %1 LIKE ? ESCAPE '\\'"_s.arg(filter.column);
    case Filter::Comparison::IsAbsent:
        return filter.column + u" IS NULL"_s;
    case Filter::Comparison::IsPresent:
        return filter.column + u" IS NOT NULL"_s;
    }
    return {};
}

/// For LIKE, where what was typed is only ever taken at its letters.
QString beginsWord(QString typed)
{
    for (const QChar sign : {u'\\', u'%', u'_'})
        typed.replace(sign, QString(u'\\') + sign);
    return u"% "_s + typed + u'%';
}

bool binds(const Filter &filter)
{
    return filter.comparison != Filter::Comparison::IsAbsent && filter.comparison != Filter::Comparison::IsPresent;
}

/// Empty for an unknown column: nothing but described names ever becomes SQL.
std::optional<QString> whereClause(const RecordType &type, const ListRequest &request)
{
    QStringList conditions;
    if (!request.withWithdrawn)
        conditions.append(u"withdrawn_at IS NULL"_s);
    for (const Filter &filter : request.filters) {
        if (!isColumn(type, filter.column))
            return {};
        conditions.append(condition(filter));
    }
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

} // namespace

QString insertSql(const RecordType &type)
{
    const QStringList columns = columnsOf(type);
    QStringList marks(columns.size() + 2, u"?"_s);
    const QString table = QLatin1String(type.table);
    // The id of a record that was erased is never given again: a later replay of the erasure would meet somebody else.
    return u"INSERT INTO %1 (id, created_at, created_by, %2) VALUES (1 + max(ifnull((SELECT max(id) FROM %1), 0), "
           "ifnull((SELECT max(record) FROM history WHERE kind = '%1'), 0)), %3)"_s.arg(table, columns.join(u", "_s), marks.join(u", "_s));
}

QString updateSql(const RecordType &type)
{
    QStringList assignments;
    for (const QString &column : columnsOf(type))
        assignments.append(column + u" = ?"_s);
    return u"UPDATE "_s + QLatin1String(type.table) + u" SET version = version + 1, "_s + assignments.join(u", "_s)
        + u" WHERE id = ? AND version = ?"_s;
}

QString selectSql(const RecordType &type)
{
    return u"SELECT id, version, created_at, created_by, withdrawn_at, "_s + columnsOf(type).join(u", "_s) + u" FROM "_s
        + QLatin1String(type.table);
}

QString listSql(const RecordType &type, const ListRequest &request)
{
    const std::optional<QString> where = whereClause(type, request);
    const bool own = request.orderBy.isEmpty();
    const QString orderBy = own ? QString::fromLatin1(type.orderBy) : request.orderBy;
    if (!where || !isColumn(type, orderBy))
        return {};
    const bool descending = own ? type.newestFirst : request.descending;
    QString sql = selectSql(type) + *where + u" ORDER BY "_s + orderBy + (descending ? u" DESC, id DESC"_s : u", id"_s);
    if (request.limit > 0)
        sql += u" LIMIT %1 OFFSET %2"_s.arg(request.limit).arg(request.offset);
    return sql;
}

QString countSql(const RecordType &type, const ListRequest &request)
{
    const std::optional<QString> where = whereClause(type, request);
    if (!where)
        return {};
    return u"SELECT count(*) FROM "_s + QLatin1String(type.table) + *where;
}

QList<QVariant> boundValues(const ListRequest &request)
{
    QList<QVariant> values;
    for (const Filter &filter : request.filters)
        if (binds(filter))
            values.append(
                filter.comparison == Filter::Comparison::BeginsWord ? QVariant(beginsWord(filter.value.toString())) : filter.value);
    return values;
}

QStringList expectedColumns(const RecordType &type)
{
    QStringList columns{u"id INTEGER"_s, u"created_at TEXT NOT NULL"_s, u"created_by INTEGER NOT NULL"_s, u"version INTEGER NOT NULL"_s,
        u"withdrawn_at TEXT"_s};
    for (const Field &field : type.fields) {
        QString line = QLatin1String(field.column) + u' ' + sqlTypeOf(field);
        if (!field.nullable)
            line += u" NOT NULL"_s;
        if (field.kind == Kind::Reference)
            line += u" REFERENCES "_s + QLatin1String(field.refers);
        columns.append(line);
    }
    return columns;
}

QStringList expectedSchema(const RecordType &type)
{
    QStringList lines{u"id INTEGER PRIMARY KEY"_s, u"created_at TEXT NOT NULL"_s, u"created_by INTEGER NOT NULL"_s,
        u"version INTEGER NOT NULL DEFAULT 1"_s, u"withdrawn_at TEXT"_s};
    lines += expectedColumns(type).mid(5);
    QStringList statements{u"CREATE TABLE "_s + QLatin1String(type.table) + u" ("_s + lines.join(u", "_s) + u") STRICT"_s};
    for (const Field &field : type.fields)
        if (field.kind == Kind::Reference)
            statements.append(u"CREATE INDEX "_s + QLatin1String(type.table) + u'_' + QLatin1String(field.column) + u" ON "_s
                + QLatin1String(type.table) + u" ("_s + QLatin1String(field.column) + u')');
    if (type.indexOf(u"number"_s) >= 0 && type.numberSeries)
        statements.append(
            u"CREATE UNIQUE INDEX "_s + QLatin1String(type.table) + u"_number ON "_s + QLatin1String(type.table) + u" (number)"_s);
    return statements;
}

} // namespace keywork
