// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/timeline.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/storage/happenings.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isDayOnly(const RecordType &type, Phase phase)
{
    const Field *field = type.fieldNamed(QString::fromLatin1(phase == Phase::Happened ? type.happens : type.ends));
    return field && field->kind != Kind::Instant; // created_at is no field, and a moment
}

/// A line for whoever reads only a part of the record may say nothing.
bool says(const Row &row, Phase phase)
{
    const auto sentence = phase == Phase::Happened ? row.type->happened : row.type->ended;
    return !sentence || sentence(row);
}

HappeningRequest wantedFrom(const TimelineRequest &request, const QList<const RecordType *> &kinds, const Clock &clock)
{
    HappeningRequest wanted{.person = request.person.value,
        .kinds = tableNames(kinds),
        .after = request.after,
        .entered = request.entered,
        .limit = request.limit};
    if (request.from)
        wanted.from = toStoredText(clock.startOf(*request.from));
    if (request.until && request.until->year() < 9999) // the last day that is written with four digits has none behind it
        wanted.until = toStoredText(clock.startOf(request.until->addDays(1)));
    const QString now = toStoredText(clock.now().addMSecs(1));
    if (!request.withAhead && (wanted.until.isEmpty() || wanted.until > now))
        wanted.until = now;
    return wanted;
}

/// One statement a kind, whatever the number of lines.
Result<QHash<QString, QHash<qint64, KeptRow>>> rowsBehind(const Records &records, const QList<Happening> &found)
{
    QHash<QString, QList<qint64>> ids;
    for (const Happening &happening : found)
        ids[happening.kind].append(happening.record);
    QHash<QString, QHash<qint64, KeptRow>> rows;
    for (auto it = ids.constBegin(); it != ids.constEnd(); ++it) {
        const auto some = records.some(*kindOf(it.key()), it.value());
        if (!some)
            return some.error();
        for (const KeptRow &row : *some)
            rows[it.key()].insert(row.id, row);
    }
    return rows;
}

} // namespace

QList<const RecordType *> Timeline::kinds() const
{
    QList<const RecordType *> readable;
    for (const RecordType *type : allKinds())
        if (type->happens && m_records.mayRead(*type))
            readable.append(type);
    return readable;
}

Result<TimelinePage> Timeline::page(const TimelineRequest &request) const
{
    if (request.person)
        if (Done open = m_records.checkOpen(request.person.value); !open)
            return open.error();
    QList<const RecordType *> wanted = kinds();
    if (!request.kinds.isEmpty())
        wanted.removeIf([&](const RecordType *type) { return !request.kinds.contains(type); });
    const auto found = readHappenings(m_records.database(), wantedFrom(request, wanted, m_records.clock()));
    if (!found)
        return found.error();
    const auto rows = rowsBehind(m_records, *found);
    if (!rows)
        return rows.error();
    TimelinePage page;
    for (const Happening &happening : *found) {
        const auto kind = rows->constFind(happening.kind);
        if (kind != rows->constEnd() && kind->contains(happening.record) && says(kind->value(happening.record).row, happening.phase))
            page.lines.append(
                {happening.at, isDayOnly(*kindOf(happening.kind), happening.phase), happening.phase, kind->value(happening.record)});
    }
    if (found->size() == request.limit)
        page.next = found->last();
    return page;
}

} // namespace keywork
