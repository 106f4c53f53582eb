// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/keywork_watch.h"

#include <algorithm>

namespace keywork {

namespace {

bool wasHeld(KeyworkOutcome outcome) { return outcome == KeyworkOutcome::Held || outcome == KeyworkOutcome::Late; }

/// The missed sessions of the run that still goes on, the latest first. On one day what was held counts as the later one.
QList<QDate> missedRun(QList<KeyworkDay> days)
{
    std::stable_sort(days.begin(), days.end(),
        [](const KeyworkDay &a, const KeyworkDay &b) { return a.on != b.on ? a.on > b.on : wasHeld(a.outcome) && !wasHeld(b.outcome); });
    QList<QDate> run;
    for (const KeyworkDay &day : days) {
        if (wasHeld(day.outcome))
            break;
        if (day.outcome == KeyworkOutcome::Missed)
            run.append(day.on);
    }
    return run;
}

constexpr int kCountedBackAtMost = 366 * 20;

} // namespace

bool isAwayOn(QDate day, const QList<AwayDays> &away)
{
    return std::any_of(
        away.cbegin(), away.cend(), [day](const AwayDays &one) { return one.from <= day && (!one.until || day <= *one.until); });
}

int missedInARow(QList<KeyworkDay> days) { return int(missedRun(std::move(days)).size()); }

QDate firstMissed(QList<KeyworkDay> days)
{
    const QList<QDate> run = missedRun(std::move(days));
    return run.isEmpty() ? QDate() : run.last();
}

std::optional<QDate> lastHeld(const QList<KeyworkDay> &days, QDate today)
{
    std::optional<QDate> last;
    for (const KeyworkDay &day : days)
        if (wasHeld(day.outcome) && day.on <= today && (!last || day.on > *last))
            last = day.on;
    return last;
}

int daysSince(QDate since, QDate today, const QList<AwayDays> &away)
{
    if (today <= since)
        return int(since.daysTo(today));
    int days = 0;
    for (QDate day = since.addDays(1); day <= today; day = day.addDays(1))
        days += isAwayOn(day, away) ? 0 : 1;
    return days;
}

QDate countedBack(QDate today, int days, const QList<AwayDays> &away)
{
    QDate day = today;
    for (int tried = 0; days > 0 && tried < kCountedBackAtMost; ++tried) {
        days -= isAwayOn(day, away) ? 0 : 1;
        day = day.addDays(-1);
    }
    return day;
}

QList<KeyworkDay> withoutAway(QList<KeyworkDay> days, const QList<AwayDays> &away)
{
    days.removeIf([&away](const KeyworkDay &day) { return day.outcome == KeyworkOutcome::Missed && isAwayOn(day.on, away); });
    return days;
}

bool keyworkIsDue(std::optional<QDate> held, std::optional<QDate> arrived, QDate today, const QList<AwayDays> &away, int days)
{
    std::optional<QDate> since = arrived;
    if (held && (!since || *held > *since))
        since = held;
    return since && !isAwayOn(today, away) && daysSince(*since, today, away) >= days;
}

} // namespace keywork
