// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timed_checks.h"

#include <algorithm>

namespace keywork {

namespace {
bool isAlarm(CheckResult result) { return result == CheckResult::CouldNotRouse || result == CheckResult::NotFound; }
} // namespace

CheckState checkStateOf(const CheckSeries &series, const QList<TimedCheck> &checks)
{
    QList<TimedCheck> inOrder;
    std::copy_if(checks.cbegin(), checks.cend(), std::back_inserter(inOrder),
        [&series](const TimedCheck &check) { return check.doneAt >= series.fromAt; });
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const TimedCheck &a, const TimedCheck &b) { return a.doneAt < b.doneAt; });
    CheckState state;
    QDateTime since = series.fromAt;
    bool isFinished = series.endedAt.has_value();
    for (const TimedCheck &check : std::as_const(inOrder)) {
        state.lastAt = check.doneAt;
        state.last = check.result;
        if (isAlarm(check.result)) {
            state.alarmAt = state.alarmAt.value_or(check.doneAt);
            state.alarm = state.alarm == CheckResult::CouldNotRouse ? state.alarm : check.result; // the worse of both stays
        }
        if (!isCheck(check.result, series.afterNaloxone))
            continue;
        ++state.done;
        state.alarmAt.reset();
        state.alarm.reset();
        since = check.doneAt;
        isFinished = isFinished || (series.untilAt && check.doneAt >= *series.untilAt);
    }
    if (isFinished)
        return state;
    const QDateTime next = since.addSecs(series.everyMinutes.value_or(1) * 60);
    state.dueAt = series.untilAt ? std::min(next, *series.untilAt) : next;
    if (state.alarmAt)
        state.dueAt = std::min(*state.dueAt, *state.alarmAt);
    return state;
}

} // namespace keywork
