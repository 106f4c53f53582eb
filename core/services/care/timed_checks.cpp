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

ChecksOnFile checksOf(const Kept<CheckSeries> &series, QList<Kept<TimedCheck>> checks)
{
    std::stable_sort(checks.begin(), checks.end(), [](const Kept<TimedCheck> &a, const Kept<TimedCheck> &b) {
        return std::pair(a.value.doneAt, a.id.value) < std::pair(b.value.doneAt, b.id.value);
    });
    QList<TimedCheck> values;
    for (const Kept<TimedCheck> &check : std::as_const(checks))
        values.append(check.value);
    return {series, checks, checkStateOf(series.value, values)};
}

} // namespace

Result<QList<ChecksOnFile>> readOpenChecks(Database &database)
{
    const auto open = openCheckSeries(database);
    if (!open)
        return open.error();
    QList<qint64> ids;
    for (const KeptRow &row : *open)
        ids.append(row.id);
    const auto rows = checksOfSeries(database, ids);
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<TimedCheck>>> bySeries;
    for (const KeptRow &row : *rows) {
        const auto check = asKind<TimedCheck>(row);
        if (!check)
            return check.error();
        bySeries[check->value.seriesId.value].append(*check);
    }
    QList<ChecksOnFile> found;
    for (const KeptRow &row : *open) {
        const auto series = asKind<CheckSeries>(row);
        if (!series)
            return series.error();
        const ChecksOnFile one = checksOf(*series, bySeries.value(row.id));
        if (!one.state.isOver())
            found.append(one);
    }
    return found;
}

TimedChecks::TimedChecks(Records &records)
    : m_records(records)
{
    records.addCompleting(recordType<TimedCheck>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeCheck(row);
    });
    records.addLookup(recordType<TimedCheck>(), [this](const Row &row, qint64) { return checkProblems(row); });
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
    const CheckState state = checkStateOf(series->value, checks);
    row.set(u"due_at"_s, state.dueAt ? QVariant(toStoredText(*state.dueAt)) : QVariant());
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
    if (check->doneAt < series->value.fromAt)
        violations.append({u"done_at"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

Result<Kept<CheckSeries>> TimedChecks::start(const CheckSeries &series) { return m_records.add(series); }

Result<Kept<TimedCheck>> TimedChecks::write(const TimedCheck &check) { return m_records.add(check); }

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
    auto open = readOpenChecks(m_records.database());
    if (!open)
        return open;
    open->removeIf([this](const ChecksOnFile &one) {
        return one.series.value.personId && m_records.closed().isClosed(one.series.value.personId.value);
    });
    std::stable_sort(
        open->begin(), open->end(), [](const ChecksOnFile &a, const ChecksOnFile &b) { return *a.state.dueAt < *b.state.dueAt; });
    return open;
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
    return checksOf(series, *checks);
}

} // namespace keywork
