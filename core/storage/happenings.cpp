// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/happenings.h"

#include "core/base/redaction.h"
#include "core/domain/kinds.h"
#include "core/record/ties.h"
#include "core/storage/database.h"
#include "core/storage/derived.h"
#include "core/storage/query.h"
#include "core/storage/seen.h"
#include "core/storage/table.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done writeOne(Database &database, const KeptRow &kept, const QSet<qint64> &people, Phase phase, const QString &at)
{
    const RecordType &type = *kept.row.type;
    const QString category = QString::fromLatin1(codeOf(type.category));
    for (const qint64 person : people)
        if (Done done = run(database, u"INSERT INTO happening (kind, record, person, phase, at, category) VALUES (?, ?, ?, ?, ?, ?)"_s,
                {tableOf(type), kept.id, person, int(phase), at, category});
            !done)
            return done;
    return {};
}

/// Everybody tied to a record and, where it has any, to its parts that hold.
Result<QSet<qint64>> everybodyIn(Database &database, const KeptRow &kept)
{
    QSet<qint64> people;
    for (const TiedPerson &tied : peopleOf(*kept.row.type, kept.id, kept.row))
        people.insert(tied.person);
    for (const RecordType *part : partsOf(*kept.row.type)) {
        if (!part->isAboutPerson())
            continue;
        const auto rows
            = Table(database, *part)
                  .list({.filters = {{QString::fromLatin1(part->childOf), Filter::Comparison::Equals, kept.id}}, .orderBy = u"id"_s});
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            for (const TiedPerson &tied : peopleOf(*part, row.id, row.row))
                people.insert(tied.person);
    }
    return people;
}

bool isKept(const RecordType &type) { return type.isAboutPerson() || type.happens || !partsOf(type).isEmpty(); }

Done writeHappening(Database &database, const KeptRow &kept, const Clock &clock, bool isNew)
{
    const RecordType &type = *kept.row.type;
    if (!isKept(type))
        return {};
    auto people = everybodyIn(database, kept);
    if (!people)
        return people.error();
    if (people->isEmpty())
        people->insert(0);
    if (!isNew)
        if (Done done = run(database, u"DELETE FROM happening WHERE kind = ? AND record = ?"_s, {tableOf(type), kept.id}); !done)
            return done;
    const bool holds = !kept.withdrawnAt;
    if (Done done = writeOne(database, kept, *people, Phase::Happened, holds ? happenedAt(kept, Phase::Happened, clock) : emptyText());
        !done)
        return done;
    if (Done done = writeSeen(database, kept, clock, isNew); !done)
        return done;
    const QString ended = holds ? happenedAt(kept, Phase::Ended, clock) : emptyText();
    return ended.isEmpty() ? Done() : writeOne(database, kept, *people, Phase::Ended, ended);
}

/// What the index depends on: a file whose index says something else gets a new one.
QString fingerprint(const Clock &clock)
{
    QString all = u"2 "_s + QString::fromLatin1(clock.zone().id()); // counted up when the index itself is written differently
    for (const RecordType *type : allKinds()) {
        all += u'\n' + tableOf(*type) + u' ' + QLatin1String(codeOf(type->category)) + u' ' + QLatin1String(type->happens) + u' '
            + QLatin1String(type->ends) + u' ' + QLatin1String(type->childOf) + seenDescription(*type);
        for (const Field &field : type->fields)
            if (field.refers && field.tie != Tie::Mention)
                all += u' ' + QLatin1String(field.column) + u':' + QString::number(int(field.tie));
    }
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Done writeAll(Database &database, const Clock &clock)
{
    constexpr int kAtOnce = 1000;
    for (const QString &table : {u"happening"_s, u"seen"_s})
        if (Done done = run(database, u"DELETE FROM %1"_s.arg(table)); !done)
            return done;
    for (const RecordType *type : allKinds()) {
        if (!isKept(*type))
            continue;
        for (qint64 after = 0;;) {
            const auto rows
                = Table(database, *type).list({.orderBy = u"id"_s, .withWithdrawn = true, .limit = kAtOnce, .after = After{after, after}});
            if (!rows)
                return rows.error();
            for (const KeptRow &row : *rows)
                if (Done done = writeHappening(database, row, clock, true); !done)
                    return done;
            if (rows->size() < kAtOnce)
                break;
            after = rows->last().id;
        }
    }
    return {};
}

} // namespace

QString happenedAt(const KeptRow &kept, Phase phase, const Clock &clock)
{
    const RecordType &type = *kept.row.type;
    const char *column = phase == Phase::Happened ? type.happens : type.ends;
    const auto sentence = phase == Phase::Happened ? type.happened : type.ended;
    if (!column || (sentence && !sentence(kept.row)))
        return emptyText();
    if (QLatin1String(column) == "created_at"_L1)
        return toStoredText(kept.createdAt);
    const QString stored = kept.row.text(QString::fromLatin1(column));
    if (stored.isEmpty() || type.fieldNamed(QString::fromLatin1(column))->kind == Kind::Instant)
        return stored.isEmpty() ? emptyText() : stored;
    const QDate day = dayFromStored(stored);
    return day.isValid() ? toStoredText(clock.startOf(day)) : emptyText();
}

Done writeHappenings(Database &database, const KeptRow &kept, const Clock &clock)
{
    if (Done done = writeHappening(database, kept, clock, false); !done)
        return done;
    const RecordType *head = headOf(*kept.row.type);
    const qint64 headId = head ? kept.row.value(QString::fromLatin1(kept.row.type->childOf)).toLongLong() : 0;
    if (headId == 0)
        return {};
    const auto whole = Table(database, *head).find(headId);
    return whole ? writeHappening(database, *whole, clock, false) : Done(whole.error());
}

Done bringHappeningsUpToDate(Database &database, const Clock &clock)
{
    return bringDerivedUpToDate(database, u"happening"_s, fingerprint(clock), [&] { return writeAll(database, clock); });
}

Done forgetHappenings(Database &database) { return forgetDerived(database, u"happening"_s); }

namespace {

/// Of rows of `happening`: of this kind, and written down after a moment; binds six values of `enteredValues`.
QString enteredCondition(const RecordType &type)
{
    const auto path = [](const char *column) { return column ? u"$."_s + QLatin1String(column) : u"$.-"_s; };
    return u"(kind = '%1' AND (EXISTS (SELECT 1 FROM %1 written WHERE written.id = happening.record AND written.created_at > ? AND NOT "
           "(written.created_by = ? AND written.created_at <= ?)) OR EXISTS (SELECT 1 FROM history h JOIN history_content c ON c.sequence "
           "= "
           "h.sequence WHERE h.kind = '%1' AND h.record = happening.record AND h.action = 'changed' AND h.at > ? AND NOT (h.by = ? AND "
           "h.at <= ?) AND json_type(c.changes, CASE happening.phase WHEN %2 THEN '%3' ELSE '%4' END) IS NOT NULL)))"_s.arg(tableOf(type))
               .arg(int(Phase::Ended))
               .arg(path(type.ends), path(type.happens));
}

QList<QVariant> enteredValues(const EnteredSince &entered)
{
    const QString since = toStoredText(entered.since);
    const QString until = entered.knownUntil.isValid() ? toStoredText(entered.knownUntil) : since;
    return {since, entered.knownBy, until, since, entered.knownBy, until};
}

} // namespace

Result<QList<Happening>> readHappenings(Database &database, const HappeningRequest &request)
{
    QList<Happening> found;
    if (request.kinds.isEmpty())
        return found;
    QStringList conditions{u"at > ''"_s, u"kind IN ("_s + QStringList(request.kinds.size(), u"?"_s).join(u',') + u')'};
    QList<QVariant> values;
    for (const QString &kind : request.kinds)
        values.append(kind);
    const auto narrow = [&](const QString &condition, const QList<QVariant> &bound) {
        conditions.append(condition);
        values.append(bound);
    };
    if (request.person > 0)
        narrow(u"person = ?"_s, {request.person});
    if (!request.from.isEmpty())
        narrow(u"at >= ?"_s, {request.from});
    if (!request.until.isEmpty())
        narrow(u"at < ?"_s, {request.until});
    if (request.after) {
        const QString at = toStoredText(request.after->at);
        narrow(u"(at, kind, record, phase) < (?, ?, ?, ?)"_s, {at, request.after->kind, request.after->record, int(request.after->phase)});
    }
    if (request.entered) {
        QStringList byKind;
        QList<QVariant> bound;
        for (const QString &kind : request.kinds) {
            byKind.append(enteredCondition(*kindOf(kind)));
            bound.append(enteredValues(*request.entered));
        }
        narrow(u'(' + byKind.join(u" OR "_s) + u')', bound);
    }
    Query query(database,
        u"SELECT DISTINCT kind, record, phase, at FROM happening WHERE "_s + conditions.join(u" AND "_s)
            + u" ORDER BY at DESC, kind DESC, record DESC, phase DESC LIMIT %1"_s.arg(request.limit));
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    while (query.next())
        found.append({query.text(0), query.number(1), Phase(query.number(2)), fromStoredText(query.text(3))});
    if (Done done = query.finished(); !done)
        return done.error();
    return found;
}

namespace {

Result<QList<QVariant>> valuesIn(Database &database, const QString &sql, const QList<QVariant> &bound, int columns = 1)
{
    Query query(database, sql);
    if (Done done = query.bind(bound).run(); !done)
        return done.error();
    QList<QVariant> values;
    while (query.next())
        for (int column = 0; column < columns; ++column)
            values.append(query.value(column));
    if (Done done = query.finished(); !done)
        return done.error();
    return values;
}

QList<QVariant> boundIds(const QSet<qint64> &ids)
{
    QList<QVariant> bound;
    for (const qint64 id : ids)
        bound.append(id);
    return bound;
}

} // namespace

Result<QSet<qint64>> recordsAbout(Database &database, const QString &kind, const QSet<qint64> &people)
{
    QSet<qint64> records;
    const auto ids = valuesIn(database, u"SELECT record FROM happening WHERE kind = ? AND person IN "_s + marks(people.size()),
        QList<QVariant>{kind} + boundIds(people));
    if (!ids)
        return ids.error();
    for (const QVariant &id : *ids)
        records.insert(id.toLongLong());
    return records;
}

Result<QSet<qint64>> partsOfRecordsAbout(Database &database, const RecordType &part, const QSet<qint64> &people)
{
    QSet<qint64> parts;
    const QString sql = u"SELECT id FROM %1 WHERE %2 IN (SELECT record FROM happening WHERE kind = ? AND person IN %3)"_s.arg(
        tableOf(part), QLatin1String(part.childOf), marks(people.size()));
    const auto ids = valuesIn(database, sql, QList<QVariant>{tableOf(*headOf(part))} + boundIds(people));
    if (!ids)
        return ids.error();
    for (const QVariant &id : *ids)
        parts.insert(id.toLongLong());
    return parts;
}

Result<QHash<qint64, QList<qint64>>> peopleTiedTo(Database &database, const QString &kind, const QList<qint64> &records)
{
    const auto tied = valuesIn(database,
        u"SELECT DISTINCT record, person FROM happening WHERE kind = ? AND record IN (SELECT value FROM json_each(?)) AND person > 0 "
        "ORDER BY record, person"_s,
        {kind, QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(idList(records))).toJson())}, 2);
    if (!tied)
        return tied.error();
    QHash<qint64, QList<qint64>> people;
    for (qsizetype i = 0; i + 1 < tied->size(); i += 2)
        people[tied->at(i).toLongLong()].append(tied->at(i + 1).toLongLong());
    return people;
}

Result<QStringList> namesOfPeople(Database &database, const QSet<qint64> &people)
{
    QStringList names;
    const auto own = valuesIn(database,
        u"SELECT number, given_name, preferred_name, family_name FROM person WHERE id IN "_s + marks(people.size()), boundIds(people), 4);
    const auto others = valuesIn(database, u"SELECT name FROM person_name WHERE person_id IN "_s + marks(people.size()), boundIds(people));
    if (!own || !others)
        return own ? others.error() : own.error();
    for (const QVariant &name : *own + *others)
        if (!name.toString().trimmed().isEmpty())
            names.append(name.toString());
    return nameWords(names);
}

} // namespace keywork
