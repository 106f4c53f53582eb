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
    std::optional<QDateTime> alarmSince;
    bool isFinished = series.endedAt.has_value();
    for (const TimedCheck &check : std::as_const(inOrder)) {
        state.lastAt = check.doneAt;
        state.last = check.result;
        if (isAlarm(check.result)) {
            alarmSince = alarmSince.value_or(check.doneAt);
            state.alarm = state.alarm == CheckResult::CouldNotRouse ? state.alarm : check.result; // the worse of both stays
        }
        if (!isCheck(check.result, series.afterNaloxone))
            continue;
        ++state.done;
        alarmSince.reset();
        state.alarm.reset();
        since = check.doneAt;
        isFinished = isFinished || (series.untilAt && check.doneAt >= *series.untilAt);
    }
    if (isFinished)
        return state;
    const QDateTime next = since.addSecs(series.everyMinutes.value_or(1) * 60);
    state.dueAt = alarmSince ? *alarmSince : series.untilAt ? std::min(next, *series.untilAt) : next;
    return state;
}

} // namespace keywork
