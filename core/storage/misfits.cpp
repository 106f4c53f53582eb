// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/misfits.h"

#include "core/base/text.h"
#include "core/record/sql.h"
#include "core/record/validation.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The other record that has this value; 0: none. Those that stand are compared as people read them, without case.
Result<qint64> otherWith(const Database &database, const Row &row, const Field &field, qint64 self)
{
    const QString column = QLatin1String(field.column);
    const QVariant value = row.value(column);
    QString sql = u"SELECT id FROM "_s + QLatin1String(row.type->table) + u" WHERE id <> ? AND "_s;
    QList<QVariant> values{self};
    if (uniquenessOf(*row.type, field) == Unique::Standing)
        sql += u"withdrawn_at IS NULL AND "_s;
    const QString asRead = uniquenessOf(*row.type, field) == Unique::Standing ? folded(value.toString()) : QString();
    if (asRead.isEmpty()) {
        sql += column + u" = ?"_s;
        values.append(value);
    } else {
        sql += u"folded("_s + column + u") = ?"_s;
        values.append(asRead);
    }
    const auto found = valueOf(database, sql + u" LIMIT 1"_s, values);
    return found ? Result<qint64>(found->toLongLong()) : found.error();
}

Result<bool> isThere(const Database &database, const char *table, qint64 id)
{
    const auto found = valueOf(database, u"SELECT count(*) FROM "_s + QLatin1String(table) + u" WHERE id = ?"_s, {id});
    return found ? Result<bool>(found->toLongLong() > 0) : found.error();
}

} // namespace

Result<QList<Misfit>> misfitsOf(const Database &database, const Row &row, qint64 self, const Row *before)
{
    QList<Misfit> misfits;
    for (const Field &field : row.type->fields) {
        const QString column = QLatin1String(field.column);
        const QVariant value = row.value(column);
        if (isBlank(value) || (before && before->value(column) == value))
            continue;
        if (field.kind == Kind::Reference) {
            const auto there = isThere(database, field.refers, value.toLongLong());
            if (!there)
                return there.error();
            if (!*there)
                misfits.append({&field, 0});
        }
        if (uniquenessOf(*row.type, field) == Unique::No)
            continue;
        const auto other = otherWith(database, row, field, self);
        if (!other)
            return other.error();
        if (*other > 0)
            misfits.append({&field, *other});
    }
    return misfits;
}

} // namespace keywork
