// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/erasing.h"

#include "core/base/redaction.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/merged_person.h"
#include "core/storage/database.h"
#include "core/storage/erasing_families.h"
#include "core/storage/erasing_rows.h"
#include "core/storage/happenings.h"
#include "core/storage/history.h"
#include "core/storage/merged_people.h"
#include "core/storage/moved_records.h"
#include "core/storage/name_keys.h"
#include "core/storage/parting.h"
#include "core/storage/query.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

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

/// Unsaved words about records that several people may be in, where they name this one.
Done eraseSharedDrafts(Database &database, qint64 person, const QStringList &names)
{
    for (const QString &kind : tableNames(kindsAboutSeveral())) {
        Query query(database, u"SELECT id, content FROM draft WHERE kind = ?"_s);
        if (Done done = query.bind(kind).run(); !done)
            return done;
        QList<qint64> gone;
        while (query.next()) {
            const QString content = query.text(1);
            const bool refers = QRegularExpression(u"\"person_id\":%1[^0-9]"_s.arg(person)).match(content).hasMatch();
            if (refers || holdsName(QJsonDocument::fromJson(content.toUtf8()).object(), names))
                gone.append(query.number(0));
        }
        if (Done done = query.finished(); !done)
            return done;
        for (const qint64 id : std::as_const(gone))
            if (Done done = run(database, u"DELETE FROM draft WHERE id = ?"_s, {id}); !done)
                return done;
    }
    return {};
}

Done eraseDrafts(Database &database, const QString &kind, qint64 record)
{
    return run(database, u"DELETE FROM draft WHERE kind = ? AND record = ?"_s, {kind, record});
}

/// Whether somebody typed one of these words, or began to: "ade" for Adeyemi.
bool looksFor(const QString &typed, const QStringList &names)
{
    constexpr qsizetype kLeast = 2;
    for (const QString &word : folded(typed).split(QRegularExpression(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption)))
        for (const QString &name : names)
            if (word.size() >= kLeast && (folded(name).startsWith(word) || word.startsWith(folded(name))))
                return true;
    return false;
}

/// What was typed to find them. Numbers go altogether: whose they are nobody knows any more.
Result<qint64> eraseSearches(Database &database, const QStringList &names)
{
    static const QRegularExpression kNumber(u"[0-9]{3}"_s);
    Query query(
        database, u"SELECT c.sequence, c.changes FROM history_content c JOIN history h ON h.sequence = c.sequence WHERE h.kind = ?"_s);
    if (Done done = query.bind(kSearchEntries).run(); !done)
        return done.error();
    QList<qint64> gone;
    while (query.next()) {
        const QString typed = QJsonDocument::fromJson(query.text(1).toUtf8()).object().value(u"words"_s).toString();
        if (typed.contains(kNumber) || looksFor(typed, names))
            gone.append(query.number(0));
    }
    if (Done done = query.finished(); !done)
        return done.error();
    for (const qint64 sequence : std::as_const(gone))
        if (Done done = run(database, u"DELETE FROM history_content WHERE sequence = ?"_s, {sequence}); !done)
            return done.error();
    return gone.size();
}

/// Words of these rows that stand under somebody else: they were that person's for a time, when two records were one.
Done eraseWordsOfRows(Database &database, const QString &table, const QString &column, qint64 person, ErasedCounts &counts)
{
    const auto others = idsIn(database,
        u"SELECT DISTINCT record FROM history WHERE kind = ? AND person <> ? AND record IN (SELECT id FROM %1 WHERE %2 = ?)"_s.arg(
            table, column),
        {table, person, person});
    if (!others)
        return others.error();
    for (const qint64 record : *others) {
        const auto words = eraseWords(database, u"kind = ? AND record = ? AND person <> ?"_s, {table, record, person});
        if (!words)
            return words.error();
        counts.entries += *words;
        if (*words > 0)
            counts.emptied.append({table, record});
    }
    return {};
}

/// What a merge left of them in another record: their name beside its own, and what it said of theirs.
Done eraseFromOtherRecord(Database &database, qint64 person, ErasedCounts &counts)
{
    const auto merges = Table(database, recordType<MergedPerson>())
                            .list({.filters = {{u"merged_id"_s, Filter::Comparison::Equals, person}}, .withWithdrawn = true});
    if (!merges)
        return merges.error();
    for (const KeptRow &kept : *merges) {
        const qint64 other = kept.row.value(u"person_id"_s).toLongLong();
        for (const qint64 name : namesFrom(kept.row.text(u"moved"_s))) {
            const auto rows = eraseRows(database, u"person_name"_s, u"id"_s, name);
            const auto words = eraseWords(database, u"kind = 'person_name' AND record = ?"_s, {name});
            if (!rows || !words)
                return rows ? words.error() : rows.error();
            counts.records += *rows;
            counts.entries += *words;
            if (*words > 0)
                counts.emptied.append({u"person_name"_s, name});
        }
        const auto words = eraseWords(database,
            u"kind = 'person' AND record = ? AND sequence IN (SELECT sequence FROM history_content "
            "WHERE json_extract(changes, '$.reason') IN (?, ?))"_s,
            {other, kept.row.text(u"because"_s), kept.row.text(u"undone_because"_s)});
        if (!words)
            return words.error();
        counts.entries += *words;
        if (*words > 0)
            counts.emptied.append({u"person"_s, other});
    }
    return {};
}

/// What is theirs goes. Gives the records that stay because others are in them, or because they are the house's.
Result<QList<TiedRecord>> eraseOwn(Database &database, qint64 person, ErasedCounts &counts)
{
    QList<TiedRecord> staying;
    const auto note = [&](const RecordType *type, const QString &sql, const QString &holding = {}) -> Done {
        const auto ids = idsIn(database, sql, {person});
        const auto held = holding.isEmpty() ? ids : idsIn(database, holding, {person});
        if (!ids || !held)
            return ids ? held.error() : ids.error();
        for (const qint64 id : *ids)
            staying.append({type, id, held->contains(id)});
        return {};
    };
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields) {
            if (!field.refers || QLatin1String(field.refers) != "person"_L1)
                continue;
            const QString table = QString::fromLatin1(type->table);
            const QString column = QString::fromLatin1(field.column);
            const RecordType *head = field.tie == Tie::Involved ? headOf(*type) : nullptr;
            Done noted;
            if (head) {
                const QString parts = u"SELECT DISTINCT %1 FROM %2 WHERE %3 = ?"_s.arg(QLatin1String(type->childOf), table, column);
                noted = note(head, parts, parts + u" AND withdrawn_at IS NULL"_s);
            } else if (field.tie != Tie::Owner)
                noted = note(type, u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(table, column));
            if (!noted)
                return noted.error();
            if (!head && field.tie != Tie::Owner)
                continue;
            if (Done words = eraseWordsOfRows(database, table, column, person, counts); !words)
                return words.error();
            const auto rows = eraseRows(database, table, column, person);
            if (!rows)
                return rows.error();
            counts.records += *rows;
        }
    return staying;
}

/// What stays no longer refers to what is gone, as a kit to the incident that it was used in.
Done cutReferences(Database &database, ErasedCounts &counts)
{
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields) {
            if (!field.refers || QLatin1String(field.refers) == "person"_L1)
                continue;
            const QString table = QString::fromLatin1(type->table);
            const QString column = QString::fromLatin1(field.column);
            const auto dangling = idsIn(database,
                u"SELECT id FROM %1 WHERE %2 IS NOT NULL AND %2 NOT IN (SELECT id FROM %3)"_s.arg(
                    table, column, QLatin1String(field.refers)),
                {});
            if (!dangling)
                return dangling.error();
            for (const qint64 id : *dangling) {
                Table rows(database, *type);
                auto kept = rows.find(id);
                if (!kept)
                    return kept.error();
                kept->row.set(column, QVariant());
                if (Done done = rows.update(id, kept->version, kept->row); !done)
                    return done;
                counts.emptied.append({table, id, kept->version + 1});
            }
        }
    return {};
}

Result<ErasedCounts> eraseOnePerson(Database &database, qint64 person)
{
    ErasedCounts counts;
    // Rows refer to each other: the references are looked at once, when all are gone.
    if (Done done = run(database, u"PRAGMA defer_foreign_keys = ON"_s); !done)
        return done.error();
    const auto names = namesOfPeople(database, {person}); // before they are gone
    if (!names)
        return names.error();
    if (Done done = eraseFromOtherRecord(database, person, counts); !done)
        return done.error();
    const auto staying = eraseOwn(database, person, counts);
    if (!staying)
        return staying.error();
    const auto own = eraseRows(database, u"person"_s, u"id"_s, person);
    if (!own)
        return own.error();
    counts.records += *own;
    const auto words = eraseWords(database, u"person = ?"_s, {person});
    if (!words)
        return words.error();
    counts.entries += *words;
    for (const TiedRecord &record : *staying) {
        const auto erasure = eraseFromFamily(database, record, person, *names);
        if (!erasure)
            return erasure.error();
        counts.records += erasure->records;
        counts.entries += erasure->entries;
        counts.emptied += erasure->emptied;
    }
    if (Done done = cutReferences(database, counts); !done)
        return done.error();
    const auto searches = eraseSearches(database, *names);
    if (!searches)
        return searches.error();
    counts.entries += *searches;
    if (*searches > 0)
        counts.emptied.append({kSearchEntries, 0});
    for (const QString &table : {u"happening"_s, u"seen"_s})
        if (Done done = run(database, u"DELETE FROM %1 WHERE person = ?"_s.arg(table), {person}); !done)
            return done.error();
    if (Done done = eraseNameKeys(database, person); !done)
        return done.error();
    if (Done done = forgetHappenings(database); !done) // what stayed may be about nobody now
        return done.error();
    if (Done done = eraseDrafts(database, person); !done)
        return done.error();
    if (Done done = eraseSharedDrafts(database, person, *names); !done)
        return done.error();
    return counts;
}

/// With every record that had been made one with theirs.
Result<ErasedCounts> erasePerson(Database &database, qint64 person)
{
    const auto others = mergedInto(database, person); // before they are gone
    if (!others)
        return others.error();
    auto all = eraseOnePerson(database, person);
    for (const qint64 other : *others) {
        if (!all)
            return all;
        const auto counts = eraseOnePerson(database, other);
        if (!counts)
            return counts;
        all->records += counts->records;
        all->entries += counts->entries;
        all->emptied += counts->emptied;
        all->along.append({u"person"_s, other});
    }
    return all;
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

HistoryEntry namesRemoved(const ErasedRecord &emptied, qint64 by, const QDateTime &at)
{
    HistoryEntry entry;
    entry.at = at;
    entry.by = by;
    entry.action = HistoryAction::NamesRemoved;
    entry.kind = emptied.kind;
    entry.record = emptied.record;
    if (emptied.version)
        entry.changes = {{u"version"_s, *emptied.version}};
    return entry;
}

Result<ErasedCounts> eraseAgain(Database &database, const QList<ErasedRecord> &records, qint64 by, const QDateTime &at)
{
    ErasedCounts all;
    for (const ErasedRecord &record : records) {
        Transaction transaction(database);
        if (Done done = transaction.begin(); !done)
            return done.error();
        const auto parted = record.kind == u"person" ? partFromOthers(database, record.record, records, by, at) : Result<bool>(false);
        if (!parted)
            return parted.error();
        all.parted = all.parted || *parted;
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
        for (const ErasedRecord &emptied : counts->emptied)
            if (const auto added = addHistory(database, namesRemoved(emptied, by, at)); !added)
                return added.error();
        for (const ErasedRecord &along : counts->along) {
            entry.record = entry.person = along.record;
            entry.changes = {{u"again"_s, true}};
            if (const auto added = addHistory(database, entry); !added)
                return added.error();
        }
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
