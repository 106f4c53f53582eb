// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/erasing_families.h"

#include "core/base/redaction.h"
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/erasing_rows.h"
#include "core/storage/query.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct Said {
    qint64 id = 0;
    QString text;
};

Result<QList<Said>> read(Database &database, const QString &sql, const QList<QVariant> &values)
{
    Query query(database, sql);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    QList<Said> said;
    while (query.next())
        said.append({query.number(0), query.text(1)});
    if (Done done = query.finished(); !done)
        return done.error();
    return said;
}

Row without(Row row, qint64 person, const QStringList &names)
{
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const Field &field = row.type->fields[i];
        QVariant &value = row.values[qsizetype(i)];
        if (field.kind == Kind::Text && !field.list)
            value = withoutNames(value.toString(), names);
        const bool refersToThem = field.refers && QLatin1String(field.refers) == "person"_L1 && value.toLongLong() == person;
        if (refersToThem)
            value = QVariant();
    }
    return row;
}

Done takeOutOfSearch(Database &database, const QString &kind, qint64 id, const QStringList &names)
{
    const auto places = read(database,
        u"SELECT e.id, t.body FROM search_entry e JOIN search_text t ON t.rowid = e.id WHERE e.record = ? AND (e.kind = ? OR substr(e.kind, 1, ?) = ?)"_s,
        {id, kind, kind.size() + 1, kind + u':'});
    if (!places)
        return places.error();
    for (const Said &place : *places)
        if (const QString rest = withoutNames(place.text, names); rest != place.text)
            if (Done done = changeSearchText(database, place.id, kind, rest); !done)
                return done;
    return {};
}

Result<qint64> takeOutOfHistory(Database &database, const QString &kind, qint64 id, const QStringList &names)
{
    const auto entries = read(database,
        u"SELECT c.sequence, c.changes FROM history_content c JOIN history h ON h.sequence = c.sequence WHERE h.kind = ? AND h.record = ?"_s,
        {kind, id});
    if (!entries)
        return entries.error();
    qint64 emptied = 0;
    for (const Said &entry : *entries) {
        if (!holdsName(QJsonDocument::fromJson(entry.text.toUtf8()).object(), names))
            continue;
        if (Done done = run(database, u"DELETE FROM history_content WHERE sequence = ?"_s, {entry.id}); !done)
            return done.error();
        ++emptied;
    }
    return emptied;
}

Done takeOut(Database &database, const TiedRecord &record, qint64 person, const QStringList &names, FamilyErasure &erasure)
{
    Table table(database, *record.type);
    const auto kept = table.find(record.id);
    if (!kept)
        return kept.error();
    const Row rest = without(kept->row, person, names);
    const bool changes = rest != kept->row;
    if (changes)
        if (Done done = table.update(record.id, kept->version, rest); !done)
            return done;
    const QString kind = QString::fromLatin1(record.type->table);
    if (Done done = takeOutOfSearch(database, kind, record.id, names); !done)
        return done;
    const auto emptied = takeOutOfHistory(database, kind, record.id, names);
    if (!emptied)
        return emptied.error();
    erasure.entries += *emptied;
    if (*emptied > 0 || changes)
        erasure.emptied.append({kind, record.id, kept->version + (changes ? 1 : 0)});
    return {};
}

/// The record and all its parts, those entered in error included.
Result<QList<TiedRecord>> wholeFamily(Database &database, const TiedRecord &record)
{
    QList<TiedRecord> rows{record};
    for (const RecordType *part : partsOf(*record.type)) {
        const auto ids = idsIn(
            database, u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(QLatin1String(part->table), QLatin1String(part->childOf)), {record.id});
        if (!ids)
            return ids.error();
        for (const qint64 id : *ids)
            rows.append({part, id});
    }
    return rows;
}

/// Whether anybody else is in a record that the person was one of several in.
Result<bool> othersIn(Database &database, const RecordType &head, qint64 id)
{
    qint64 others = 0;
    for (const RecordType *part : partsOf(head)) {
        const auto rows = valueOf(database,
            u"SELECT count(*) FROM %1 WHERE %2 = ? AND withdrawn_at IS NULL"_s.arg(
                QLatin1String(part->table), QLatin1String(part->childOf)),
            {id});
        if (!rows)
            return rows.error();
        others += part->tiedBy(Tie::Involved) ? rows->toLongLong() : 0;
    }
    return others > 0;
}

Done eraseWhole(Database &database, const TiedRecord &record, FamilyErasure &erasure)
{
    const QString kind = QString::fromLatin1(record.type->table);
    const auto rows = eraseRows(database, kind, u"id"_s, record.id);
    const auto words = rows ? eraseWords(database, u"kind = ? AND record = ?"_s, {kind, record.id}) : rows;
    if (!words)
        return words.error();
    erasure.records += *rows;
    erasure.entries += *words;
    erasure.emptied.append({kind, record.id, 0});
    return {};
}

} // namespace

Result<FamilyErasure> eraseFromFamily(Database &database, const TiedRecord &record, qint64 person, const QStringList &names)
{
    FamilyErasure erasure;
    const auto rows = wholeFamily(database, record);
    const auto others = !kindsAboutSeveral().contains(record.type) ? Result<bool>(true) : othersIn(database, *record.type, record.id);
    const bool stays = !record.wasInIt || (others && *others);
    if (!rows || !others)
        return rows ? others.error() : rows.error();
    for (const TiedRecord &row : *rows) {
        const Done done = stays ? takeOut(database, row, person, names, erasure) : eraseWhole(database, row, erasure);
        if (!done)
            return done.error();
    }
    return erasure;
}

} // namespace keywork
