// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/seen.h"

#include "core/domain/kinds.h"
#include "core/record/ties.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What a column of the description says, of the row or of the whole one that it is a part of; "a|b": the first that says anything.
QVariant saidOfSeen(const char *columns, const Row &row, const Row *whole, const Field **field = nullptr)
{
    for (const QString &column : QString::fromLatin1(columns ? columns : "").split(u'|', Qt::SkipEmptyParts))
        for (const Row *one : {&row, whole})
            if (const Field *said = one ? one->type->fieldNamed(column) : nullptr) {
                if (const QVariant value = one->value(column); !value.isNull() && !value.toString().isEmpty()) {
                    if (field)
                        *field = said;
                    return value;
                }
                break;
            }
    return {};
}

/// Of a day: the moment at which it was last written down, where that was on the day; else the end of it (additions.md: the
/// latest possible).
Result<QDateTime> latestOnDay(Database &database, const KeptRow &kept, QDate day, const Clock &clock)
{
    const auto last = valueOf(database, u"SELECT max(at) FROM history WHERE kind = ? AND record = ? AND action IN ('added', 'changed')"_s,
        {tableOf(*kept.row.type), kept.id});
    if (!last)
        return last.error();
    const QDateTime written = last->isNull() ? kept.createdAt : fromStoredText(last->toString());
    return clock.local(written).date() == day ? written : clock.startOf(day.addDays(1)).addSecs(-1);
}

/// Who wrote a record down, where the row that is at hand does not say it.
qint64 writerOf(Database &database, const KeptRow &kept)
{
    if (kept.createdBy > 0)
        return kept.createdBy;
    const auto by = valueOf(database, u"SELECT created_by FROM %1 WHERE id = ?"_s.arg(tableOf(*kept.row.type)), {kept.id});
    return by ? by->toLongLong() : 0;
}

Result<std::optional<Sighting>> sightingOf(Database &database, const KeptRow &kept, const Row *whole, const Clock &clock)
{
    const SeenInPerson &seen = kept.row.type->seen;
    const Field *field = nullptr;
    const QVariant at = saidOfSeen(seen.at, kept.row, whole, &field);
    if (kept.withdrawnAt || !field || (seen.when && !seen.when(kept.row)))
        return std::optional<Sighting>();
    Sighting one{tableOf(*kept.row.type), kept.id, {}, false, 0};
    const QVariant time = saidOfSeen(seen.timeOfDay, kept.row, whole);
    if (field->kind == Kind::Instant) {
        one.at = fromStoredText(at.toString());
    } else if (const QDate day = dayFromStored(at.toString()); !time.isNull()) {
        one.at = clock.resolve(day, QTime::fromString(time.toString(), u"HH:mm"_s)).later; // of two the latest possible
    } else {
        const auto latest = latestOnDay(database, kept, day, clock);
        if (!latest)
            return latest.error();
        one.at = *latest;
        one.onlyDay = true;
    }
    const qint64 by = saidOfSeen(seen.by, kept.row, whole).toLongLong();
    one.by = seen.byOthers ? 0 : by > 0 ? by : writerOf(database, kept);
    return one.at.isValid() ? std::optional(one) : std::nullopt;
}

Done writeSighting(Database &database, const KeptRow &kept, const Row *whole, const Clock &clock, bool isNew)
{
    if (!kept.row.type->seen.at)
        return {};
    if (!isNew)
        if (Done done = run(database, u"DELETE FROM seen WHERE kind = ? AND record = ?"_s, {tableOf(*kept.row.type), kept.id}); !done)
            return done;
    const auto sighting = sightingOf(database, kept, whole, clock);
    if (!sighting)
        return sighting.error();
    const std::optional<Sighting> &one = *sighting;
    if (!one)
        return {};
    for (const TiedPerson &tied : peopleOf(*kept.row.type, kept.id, kept.row))
        if (Done done = run(database, u"INSERT OR REPLACE INTO seen (kind, record, person, at, only_day, by) VALUES (?, ?, ?, ?, ?, ?)"_s,
                {one->kind, one->record, tied.person, toStoredText(one->at), one->onlyDay, one->by});
            !done)
            return done;
    return {};
}

Done writeSightingsOfParts(Database &database, const KeptRow &whole, const Clock &clock)
{
    for (const RecordType *part : partsOf(*whole.row.type)) {
        if (!part->seen.at)
            continue;
        const auto rows = Table(database, *part)
                              .list({.filters = {{QString::fromLatin1(part->childOf), Filter::Comparison::Equals, whole.id}},
                                  .orderBy = u"id"_s,
                                  .withWithdrawn = true});
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            KeptRow one = row;
            if (whole.withdrawnAt)
                one.withdrawnAt = whole.withdrawnAt;
            if (Done done = writeSighting(database, one, &whole.row, clock, false); !done)
                return done;
        }
    }
    return {};
}

} // namespace

Done writeSeen(Database &database, const KeptRow &kept, const Clock &clock, bool isNew)
{
    const RecordType *head = headOf(*kept.row.type);
    if (!head || !kept.row.type->seen.at) {
        const Done done = writeSighting(database, kept, nullptr, clock, isNew);
        return done && !isNew ? writeSightingsOfParts(database, kept, clock) : done;
    }
    const qint64 id = kept.row.value(QString::fromLatin1(kept.row.type->childOf)).toLongLong();
    const auto whole = Table(database, *head).find(id);
    if (!whole)
        return whole.error();
    KeptRow one = kept;
    if (whole->withdrawnAt)
        one.withdrawnAt = whole->withdrawnAt;
    return writeSighting(database, one, &whole->row, clock, isNew);
}

QString seenDescription(const RecordType &type)
{
    const SeenInPerson &seen = type.seen;
    return seen.at ? u' ' + QLatin1String(seen.at) + u' ' + QLatin1String(seen.timeOfDay) + u' ' + QLatin1String(seen.by)
            + (seen.byOthers ? u" others"_s : QString())
                   : QString();
}

Result<QHash<qint64, Sighting>> lastSeenOf(Database &database, const QList<qint64> &people, const QDateTime &until)
{
    QHash<qint64, Sighting> last;
    Query query(database,
        u"SELECT s.person, s.kind, s.record, s.at, s.only_day, s.by FROM json_each(?) p JOIN seen s ON s.rowid = (SELECT rowid FROM seen "
        "WHERE person = p.value AND at <= ? ORDER BY at DESC, kind DESC, record DESC LIMIT 1)"_s);
    if (Done done
        = query.bind({QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(idList(people))).toJson()), toStoredText(until)}).run();
        !done)
        return done.error();
    while (query.next())
        last.insert(
            query.number(0), {query.text(1), query.number(2), fromStoredText(query.text(3)), query.number(4) != 0, query.number(5)});
    if (Done done = query.finished(); !done)
        return done.error();
    return last;
}

} // namespace keywork
