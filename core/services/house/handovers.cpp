// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/handovers.h"

#include "core/domain/kinds.h"
#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "core/storage/shifts.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> allOfHandovers(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<Kept<T>> found;
    for (const KeptRow &row : *rows) {
        auto record = asKind<T>(row);
        if (!record)
            return record.error();
        found.append(std::move(*record));
    }
    return found;
}

QString keyOfShift(QDate day, Id<ShiftPattern> pattern) { return u"%1/%2"_s.arg(day.toString(Qt::ISODate)).arg(pattern.value); }

/// The handover before it; no longer ago than kLongestToldHours.
QDateTime toldSince(const std::optional<Kept<Handover>> &last, const QDateTime &now)
{
    const QDateTime earliest = now.addSecs(-kLongestToldHours * 3600);
    return last ? std::max(earliest, *last->value.finishedAt) : earliest;
}

HandoverLine theHouses(qsizetype rank)
{
    HandoverLine line{.rank = rank};
    line.category = QString::fromLatin1(codeOf(Category::Risk));
    return line;
}

/// Kinds that fewer may read than their category: of those a line keeps no words, and says what whoever reads it may know.
bool isReadByFewer(const HandoverLine &line)
{
    const RecordType *type = kindOf(line.kind);
    return type && (type->access.readers != Act::Read || type->access.hidesRows());
}

Error notPermittedHere() { return {ErrorKind::NotPermitted, u"handover"_s, {}}; }

} // namespace

Result<QList<ShiftSpan>> readShiftsWithoutHandover(
    Database &database, const ShiftPatterns &patterns, const Clock &clock, const QDateTime &now)
{
    QList<ShiftSpan> missing;
    if (patterns.isEmpty())
        return missing;
    const QDateTime from = now.addSecs(-kMissingShownHours * 3600);
    const auto written = allOfHandovers<Handover>(handoversSince(database, clock.local(from).date().addDays(-1)));
    if (!written)
        return written.error();
    QSet<QString> finished;
    for (const Kept<Handover> &one : *written)
        if (one.value.finishedAt)
            finished.insert(one.value.shiftKey);
    QHash<qint64, QDateTime> onFileSince;
    for (const Kept<ShiftPattern> &pattern : patterns)
        onFileSince.insert(pattern.id.value, pattern.createdAt);
    for (const ShiftSpan &span : shiftsBetween(patterns, from, now, clock))
        if (span.until > from && span.until <= now && span.from >= onFileSince.value(span.pattern.value)
            && !finished.contains(keyOfShift(span.day, span.pattern)))
            missing.prepend(span);
    return missing;
}

Result<LatestHandover> readLatestHandover(Database &database, const QDateTime &now)
{
    const auto last = allOfHandovers<Handover>(latestHandover(database, now));
    if (!last)
        return last.error();
    LatestHandover found;
    if (last->isEmpty())
        return found;
    const auto reads = allOfHandovers<HandoverRead>(readsOfHandover(database, last->first().id.value));
    if (!reads)
        return reads.error();
    found.handover = last->first();
    found.reads = *reads;
    return found;
}

Handovers::Handovers(Records &records, const Attention &attention)
    : m_records(records)
    , m_attention(attention)
{
    records.addCompleting(recordType<Handover>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeHandover(row);
    });
    records.addCompleting(recordType<HandoverRead>(), [&records](Row &row, const std::optional<Row> &before) {
        if (!before && row.value(u"staff_id"_s).toLongLong() <= 0)
            row.set(u"staff_id"_s, records.session().staff().value);
    });
    records.addLookup(recordType<HandoverRead>(), [this](const Row &row, qint64 self) { return readProblems(row, self); });
}

Result<HandoverNow> Handovers::now() const
{
    if (!m_records.mayRead(recordType<Handover>()))
        return notPermittedHere();
    const QDateTime now = m_records.clock().now();
    const auto patterns = readShiftPatterns(m_records.database());
    const auto missing = patterns ? readShiftsWithoutHandover(m_records.database(), *patterns, m_records.clock(), now)
                                  : Result<QList<ShiftSpan>>(patterns.error());
    const auto latest = readLatestHandover(m_records.database(), now);
    if (!patterns || !missing || !latest)
        return !patterns ? patterns.error() : !missing ? missing.error() : latest.error();
    HandoverNow found{
        .shift = shiftAt(*patterns, now, m_records.clock()), .last = latest->handover, .reads = latest->reads, .missing = *missing};
    const auto ours = ofShift(found.shift);
    if (!ours)
        return ours.error();
    found.ours = *ours;
    found.since = found.ours && !found.ours->value.finishedAt ? found.ours->value.fromAt : toldSince(found.last, now);
    if (found.last) {
        const auto last = m_records.one(found.last->id); // as far as whoever is signed in may read it
        if (!last)
            return last.error();
        found.last = *last;
        const Id<Staff> self = m_records.session().staff();
        found.waitsForReader = found.last->value.writtenBy != self && m_records.mayAdd(recordType<HandoverRead>())
            && std::none_of(
                found.reads.cbegin(), found.reads.cend(), [self](const Kept<HandoverRead> &one) { return one.value.staffId == self; });
    }
    return found;
}

Result<std::optional<Kept<Handover>>> Handovers::ofShift(const std::optional<ShiftSpan> &shift) const
{
    const QString key = of(shift, m_records.today()).shiftKey;
    const auto ours = m_records.all<Handover>({.filters = {{u"shift_key"_s, Filter::Comparison::Equals, key}}});
    if (!ours)
        return ours.error();
    return ours->isEmpty() ? std::nullopt : std::optional(ours->first());
}

Handover Handovers::of(const std::optional<ShiftSpan> &shift, QDate today)
{
    Handover handover{.shiftDay = shift ? shift->day : today};
    if (shift)
        handover.patternId = shift->pattern;
    handover.shiftKey = keyOfShift(handover.shiftDay, handover.patternId);
    return handover;
}

/// Whatever screen it comes from: of which shift, since when, and by whom.
void Handovers::completeHandover(Row &row) const
{
    const QDateTime now = m_records.clock().now();
    const auto patterns = readShiftPatterns(m_records.database());
    if (row.text(u"shift_key"_s).isEmpty()) {
        const Handover fresh = of(patterns ? shiftAt(*patterns, now, m_records.clock()) : std::optional<ShiftSpan>(), m_records.today());
        row.set(u"shift_day"_s, fresh.shiftDay.toString(Qt::ISODate));
        row.set(u"pattern_id"_s, fresh.patternId ? QVariant(fresh.patternId.value) : QVariant());
        row.set(u"shift_key"_s, fresh.shiftKey);
    }
    if (row.value(u"written_by"_s).toLongLong() <= 0)
        row.set(u"written_by"_s, m_records.session().staff().value);
    if (!row.text(u"from_at"_s).isEmpty())
        return;
    const auto last = readLatestHandover(m_records.database(), now);
    row.set(u"from_at"_s, toStoredText(toldSince(last ? last->handover : std::optional<Kept<Handover>>(), now)));
}

Result<Kept<Handover>> Handovers::begin(const Handover &handover) { return m_records.add(handover); }

Result<Kept<Handover>> Handovers::finish(const Kept<Handover> &handover, const QList<HandoverLine> &lines)
{
    Result<Kept<Handover>> finished = handover;
    const Done kept = m_records.together([&]() -> Done {
        Kept<Handover> ended = handover;
        ended.value.finishedAt = m_records.clock().now();
        ended.value.writtenBy = m_records.session().staff(); // whoever hands over, whoever began to write: it is theirs
        finished = m_records.amend(ended);
        if (!finished)
            return finished.error();
        // The last one is about nobody: a handover stays when everybody whom it told of was erased.
        for (HandoverLine line : lines + QList<HandoverLine>{theHouses(lines.size())}) {
            line.handoverId = handover.id;
            if (isReadByFewer(line))
                line.said.clear();
            // What can't wait is told of a closed record, too; whoever may open that reads the line afterwards.
            const bool isClosed = m_records.closed().isClosed(line.personId.value);
            const auto added = isClosed ? m_records.enter(toRow(line), m_records.session().staff().value) : m_records.add(toRow(line));
            if (!added)
                return added.error();
        }
        return {};
    });
    return kept ? finished : Result<Kept<Handover>>(kept.error());
}

Result<QList<Kept<HandoverLine>>> Handovers::linesOf(Id<Handover> handover) const
{
    auto lines = m_records.of<HandoverLine>("handover_id", handover);
    if (lines)
        std::stable_sort(lines->begin(), lines->end(), [](const Kept<HandoverLine> &a, const Kept<HandoverLine> &b) {
            return std::pair(a.value.rank, a.id.value) < std::pair(b.value.rank, b.id.value);
        });
    return lines;
}

Result<QList<Kept<HandoverRead>>> Handovers::readsOf(Id<Handover> handover) const
{
    return m_records.all<HandoverRead>({.filters = {{u"handover_id"_s, Filter::Comparison::Equals, handover.value}}, .orderBy = u"id"_s});
}

Result<Kept<HandoverRead>> Handovers::acknowledge(Id<Handover> handover) { return m_records.add(HandoverRead{.handoverId = handover}); }

Result<Violations> Handovers::readProblems(const Row &row, qint64 self) const
{
    const auto found = Table(m_records.database(), recordType<Handover>()).find(row.value(u"handover_id"_s).toLongLong());
    if (!found) // that there is none is said by what checks every reference
        return found.error().kind == ErrorKind::NotFound ? Result<Violations>(Violations()) : found.error();
    const qint64 reader = row.value(u"staff_id"_s).toLongLong();
    if (reader != m_records.session().staff().value && !m_records.session().may(Act::Manage, Category::House)) // as from paper
        return Violations{{u"staff_id"_s, Rule::AnotherOnes, {}}};
    if (found->row.text(u"finished_at"_s).isEmpty())
        return Violations{{u"handover_id"_s, Rule::NotFinishedYet, {}}};
    if (found->row.value(u"written_by"_s).toLongLong() == reader)
        return Violations{{u"staff_id"_s, Rule::OwnHandover, {}}};
    const auto reads = readsOf({found->id});
    if (!reads)
        return reads.error();
    for (const Kept<HandoverRead> &read : *reads)
        if (read.value.staffId.value == reader && read.id.value != self)
            return Violations{{u"staff_id"_s, Rule::SameAsBefore, {}}};
    return Violations();
}

Result<QList<Kept<HandoverItem>>> Handovers::openItems() const
{
    const auto rows = handoverItemsOpen(m_records.database());
    if (!rows)
        return rows.error();
    QList<qint64> ids;
    for (const KeptRow &row : *rows)
        ids.append(row.id);
    const auto visible = m_records.some(recordType<HandoverItem>(), ids);
    if (!visible)
        return visible.error();
    QHash<qint64, KeptRow> byId;
    for (const KeptRow &row : *visible)
        byId.insert(row.id, row);
    QList<KeptRow> ordered;
    for (const qint64 id : std::as_const(ids))
        if (byId.contains(id))
            ordered.append(byId.value(id));
    return allOfHandovers<HandoverItem>(ordered);
}

Done Handovers::markDone(Id<HandoverItem> item)
{
    auto kept = m_records.one(item);
    if (!kept)
        return kept.error();
    kept->value.doneAt = m_records.clock().now();
    const auto done = m_records.amend(*kept);
    return done ? Done() : Done(done.error());
}

} // namespace keywork
