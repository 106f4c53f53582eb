// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/name_keys.h"

#include "core/base/name_spelling.h"
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/derived.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done insert(Database &database, const KeptRow &kept, const QList<PersonKey> &keys)
{
    const qint64 person = personOf(kept);
    if (keys.isEmpty() || person == 0)
        return {};
    QStringList lines;
    QList<QVariant> values;
    for (const PersonKey &key : keys) {
        lines.append(u"(?, ?, ?, %1, ?, ?)"_s.arg(int(key.form)));
        values += {tableOf(*kept.row.type), kept.id, person, key.key, QString::fromLatin1(codeOf(key.category))};
    }
    return run(database, u"INSERT INTO name_key (kind, record, person, form, key, category) VALUES "_s + lines.join(u", "), values);
}

/// What the keys depend on: a file whose keys say something else gets new ones.
QString fingerprint()
{
    QString all = u"1 "_s + QString::number(int(QChar::currentUnicodeVersion())); // counted up when keys are made differently
    for (const RecordType *type : kindsThatMakeKnown())
        for (const Field &field : type->fields)
            if (field.knownBy != KnownBy::Nothing)
                all += u'\n' + tableOf(*type) + u' ' + QLatin1String(field.column) + u' ' + QString::number(int(field.knownBy)) + u' '
                    + QLatin1String(codeOf(type->categoryOf(field)));
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Done writeAll(Database &database)
{
    constexpr int kAtOnce = 1000;
    if (Done done = run(database, u"DELETE FROM name_key"_s); !done)
        return done;
    for (const RecordType *type : kindsThatMakeKnown()) {
        for (qint64 after = 0;;) {
            const auto rows = Table(database, *type).list({.orderBy = u"id"_s, .limit = kAtOnce, .after = After{after, after}});
            if (!rows)
                return rows.error();
            for (const KeptRow &row : *rows)
                if (Done done = insert(database, row, personKeys(row.row)); !done)
                    return done;
            if (rows->size() < kAtOnce)
                break;
            after = rows->last().id;
        }
    }
    return {};
}

/// A condition with what it binds.
struct KeyCondition {
    QString sql;
    QList<QVariant> values;

    void add(const QString &more, const QList<QVariant> &bound = {})
    {
        sql += more;
        values += bound;
    }
    void add(const KeyCondition &more) { add(more.sql, more.values); }
};

/// " AND …": keys that the reader may use.
KeyCondition allowedTo(const NameReader &reader)
{
    KeyCondition condition;
    if (!reader.denied.isEmpty()) {
        condition.add(u" AND category NOT IN "_s + marks(reader.denied.size()));
        for (const Category category : reader.denied)
            condition.values.append(QString::fromLatin1(codeOf(category)));
    }
    if (!reader.closed.isEmpty()) {
        condition.add(u" AND (person NOT IN "_s + marks(reader.closed.size())
            + u" OR (kind = 'person' AND form < %1))"_s.arg(int(KeyForm::Initials)));
        for (const qint64 person : reader.closed)
            condition.values.append(person);
    }
    return condition;
}

/// "form … AND key …": words that begin so.
KeyCondition beginsWith(const QString &word)
{
    static const QString last = QString::fromUcs4(U"\U0010FFFF", 1); // behind every letter
    return {u"form = %1 AND key >= ? AND key < ?"_s.arg(int(KeyForm::Word)), {word, word + last}};
}

/// Everybody who is called as in one reading: the longest word leads, since it fits the fewest.
KeyCondition calledAs(QStringList words, const KeyCondition &allowed)
{
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    words.removeDuplicates();
    KeyCondition query{
        u"SELECT kind, record, person, CASE WHEN key = ? THEN 0 ELSE 2 END + (kind <> 'person') AS place FROM name_key WHERE "_s,
        {words.first()}};
    query.add(beginsWith(words.first()));
    query.add(allowed);
    for (const QString &word : words.mid(1)) {
        query.add(u" AND person IN (SELECT person FROM name_key WHERE "_s);
        query.add(beginsWith(word));
        query.add(allowed);
        query.add(u")"_s);
    }
    return query;
}

KeyCondition exactly(KeyForm form, const QString &key, int place, const KeyCondition &allowed)
{
    KeyCondition query{
        u"SELECT kind, record, person, %1 AS place FROM name_key WHERE form = %2 AND key = ?"_s.arg(place).arg(int(form)), {key}};
    query.add(allowed);
    return query;
}

QList<KeyCondition> waysToBeFound(const QString &typed, const NameReader &reader)
{
    constexpr int kNumberPlace = -1;
    constexpr int kInitialsPlace = 4;
    const KeyCondition allowed = allowedTo(reader);
    QList<KeyCondition> ways;
    for (const QStringList &words : nameReadings(typed))
        ways.append(calledAs(words, allowed));
    if (const QStringList number = numberKeys(typed); !number.isEmpty()) // with its letter where it was typed
        ways.append(exactly(KeyForm::Number, number.first(), kNumberPlace, allowed));
    if (const QString initials = typedInitials(typed); !initials.isEmpty())
        ways.append(exactly(KeyForm::Initials, initials, kInitialsPlace, allowed));
    return ways;
}

/// Of what is called `found`.
const QString kStillOnFile = QStringLiteral("EXISTS (SELECT 1 FROM person AS p WHERE p.id = found.person AND p.withdrawn_at IS NULL)");

Result<QList<qint64>> peopleIn(Database &database, const QString &sql, const QList<QVariant> &values)
{
    Query query(database, sql);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    QList<qint64> people;
    while (query.next())
        people.append(query.number(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return people;
}

} // namespace

Done writeNameKeys(Database &database, const KeptRow &kept, const std::optional<Row> &before)
{
    if (!makesKnown(*kept.row.type))
        return {};
    const QList<PersonKey> keys = kept.withdrawnAt ? QList<PersonKey>() : personKeys(kept.row);
    if (before && !kept.withdrawnAt && personKeys(*before) == keys && personOf(*kept.row.type, kept.id, *before) == personOf(kept))
        return {};
    if (Done done = eraseNameKeys(database, tableOf(*kept.row.type), kept.id); !done)
        return done;
    return insert(database, kept, keys);
}

Done bringNameKeysUpToDate(Database &database)
{
    return bringDerivedUpToDate(database, u"name_key"_s, fingerprint(), [&] { return writeAll(database); });
}

Done forgetNameKeys(Database &database) { return forgetDerived(database, u"name_key"_s); }

Done eraseNameKeys(Database &database, qint64 person) { return run(database, u"DELETE FROM name_key WHERE person = ?"_s, {person}); }

Done eraseNameKeys(Database &database, const QString &kind, qint64 record)
{
    return run(database, u"DELETE FROM name_key WHERE kind = ? AND record = ?"_s, {kind, record});
}

Result<QList<CalledHit>> peopleCalled(Database &database, const QString &typed, const NameReader &reader, int limit)
{
    QList<CalledHit> hits;
    KeyCondition all;
    for (const KeyCondition &way : waysToBeFound(typed, reader)) {
        if (!all.sql.isEmpty())
            all.add(u" UNION ALL "_s);
        all.add(way);
    }
    if (all.sql.isEmpty())
        return hits;
    // Beside min() SQLite gives the other columns of the very row that has it.
    Query query(database,
        u"SELECT kind, record, person, min(place) AS best FROM ("_s + all.sql + u") AS found WHERE "_s + kStillOnFile
            + u" GROUP BY person ORDER BY best, person DESC LIMIT "_s + QString::number(limit));
    if (Done done = query.bind(all.values).run(); !done)
        return done.error();
    while (query.next())
        hits.append({query.text(0), query.number(1), query.number(2)});
    if (Done done = query.finished(); !done)
        return done.error();
    return hits;
}

Result<QList<qint64>> peopleLike(Database &database, const QList<AskedKey> &asked, const NameReader &reader, int limit)
{
    if (asked.isEmpty())
        return QList<qint64>();
    QStringList lines;
    QList<QVariant> values;
    for (const AskedKey &one : asked) {
        lines.append(u"(%1, %2, ?, %3)"_s.arg(one.slot).arg(int(one.form)).arg(one.weight));
        values.append(one.key);
    }
    const KeyCondition allowed = allowedTo(reader);
    // CROSS JOIN: the few keys that are asked for lead, never the keys of everybody.
    const QString sql = u"WITH asked (slot, wanted_form, wanted_key, weight) AS (VALUES "_s + lines.join(u", ")
        + u") SELECT found.person FROM (SELECT person, slot, max(weight) AS best FROM asked CROSS JOIN name_key "
          "WHERE form = wanted_form AND key = wanted_key"_s
        + allowed.sql + u" GROUP BY person, slot) AS found WHERE "_s + kStillOnFile
        + u" GROUP BY found.person ORDER BY sum(best) DESC, found.person DESC LIMIT "_s + QString::number(limit);
    return peopleIn(database, sql, values + allowed.values);
}

Result<QList<qint64>> holdersOf(Database &database, const QString &identifier, const RecordType &type, qint64 self)
{
    const QString sql
        = u"SELECT DISTINCT found.person FROM name_key AS found WHERE form = %1 AND key = ? AND NOT (kind = ? AND record = ?) AND "_s.arg(
              int(KeyForm::Identifier))
        + kStillOnFile + u" ORDER BY found.person"_s;
    return peopleIn(database, sql, {identifier, tableOf(type), self});
}

} // namespace keywork
