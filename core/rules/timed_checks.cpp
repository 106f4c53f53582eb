// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timed_checks.h"

#include <algorithm>

namespace keywork {

namespace {

bool isAlarm(CheckResult result, bool emergency)
{
    return result == CheckResult::CouldNotRouse || (emergency && result == CheckResult::NotFound);
}

QList<TimedCheck> inTheirOrder(const CheckSeries &series, const QList<TimedCheck> &checks)
{
    // One that is early for the first moment of a plan counts, too.
    const QDateTime from = isPlanned(series.rhythm) ? series.fromAt.addSecs(-kCheckEarlyMinutes * 60) : series.fromAt;
    QList<TimedCheck> inOrder;
    std::copy_if(
        checks.cbegin(), checks.cend(), std::back_inserter(inOrder), [&from](const TimedCheck &check) { return check.doneAt >= from; });
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const TimedCheck &a, const TimedCheck &b) { return a.doneAt < b.doneAt; });
    return inOrder;
}

/// What checks in their order tell; the last one that counts.
std::optional<QDateTime> tell(CheckState &state, const CheckSeries &series, const QList<TimedCheck> &inOrder)
{
    std::optional<QDateTime> counted;
    for (const TimedCheck &check : inOrder) {
        state.lastAt = check.doneAt;
        state.last = check.result;
        if (isAlarm(check.result, isEmergency(series))) {
            state.alarmAt = state.alarmAt.value_or(check.doneAt);
            state.alarm = state.alarm == CheckResult::CouldNotRouse ? state.alarm : check.result; // the worse of both stays
        }
        if (!isCheck(check.result, series.afterNaloxone))
            continue;
        ++state.done;
        state.alarmAt.reset();
        state.alarm.reset();
        counted = check.doneAt;
    }
    return counted;
}

/// Of a series that counts minutes: none once it is finished.
std::optional<QDateTime> nextByMinutes(
    const CheckSeries &series, const std::optional<QDateTime> &counted, const QList<AwayDays> &away, const Clock &clock)
{
    if (series.untilAt && counted && *counted >= *series.untilAt)
        return {};
    QDateTime next = counted.value_or(series.fromAt).addSecs(series.everyMinutes.value_or(1) * 60);
    for (const AwayDays &days : away) // in their order
        if (days.until && isAwayAt(next, {days}, clock))
            next = clock.resolve(days.until->addDays(1), QTime(12, 0)).earlier;
    return series.untilAt ? std::min(next, *series.untilAt) : next;
}

/// Dues of a series that counts minutes which passed between two looks, with nothing written down until the next was due; none
/// that lies a whole interval before `since`.
void missBetween(
    const QDateTime &before, const QDateTime &after, const CheckSeries &series, const QDateTime &since, QList<QDateTime> &missed)
{
    const qint64 step = std::max<qint64>(1, series.everyMinutes.value_or(1)) * 60;
    const QDateTime end = series.untilAt ? std::min(after, *series.untilAt) : after;
    const qint64 first = std::max<qint64>(1, before.secsTo(since) / step);
    for (QDateTime due = before.addSecs(first * step); due.addSecs(step) <= end; due = due.addSecs(step))
        missed.append(due);
}

/// The moments that passed, in their order, without anybody looking.
QList<QDateTime> missedMoments(
    const CheckSeries &series, const QList<QDateTime> &looks, const QDateTime &since, const QDateTime &end, const Clock &clock)
{
    QList<QDateTime> missed;
    if (!isPlanned(series.rhythm)) {
        QDateTime before = series.fromAt;
        for (const QDateTime &look : looks) {
            missBetween(before, std::min(look, end), series, since, missed);
            before = look;
        }
        missBetween(before, end, series, since, missed);
        return missed;
    }
    const QList<CheckSlot> planned = checkSlots(series, since, end.addSecs(kCheckEarlyMinutes * 60), clock);
    for (qsizetype i = 0; i + 1 < planned.size(); ++i) {
        const CheckSlot &slot = planned.at(i);
        const CheckSlot &next = planned.at(i + 1);
        const auto look = std::lower_bound(looks.cbegin(), looks.cend(), slot.opens);
        const bool looked = look != looks.cend() && *look < next.opens;
        if (!looked && next.opens <= end)
            missed.append(slot.at);
    }
    return missed;
}

} // namespace

CheckState checkStateOf(const CheckSeries &series, const QList<TimedCheck> &checks, const Clock &clock, const QList<AwayDays> &away)
{
    CheckState state;
    const auto counted = tell(state, series, inTheirOrder(series, checks));
    if (series.endedAt)
        return state;
    const QList<AwayDays> pausing = isEmergency(series) ? QList<AwayDays>() : away;
    if (isPlanned(series.rhythm)) {
        state.slot = nextCheckSlot(series, counted, pausing, clock);
        state.dueAt = state.slot ? std::optional(state.slot->at) : std::nullopt;
    } else {
        state.dueAt = nextByMinutes(series, counted, pausing, clock);
    }
    if (state.alarmAt && state.dueAt)
        state.dueAt = std::min(*state.dueAt, *state.alarmAt);
    return state;
}

QList<MissedChecks> missedChecks(const CheckSeries &series, const QList<TimedCheck> &checks, const QDateTime &since, const QDateTime &now,
    const Clock &clock, const QList<AwayDays> &away)
{
    QList<QDateTime> looks;
    for (const TimedCheck &check : inTheirOrder(series, checks))
        looks.append(check.doneAt);
    QList<MissedChecks> found;
    const QDateTime end = series.endedAt ? std::min(now, *series.endedAt) : now;
    for (const QDateTime &due : missedMoments(series, looks, since, end, clock)) {
        if (due < since || (!isEmergency(series) && isAwayAt(due, away, clock)))
            continue;
        const auto after = std::upper_bound(looks.cbegin(), looks.cend(), due);
        const auto lookedAfter = after == looks.cend() ? std::nullopt : std::optional(*after);
        if (found.isEmpty() || found.last().lookedAfter != lookedAfter)
            found.append({due, due, 0, after == looks.cbegin() ? series.fromAt : *std::prev(after), lookedAfter});
        found.last().last = due;
        ++found.last().count;
    }
    return found;
}

} // namespace keywork
