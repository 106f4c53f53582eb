// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/erasing_rows.h"

#include "core/storage/name_keys.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<qint64>> idsIn(Database &database, const QString &sql, const QList<QVariant> &values)
{
    Query query(database, sql);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    QList<qint64> ids;
    while (query.next())
        ids.append(query.number(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return ids;
}

namespace {

/// Every place of the search index that belongs to a row: its own, and one for each narrower category.
Done eraseSearchWords(Database &database, const QString &kind, qint64 id)
{
    const auto places = idsIn(database, u"SELECT id FROM search_entry WHERE record = ? AND (kind = ? OR substr(kind, 1, ?) = ?)"_s,
        {id, kind, kind.size() + 1, kind + u':'});
    if (!places)
        return places.error();
    for (const qint64 place : *places) {
        if (Done done = run(database, u"DELETE FROM search_text WHERE rowid = ?"_s, {place}); !done)
            return done;
        if (Done done = run(database, u"DELETE FROM search_entry WHERE id = ?"_s, {place}); !done)
            return done;
    }
    return {};
}

} // namespace

Result<qint64> eraseRows(Database &database, const QString &kind, const QString &column, qint64 value)
{
    const auto ids = idsIn(database, u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(kind, column), {value});
    if (!ids)
        return ids.error();
    for (const qint64 id : *ids) {
        if (Done done = eraseSearchWords(database, kind, id); !done)
            return done.error();
        for (const QString &table : {u"happening"_s, u"seen"_s})
            if (Done done = run(database, u"DELETE FROM %1 WHERE kind = ? AND record = ?"_s.arg(table), {kind, id}); !done)
                return done.error();
        if (Done done = eraseNameKeys(database, kind, id); !done)
            return done.error();
    }
    if (Done done = run(database, u"DELETE FROM %1 WHERE %2 = ?"_s.arg(kind, column), {value}); !done)
        return done.error();
    return ids->size();
}

Result<qint64> eraseWords(Database &database, const QString &condition, const QList<QVariant> &values)
{
    Query query(database, u"DELETE FROM history_content WHERE sequence IN (SELECT sequence FROM history WHERE "_s + condition + u')');
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    return query.rowsChanged();
}

} // namespace keywork
