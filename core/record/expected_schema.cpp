// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/sql.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

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

/// What lists are ordered by and days are looked for in, but for what has an index already. A part of another
/// record is read with it, and needs none for its order.
QStringList indexedForLists(const RecordType &type)
{
    const bool isPart = type.childOf || QLatin1String(type.orderBy) == QLatin1String("position");
    QStringList columns;
    for (const char *column : {isPart ? nullptr : type.orderBy, type.happens}) {
        const Field *field = column ? type.fieldNamed(QLatin1String(column)) : nullptr;
        const bool isIndexed = field && (field->kind == Kind::Reference || uniquenessOf(type, *field) != Unique::No);
        if (field && !isIndexed && !columns.contains(QLatin1String(column)))
            columns.append(QLatin1String(column));
    }
    return columns;
}

} // namespace

Unique uniquenessOf(const RecordType &type, const Field &field)
{
    if (type.numberSeries && QLatin1String(field.column) == QLatin1String("number"))
        return Unique::Ever;
    return field.onlyOne ? Unique::Standing : Unique::No;
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
    for (const QString &column : indexedForLists(type))
        statements.append(u"CREATE INDEX "_s + QLatin1String(type.table) + u'_' + column + u" ON "_s + QLatin1String(type.table) + u" ("_s
            + column + (isOrderedAsText(*type.fieldNamed(column)) ? u" COLLATE NOCASE)"_s : u")"_s));
    for (const Field &field : type.fields)
        if (const Unique unique = uniquenessOf(type, field); unique != Unique::No)
            statements.append(u"CREATE UNIQUE INDEX "_s + QLatin1String(type.table) + u'_' + QLatin1String(field.column) + u" ON "_s
                + QLatin1String(type.table) + u" ("_s + QLatin1String(field.column) + u')'
                + (unique == Unique::Standing ? u" WHERE withdrawn_at IS NULL"_s : QString()));
    return statements;
}

} // namespace keywork
