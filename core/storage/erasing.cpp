// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/erasing.h"

#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/query.h"
#include "core/storage/search.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

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

Result<qint64> eraseRows(Database &database, const QString &kind, const QString &column, qint64 value)
{
    const auto ids = idsIn(database, u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(kind, column), {value});
    if (!ids)
        return ids.error();
    for (const qint64 id : *ids)
        if (Done done = eraseSearchWords(database, kind, id); !done)
            return done.error();
    if (Done done = run(database, u"DELETE FROM %1 WHERE %2 = ?"_s.arg(kind, column), {value}); !done)
        return done.error();
    return ids->size();
}

/// Everybody's unsaved words about the person: a form that is about them says so, and a record that is gone with them
/// has no form any more. After their rows.
Done eraseDrafts(Database &database, qint64 person)
{
    if (Done done = run(database, u"DELETE FROM draft WHERE person = ? OR (kind = 'person' AND record = ?)"_s, {person, person}); !done)
        return done;
    for (const RecordType *type : allKinds()) {
        const QString kind = QString::fromLatin1(type->table);
        const QString sql = u"DELETE FROM draft WHERE kind = ? AND record > 0 AND record NOT IN (SELECT id FROM %1)"_s.arg(kind);
        if (Done done = run(database, sql, {kind}); !done)
            return done;
    }
    return {};
}

Done eraseDrafts(Database &database, const QString &kind, qint64 record)
{
    return run(database, u"DELETE FROM draft WHERE kind = ? AND record = ?"_s, {kind, record});
}

/// The entries stay, in their chain; what they say goes.
Result<qint64> eraseWords(Database &database, const QString &condition, const QList<QVariant> &values)
{
    Query query(database, u"DELETE FROM history_content WHERE sequence IN (SELECT sequence FROM history WHERE "_s + condition + u')');
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    return query.rowsChanged();
}

Result<ErasedCounts> erasePerson(Database &database, qint64 person)
{
    ErasedCounts counts;
    // Rows refer to each other: the references are looked at once, when all are gone.
    if (Done done = run(database, u"PRAGMA defer_foreign_keys = ON"_s); !done)
        return done.error();
    for (const RecordType *type : allKinds()) {
        if (!type->isAboutPerson())
            continue;
        const auto rows = eraseRows(database, QString::fromLatin1(type->table), u"person_id"_s, person);
        if (!rows)
            return rows.error();
        counts.records += *rows;
    }
    const auto own = eraseRows(database, u"person"_s, u"id"_s, person);
    if (!own)
        return own.error();
    counts.records += *own;
    const auto words = eraseWords(database, u"person = ?"_s, {person});
    if (!words)
        return words.error();
    counts.entries = *words;
    if (Done done = eraseDrafts(database, person); !done)
        return done.error();
    return counts;
}

} // namespace

Result<ErasedCounts> eraseRecord(Database &database, const ErasedRecord &record)
{
    if (record.kind == u"person")
        return erasePerson(database, record.record);
    const RecordType *type = kindOf(record.kind);
    if (!type)
        return Error{ErrorKind::NotFound, record.kind, {}};
    const auto rows = eraseRows(database, record.kind, u"id"_s, record.record);
    if (!rows)
        return rows.error();
    if (Done done = eraseDrafts(database, record.kind, record.record); !done)
        return done.error();
    const auto words = eraseWords(database, u"kind = ? AND record = ?"_s, {record.kind, record.record});
    if (!words)
        return words.error();
    return ErasedCounts{*rows, *words};
}

Result<ErasedCounts> eraseAgain(Database &database, const QList<ErasedRecord> &records, qint64 by, const QDateTime &at)
{
    ErasedCounts all;
    for (const ErasedRecord &record : records) {
        Transaction transaction(database);
        if (Done done = transaction.begin(); !done)
            return done.error();
        const auto counts = eraseRecord(database, record);
        if (!counts)
            return counts.error();
        HistoryEntry entry;
        entry.at = at;
        entry.by = by;
        entry.action = HistoryAction::Erased;
        entry.kind = record.kind;
        entry.record = record.record;
        entry.person = record.kind == u"person" ? record.record : 0;
        entry.changes = {{u"again"_s, true}, {u"records"_s, counts->records}, {u"entries"_s, counts->entries}};
        if (const auto added = addHistory(database, entry); !added)
            return added.error();
        if (Done done = transaction.commit(); !done)
            return done.error();
        all.records += counts->records; // none: it was gone in this file too, but the next restore has to know
        all.entries += counts->entries;
    }
    return all;
}

Result<QList<ErasedRecord>> erasedRecords(Database &database)
{
    Query query(database, u"SELECT DISTINCT kind, record FROM history WHERE action = 'erased'"_s);
    if (Done done = query.run(); !done)
        return done.error();
    QList<ErasedRecord> records;
    while (query.next())
        records.append({query.text(0), query.number(1)});
    if (Done done = query.finished(); !done)
        return done.error();
    return records;
}

} // namespace keywork
