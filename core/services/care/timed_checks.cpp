// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/timed_checks.h"

#include "core/services/records/records.h"
#include "core/storage/check_rounds.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMissedReadDays = 366;

/// Without an end they are away today, and nothing is said of tomorrow.
QList<AwayDays> pausingDays(const QList<AwaySpell> &spells, QDate today)
{
    QList<AwayDays> days = awayDays(spells);
    for (AwayDays &one : days)
        one.until = one.until.value_or(std::max(one.from, today));
    std::sort(days.begin(), days.end(), [](const AwayDays &a, const AwayDays &b) { return a.from < b.from; });
    return days;
}

ChecksOnFile checksOf(const Kept<CheckSeries> &series, QList<Kept<TimedCheck>> checks, const QList<AwaySpell> &spells,
    const QDateTime &since, const Clock &clock)
{
    std::stable_sort(checks.begin(), checks.end(), [](const Kept<TimedCheck> &a, const Kept<TimedCheck> &b) {
        return std::pair(a.value.doneAt, a.id.value) < std::pair(b.value.doneAt, b.id.value);
    });
    QList<TimedCheck> values;
    for (const Kept<TimedCheck> &check : std::as_const(checks))
        values.append(check.value);
    const QList<AwayDays> away = pausingDays(spells, clock.today());
    ChecksOnFile found{series, checks, checkStateOf(series.value, values, clock, away)};
    found.missed = missedChecks(series.value, values, since, clock.latest(), clock, away);
    found.emergency = isEmergency(series.value);
    for (const AwaySpell &spell : spells)
        if (!found.emergency && spell.holdsOn(clock.today()))
            found.away.append(spell);
    return found;
}

Result<QHash<qint64, QList<Kept<TimedCheck>>>> checksBySeries(const QList<KeptRow> &rows)
{
    QHash<qint64, QList<Kept<TimedCheck>>> bySeries;
    for (const KeptRow &row : rows) {
        const auto check = asKind<TimedCheck>(row);
        if (!check)
            return check.error();
        bySeries[check->value.seriesId.value].append(*check);
    }
    return bySeries;
}

/// Of those whose checks are paused while they are away.
Result<AwayOnFile> awayOfChecked(const QList<Kept<CheckSeries>> &all, const RecordReader &records)
{
    QList<qint64> people;
    for (const Kept<CheckSeries> &series : all)
        if (series.value.personId && !isEmergency(series.value) && !people.contains(series.value.personId.value))
            people.append(series.value.personId.value);
    return people.isEmpty() ? AwayOnFile() : readAway(records, people, records.clock().today());
}

} // namespace

Result<QList<ChecksOnFile>> readChecks(const RecordReader &records, const QDateTime &since)
{
    const auto rows = checkSeriesSince(records.database(), since);
    if (!rows)
        return rows.error();
    QList<qint64> ids;
    QList<Kept<CheckSeries>> all;
    for (const KeptRow &row : *rows) {
        const auto series = asKind<CheckSeries>(row);
        if (!series)
            return series.error();
        ids.append(row.id);
        all.append(*series);
    }
    const auto checkRows = checksOfSeries(records.database(), ids, since);
    const auto bySeries = checkRows ? checksBySeries(*checkRows) : checkRows.error();
    if (!bySeries)
        return bySeries.error();
    const auto away = awayOfChecked(all, records);
    if (!away)
        return away.error();
    QList<ChecksOnFile> found;
    for (const Kept<CheckSeries> &series : std::as_const(all))
        found.append(checksOf(series, bySeries->value(series.id.value), away->value(series.value.personId.value), since, records.clock()));
    return found;
}

void hideWhatIsClosed(QList<ChecksOnFile> &checks, const RecordReader &records)
{
    for (ChecksOnFile &one : checks) {
        CheckSeries &series = one.series.value;
        one.isClosed = series.personId && records.closed().isClosed(series.personId.value);
        if (!one.isClosed)
            continue;
        series.reason = CheckReason::Other;
        series.incidentId = {};
        one.away.clear();
        for (QString *words : {&series.reasonNote, &series.kit, &series.agreedHow, &series.refusedDecision})
            words->clear();
        for (Kept<TimedCheck> &check : one.checks)
            check.value.note.clear();
    }
}

TimedChecks::TimedChecks(Records &records)
    : m_records(records)
{
    records.addCompleting(recordType<CheckSeries>(), [this](Row &row, const std::optional<Row> &) { completeSeries(row); });
    records.addLookup(recordType<CheckSeries>(), [this](const Row &row, qint64) { return seriesProblems(row); });
    records.addCompleting(recordType<TimedCheck>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeCheck(row);
    });
    records.addLookup(recordType<TimedCheck>(), [this](const Row &row, qint64) { return checkProblems(row); });
}

void TimedChecks::completeSeries(Row &row) const
{
    const auto series = recordType<CheckSeries>().fromRow(row);
    const auto finishes = series ? finishesAt(*series, m_records.clock()) : std::nullopt;
    row.set(u"finishes_at"_s, finishes && finishes->isValid() ? QVariant(toStoredText(*finishes)) : QVariant());
}

Result<Violations> TimedChecks::seriesProblems(const Row &row) const
{
    const auto series = recordType<CheckSeries>().fromRow(row);
    const auto finishes = series ? finishesAt(*series, m_records.clock()) : std::nullopt;
    const bool saysHow = series && (series->rhythm != CheckRhythm::Hours || hoursOfDay(series->hours)); // else said already
    return finishes && !finishes->isValid() && saysHow ? Violations{{u"until_at"_s, Rule::EndsBeforeStart, kNoCheckBetween}} : Violations();
}

/// Past what the reader may see: whoever may only add one writes into the same series.
void TimedChecks::completeCheck(Row &row) const
{
    const qint64 id = row.value(u"series_id"_s).toLongLong();
    const auto found = Table(m_records.database(), recordType<CheckSeries>()).find(id);
    const auto series = found ? asKind<CheckSeries>(*found) : Result<Kept<CheckSeries>>(found.error());
    const auto rows = checksOfSeries(m_records.database(), {id});
    if (!series || !rows)
        return; // refused by the checks
    QList<TimedCheck> checks;
    for (const KeptRow &one : *rows)
        if (const auto check = recordType<TimedCheck>().fromRow(one.row))
            checks.append(*check);
    row.set(u"person_id"_s, found->row.value(u"person_id"_s));
    const CheckState state = checkStateOf(series->value, checks, m_records.clock());
    std::optional<QDateTime> due = state.dueAt;
    if (isPlanned(series->value.rhythm)) { // its own moment, not one that was missed before; none for one more look
        const auto slot = checkSlotOf(series->value, fromStoredText(row.text(u"done_at"_s)), m_records.clock());
        due = slot && due && *due <= slot->at ? std::optional(slot->at) : std::nullopt;
    }
    row.set(u"due_at"_s, due ? QVariant(toStoredText(*due)) : QVariant());
}

Result<Violations> TimedChecks::checkProblems(const Row &row) const
{
    const auto found = Table(m_records.database(), recordType<CheckSeries>()).find(row.value(u"series_id"_s).toLongLong());
    if (!found) // that there is none is said by what checks every reference
        return found.error().kind == ErrorKind::NotFound ? Result<Violations>(Violations()) : found.error();
    const auto series = asKind<CheckSeries>(*found);
    const auto check = recordType<TimedCheck>().fromRow(row);
    if (!series || !check)
        return Error{ErrorKind::Damaged, u"timed_check"_s, {}};
    Violations violations;
    const bool countsElsewhere = isCheck(check->result, false);
    if (countsElsewhere && !isCheck(check->result, series->value.afterNaloxone))
        violations.append({u"result"_s, Rule::BreathingIsNotEnough, {}});
    const qint64 early = isPlanned(series->value.rhythm) ? kCheckEarlyMinutes * 60 : 0;
    if (check->doneAt < series->value.fromAt.addSecs(-early))
        violations.append({u"done_at"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

Result<Kept<CheckSeries>> TimedChecks::start(const CheckSeries &series) { return m_records.add(series); }

Result<Kept<TimedCheck>> TimedChecks::write(const TimedCheck &check)
{
    const auto series = Table(m_records.database(), recordType<CheckSeries>()).find(check.seriesId.value);
    const qint64 person = series ? series->row.value(u"person_id"_s).toLongLong() : 0;
    return m_records.closed().isClosed(person) ? writeClosed(check) : m_records.add(check);
}

/// What `Records::add` does, but for the closed record.
Result<Kept<TimedCheck>> TimedChecks::writeClosed(const TimedCheck &check)
{
    if (!m_records.mayAdd(recordType<TimedCheck>()))
        return Error{ErrorKind::NotPermitted, u"timed_check"_s, {}};
    Row row = toRow(check);
    completeCheck(row);
    Violations violations = m_records.check(row);
    const auto problems = checkProblems(row);
    if (!problems)
        return problems.error();
    violations.append(*problems);
    if (!violations.isEmpty())
        return Error{ErrorKind::Invalid, u"timed_check"_s, violations};
    const auto kept = m_records.enter(row, m_records.session().staff().value);
    return kept ? asKind<TimedCheck>(*kept) : Result<Kept<TimedCheck>>(kept.error());
}

Done TimedChecks::end(Id<CheckSeries> series, const QString &why)
{
    auto kept = m_records.one(series);
    if (!kept)
        return kept.error();
    kept->value.endedAt = m_records.clock().now();
    kept->value.endedWhy = why;
    const auto ended = m_records.amend(*kept);
    return ended ? Done() : Done(ended.error());
}

Result<QList<ChecksOnFile>> TimedChecks::running() const
{
    if (!m_records.mayRead(recordType<CheckSeries>()))
        return Error{ErrorKind::NotPermitted, u"check_series"_s, {}};
    auto open = readChecks(m_records, m_records.clock().latest().addSecs(-kMissedToldHours * 3600));
    if (!open)
        return open;
    open->removeIf([](const ChecksOnFile &one) { return one.state.isOver(); });
    hideWhatIsClosed(*open, m_records);
    std::stable_sort(
        open->begin(), open->end(), [](const ChecksOnFile &a, const ChecksOnFile &b) { return *a.state.dueAt < *b.state.dueAt; });
    return open;
}

Result<QList<ChecksOnFile>> TimedChecks::missedSince(const QDateTime &since) const
{
    if (!m_records.mayRead(recordType<CheckSeries>()))
        return Error{ErrorKind::NotPermitted, u"check_series"_s, {}};
    auto all = readChecks(m_records, since);
    if (!all)
        return all;
    all->removeIf([](const ChecksOnFile &one) { return one.missed.isEmpty(); });
    hideWhatIsClosed(*all, m_records);
    return all;
}

Result<ChecksOnFile> TimedChecks::one(Id<CheckSeries> series) const
{
    const auto kept = m_records.one(series);
    if (!kept)
        return kept.error();
    return withChecks(*kept);
}

Result<QList<ChecksOnFile>> TimedChecks::ofIncident(Id<Incident> incident) const
{
    const auto all = m_records.of<CheckSeries>("incident_id", incident);
    if (!all)
        return all.error();
    QList<ChecksOnFile> found;
    for (const Kept<CheckSeries> &series : *all) {
        const auto one = withChecks(series);
        if (!one)
            return one.error();
        found.append(*one);
    }
    std::sort(found.begin(), found.end(), [](const ChecksOnFile &a, const ChecksOnFile &b) {
        return std::pair(a.series.value.fromAt, a.series.id.value) < std::pair(b.series.value.fromAt, b.series.id.value);
    });
    return found;
}

Result<ChecksOnFile> TimedChecks::withChecks(const Kept<CheckSeries> &series) const
{
    auto checks = m_records.of<TimedCheck>("series_id", series.id);
    if (!checks)
        return checks.error();
    const auto away = awayOfChecked({series}, m_records);
    if (!away)
        return away.error();
    // Whoever forgot to end them a year ago needs no longer list.
    const QDateTime since = std::max(series.value.fromAt, m_records.clock().latest().addDays(-kMissedReadDays));
    return checksOf(series, *checks, away->value(series.value.personId.value), since, m_records.clock());
}

} // namespace keywork
