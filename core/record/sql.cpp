// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/sql.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <limits>

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

bool isColumn(const RecordType &type, const QString &column)
{
    return column == u"id" || column == u"created_at" || type.indexOf(column) >= 0;
}

// One bound text however many values: they never meet the limit of bound values, and the statement stays the same.
QString listedIn(const QString &column) { return column + u" IN (SELECT value FROM json_each(?))"_s; }

QString asJson(const QVariant &list) { return QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(list.toList())).toJson()); }

bool isAboutPeople(const Filter &filter)
{
    return filter.comparison == Filter::Comparison::OfPeople || filter.comparison == Filter::Comparison::NotOfPeople;
}

QString peopleCondition(const RecordType &type, Filter::Comparison comparison)
{
    const bool wanted = comparison == Filter::Comparison::OfPeople;
    QStringList parts;
    for (const QString &column : columnsOfPeople(type))
        parts.append(wanted ? listedIn(column) : u"("_s + column + u" IS NULL OR NOT "_s + listedIn(column) + u')');
    if (parts.isEmpty())
        return wanted ? u"0"_s : u"1"_s;
    return u'(' + parts.join(wanted ? u" OR "_s : u" AND "_s) + u')';
}

QString condition(const RecordType &type, const Filter &filter)
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
    case Filter::Comparison::Before:
        return filter.column + u" < ?"_s;
    case Filter::Comparison::IsAbsent:
        return filter.column + u" IS NULL"_s;
    case Filter::Comparison::IsPresent:
        return filter.column + u" IS NOT NULL"_s;
    case Filter::Comparison::In:
        return listedIn(filter.column);
    case Filter::Comparison::NotIn:
        return u"NOT "_s + listedIn(filter.column);
    case Filter::Comparison::Between:
        return filter.column + u" BETWEEN ? AND ?"_s;
    case Filter::Comparison::Contains:
        return u"instr(folded("_s + filter.column + u"), ?) > 0"_s;
    case Filter::Comparison::OfPeople:
    case Filter::Comparison::NotOfPeople:
        return peopleCondition(type, filter.comparison);
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

QList<QVariant> bound(const RecordType &type, const Filter &filter)
{
    switch (filter.comparison) {
    case Filter::Comparison::IsAbsent:
    case Filter::Comparison::IsPresent:
        return {};
    case Filter::Comparison::In:
    case Filter::Comparison::NotIn:
        return {asJson(filter.value)};
    case Filter::Comparison::Between:
        return {filter.value, filter.until};
    case Filter::Comparison::Contains:
        return {filter.value.toString().isEmpty() ? emptyText() : folded(filter.value.toString())};
    case Filter::Comparison::OfPeople:
    case Filter::Comparison::NotOfPeople:
        return QList<QVariant>(columnsOfPeople(type).size(), asJson(filter.value));
    case Filter::Comparison::BeginsWord:
        return {beginsWord(filter.value.toString())};
    default:
        return {filter.value};
    }
}

/// What a list is ordered by.
struct Order {
    QString column;
    QString expression;
    bool descending = false;
    bool mayBeAbsent = false;
};

/// What people write stands as they look for it: without accents, numbers by their value.
bool isOrderedByKey(const Field *field) { return field && field->kind == Kind::Text; }

/// Empty for an unknown column.
std::optional<Order> orderOf(const RecordType &type, const ListRequest &request)
{
    const bool own = request.orderBy.isEmpty();
    Order order{own ? QString::fromLatin1(type.orderBy) : request.orderBy, {}, own ? type.newestFirst : request.descending, false};
    if (!isColumn(type, order.column))
        return {};
    const Field *field = type.fieldNamed(order.column);
    const bool isRanked = !request.ranks.isEmpty();
    order.expression = isRanked                 ? u"rank_place"_s
        : isOrderedByKey(field)                 ? u"order_key("_s + order.column + u')'
        : field && isOrderedAsText(*field)      ? order.column + u" COLLATE NOCASE"_s
        : field && field->kind == Kind::Measure ? u"CAST("_s + order.column + u" AS REAL)"_s
                                                : order.column;
    order.mayBeAbsent = isRanked || (field && field->nullable);
    return order;
}

/// What stands behind the place to go on from; rows without a value come after all others, in a part of their own.
QString behind(const Order &order, const After &after)
{
    const QString direction = order.descending ? u"<"_s : u">"_s;
    if (after.value.isNull())
        return u"("_s + order.expression + u" IS NULL AND id "_s + direction + u" ?)"_s;
    if (order.column == u"id")
        return u"id "_s + direction + u" ?"_s;
    // SQLite finds no index for (a, id) > (?, ?) when `a` has a collation; said in two steps it does.
    return order.expression + u' ' + direction + u"= ? AND ("_s + order.expression + u' ' + direction + u" ? OR id "_s + direction
        + u" ?)"_s;
}

} // namespace

QStringList columnsOfPeople(const RecordType &type)
{
    if (QLatin1String(type.table) == QLatin1String("person"))
        return {u"id"_s};
    QStringList columns;
    for (const Field &field : type.fields)
        if (field.refers && field.tie != Tie::Mention)
            columns.append(QString::fromLatin1(field.column));
    return columns;
}

QVariantList idList(const QList<qint64> &ids)
{
    QVariantList list;
    list.reserve(ids.size());
    for (const qint64 id : ids)
        list.append(id);
    return list;
}

bool orderMayBeAbsent(const RecordType &type, const ListRequest &request)
{
    const auto order = orderOf(type, request);
    return order && order->mayBeAbsent;
}

After placeBehind(const RecordType &type, const ListRequest &request, const KeptRow &last)
{
    const auto order = orderOf(type, request);
    if (!order || order->column == u"id")
        return {last.id, last.id};
    const QVariant value = order->column == u"created_at" ? QVariant(toStoredText(last.createdAt)) : last.row.value(order->column);
    const Field *field = type.fieldNamed(order->column);
    if (request.ranks.isEmpty() && field && field->kind == Kind::Measure && !value.isNull())
        return {value.toString().toDouble(), last.id};
    if (request.ranks.isEmpty() && isOrderedByKey(field) && !value.isNull())
        return {orderKey(value.toString()), last.id};
    if (request.ranks.isEmpty())
        return {value, last.id};
    const qsizetype place = request.ranks.indexOf(value);
    return {place < 0 ? QVariant() : QVariant(place), last.id};
}

/// Nothing but described names ever becomes SQL.
std::optional<QString> whereClause(const RecordType &type, const ListRequest &request)
{
    QStringList conditions;
    if (!request.withWithdrawn)
        conditions.append(u"withdrawn_at IS NULL"_s);
    for (const Filter &filter : request.filters + request.anyOf)
        if (!isAboutPeople(filter) && !isColumn(type, filter.column))
            return {};
    for (const Filter &filter : request.filters)
        conditions.append(condition(type, filter));
    QStringList any;
    for (const Filter &filter : request.anyOf)
        any.append(condition(type, filter));
    if (!any.isEmpty())
        conditions.append(u'(' + any.join(u" OR "_s) + u')');
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

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
    std::optional<QString> where = whereClause(type, request);
    const auto order = orderOf(type, request);
    if (!where || !order)
        return {};
    if (request.after)
        *where += (where->isEmpty() ? u" WHERE "_s : u" AND "_s) + behind(*order, *request.after);
    QString sql = selectSql(type);
    if (!request.ranks.isEmpty())
        sql = u"WITH rank (rank_value, rank_place) AS MATERIALIZED (SELECT value, key FROM json_each(?)) "_s + sql
            + u" LEFT JOIN rank ON rank_value = "_s + order->column;
    sql += *where + u" ORDER BY "_s + order->expression
        + (order->descending         ? u" DESC"_s
                : order->mayBeAbsent ? u" NULLS LAST"_s
                                     : QString())
        + (order->descending ? u", id DESC"_s : u", id"_s);
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

QList<QVariant> boundValues(const RecordType &type, const ListRequest &request)
{
    QList<QVariant> values;
    for (const Filter &filter : request.filters + request.anyOf)
        values += bound(type, filter);
    return values;
}

QList<QVariant> boundListValues(const RecordType &type, const ListRequest &request)
{
    QList<QVariant> values;
    if (!request.ranks.isEmpty())
        values.append(asJson(request.ranks));
    values += boundValues(type, request);
    const auto order = orderOf(type, request);
    if (!request.after || !order)
        return values;
    if (!request.after->value.isNull() && order->column != u"id")
        values += {request.after->value, request.after->value};
    values.append(request.after->id);
    return values;
}

} // namespace keywork
