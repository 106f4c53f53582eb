// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/domain/stay.h"
#include "core/services/house/attention.h"
#include "core/services/house/handovers.h"
#include "core/services/records/records.h"
#include "core/storage/happenings.h"
#include "core/storage/shifts.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostToldOver = 500; // of one handover: more is a report

QList<const RecordType *> kindsHandedOver()
{
    QList<const RecordType *> found;
    for (const RecordType *type : allKinds())
        if (type->happens && type->handedOver)
            found.append(type);
    return found;
}

/// What happened since, and what was only written down since, each line once; newest first.
Result<QList<Happening>> happeningsSince(Database &database, const QDateTime &since, const QDateTime &now)
{
    HappeningRequest request{.kinds = tableNames(kindsHandedOver()),
        .from = toStoredText(since),
        .until = toStoredText(now.addMSecs(1)),
        .limit = kMostToldOver};
    const auto happened = readHappenings(database, request);
    request.from.clear();
    request.entered = EnteredSince{.since = since};
    const auto entered = readHappenings(database, request);
    if (!happened || !entered)
        return happened ? entered : happened;
    QList<Happening> all = *happened;
    for (const Happening &one : *entered)
        if (!all.contains(one))
            all.append(one);
    std::sort(
        all.begin(), all.end(), [](const Happening &a, const Happening &b) { return std::tie(b.at, b.record) < std::tie(a.at, a.record); });
    return all;
}

QHash<QString, QList<qint64>> recordsByKind(const QList<Happening> &happenings)
{
    QHash<QString, QList<qint64>> ids;
    for (const Happening &one : happenings)
        ids[one.kind].append(one.record);
    return ids;
}

QHash<qint64, KeptRow> rowsByTheirId(const QList<KeptRow> &rows)
{
    QHash<qint64, KeptRow> found;
    for (const KeptRow &row : rows)
        found.insert(row.id, row);
    return found;
}

/// Of one kind: its rows as they are, as whoever is signed in sees them, and whom they are about.
struct RowsOfKind {
    QHash<qint64, KeptRow> all;
    QHash<qint64, KeptRow> readable;
    QHash<qint64, QList<qint64>> people;
};

Result<RowsOfKind> rowsOfKind(const Records &records, const RecordType &type, const QList<qint64> &ids)
{
    const auto all = Table(records.database(), type).some(ids);
    const auto readable = records.mayRead(type) ? records.some(type, ids) : Result<QList<KeptRow>>(QList<KeptRow>());
    const auto people = peopleTiedTo(records.database(), tableOf(type), ids);
    if (!all || !readable || !people)
        return !all ? all.error() : !readable ? readable.error() : people.error();
    return RowsOfKind{rowsByTheirId(*all), rowsByTheirId(*readable), *people};
}

bool toldByDay(const RecordType &type, Phase phase)
{
    const Field *field = type.fieldNamed(QString::fromLatin1(phase == Phase::Happened ? type.happens : type.ends));
    return field && field->kind != Kind::Instant;
}

/// Whether the timeline has words for it.
bool saysOver(const Row &row, Phase phase)
{
    const auto sentence = phase == Phase::Happened ? row.type->happened : row.type->ended;
    return sentence && sentence(row);
}

HandoverLine lineToKeep(const RecordType &type, const KeptRow &row, HandoverSection section)
{
    HandoverLine line{.section = section, .kind = tableOf(type), .record = row.id};
    const auto told = type.readAs ? type.readAs(row.row) : std::nullopt;
    line.category = QString::fromLatin1(codeOf(told.value_or(type.category)));
    return line;
}

/// None: nothing of it is told, or it is about somebody whose record is closed to whoever is signed in.
std::optional<ToHandOver> handedOver(const Happening &happening, const RowsOfKind &rows, const Records &records)
{
    const RecordType &type = *kindOf(happening.kind);
    const auto row = rows.all.constFind(happening.record);
    if (row == rows.all.constEnd() || row->withdrawnAt)
        return {};
    const Handing handing = type.handedOver(row->row);
    if (handing == Handing::NotTold || !saysOver(row->row, happening.phase) || records.isHiddenFromReader(type, row->row))
        return {};
    const bool isFirst = handing == Handing::First && happening.phase == Phase::Happened;
    ToHandOver told{lineToKeep(type, *row, isFirst ? HandoverSection::First : HandoverSection::Happened)};
    told.line.isEnd = happening.phase == Phase::Ended;
    told.line.at = happening.at;
    told.line.isDay = toldByDay(type, happening.phase);
    for (const qint64 person : rows.people.value(happening.record)) {
        if (records.closed().isClosed(person))
            continue;
        told.people.append(Id<Person>{person});
    }
    if (told.people.isEmpty() && !rows.people.value(happening.record).isEmpty())
        return {};
    if (const auto readable = rows.readable.constFind(happening.record);
        readable != rows.readable.constEnd() && saysOver(readable->row, happening.phase))
        told.happened = TimelineLine{happening.at, told.line.isDay, happening.phase, *readable};
    return told;
}

/// Of the lines of Today: what presses before anything else, and what its rule says is handed over. What is for some of the team
/// alone (a concern that waits for a manager, who may be whom it is about) stands on their own Today: the words that are kept are
/// read by whoever may read the category.
bool pressesOver(const WatchItem &item)
{
    const Pressing pressing = item.rule->pressing;
    const bool isForAll = !item.rule->mayKnow && (pressing == Pressing::Emergency || pressing == Pressing::Now);
    return item.subject.kind != u"handover" && item.subject.kind != u"handover_item" && (isForAll || item.rule->handedOver);
}

} // namespace

Result<QList<ToHandOver>> Handovers::happenedSince(const QDateTime &since) const
{
    const auto happenings = happeningsSince(m_records.database(), since, m_records.clock().now());
    if (!happenings)
        return happenings.error();
    QHash<QString, RowsOfKind> rows;
    const auto ids = recordsByKind(*happenings);
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const auto ofKind = rowsOfKind(m_records, *kindOf(it.key()), it.value());
        if (!ofKind)
            return ofKind.error();
        rows.insert(it.key(), *ofKind);
    }
    QList<ToHandOver> found;
    for (const Happening &happening : *happenings)
        if (const auto told = handedOver(happening, rows.value(happening.kind), m_records))
            found.append(*told);
    return found;
}

/// Who has another room than at the last handover, without those who only arrived since: their line says the room.
Result<QList<ToHandOver>> Handovers::movedSince(const QDateTime &since) const
{
    QList<ToHandOver> found;
    const auto ids = staysMovedSince(m_records.database(), since);
    if (!ids || !m_records.mayRead(recordType<Stay>()))
        return ids ? Result(found) : ids.error();
    const auto stays = m_records.some(recordType<Stay>(), *ids);
    if (!stays)
        return stays.error();
    for (const KeptRow &row : *stays) {
        const auto stay = asKind<Stay>(row);
        if (!stay)
            return stay.error();
        if (row.withdrawnAt || stay->value.leftOn || !stay->value.arrivedOn || !stay->value.roomId)
            continue;
        ToHandOver moved{lineToKeep(recordType<Stay>(), row, HandoverSection::Happened), {stay->value.personId}};
        moved.moved = row;
        found.append(moved);
    }
    return found;
}

Result<QList<ToHandOver>> Handovers::dueNow() const
{
    const auto items = m_attention.today();
    if (!items)
        return items.error();
    QList<ToHandOver> found;
    for (const WatchItem &item : *items) {
        if (!pressesOver(item))
            continue;
        ToHandOver due;
        const bool isEmergency = item.pressing() == Pressing::Emergency;
        due.line = {.section = isEmergency ? HandoverSection::First : HandoverSection::Due,
            .kind = item.subject.kind,
            .record = item.subject.record};
        due.line.category = QString::fromLatin1(codeOf(item.rule->category));
        if (item.subject.person)
            due.people.append(item.subject.person);
        due.due = item;
        due.due->places.remove(u"away"_s); // why (custody, hospital) is of another category than the line that is kept
        found.append(due);
    }
    return found;
}

Result<QList<ToHandOver>> Handovers::itemsToDo() const
{
    const auto items = openItems();
    if (!items)
        return items.error();
    QList<ToHandOver> found;
    for (const Kept<HandoverItem> &item : *items) {
        ToHandOver toDo{lineToKeep(recordType<HandoverItem>(), untyped(item), HandoverSection::Due)};
        toDo.line.at = item.value.dueAt;
        if (item.value.personId)
            toDo.people.append(item.value.personId);
        toDo.item = item;
        found.append(toDo);
    }
    return found;
}

Result<QList<ToHandOver>> Handovers::gather(const QDateTime &since) const
{
    if (!m_records.mayRead(recordType<Handover>()))
        return Error{ErrorKind::NotPermitted, u"handover"_s, {}};
    QList<ToHandOver> all;
    for (const auto &some : {dueNow(), itemsToDo(), happenedSince(since), movedSince(since)}) {
        if (!some)
            return some.error();
        all += *some;
    }
    std::stable_sort(all.begin(), all.end(), [](const ToHandOver &a, const ToHandOver &b) { return a.line.section < b.line.section; });
    for (qsizetype i = 0; i < all.size(); ++i)
        all[i].line.rank = i;
    return all;
}

} // namespace keywork
