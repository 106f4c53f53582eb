// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/check_plan.h"

namespace keywork {

/// Where a series of timed checks stands. Moments are UTC, so that minutes are elapsed ones, whatever the clocks do that night.
struct CheckState {
    std::optional<QDateTime> dueAt = {}; ///< when the next check is due; none: the series is over
    std::optional<CheckSlot> slot = {}; ///< of a planned series: the moment that is due
    std::optional<QDateTime> lastAt = {}; ///< the last one that was written down, whatever it found
    std::optional<CheckResult> last = {};
    std::optional<CheckResult> alarm = {}; ///< could not rouse, not found, and no check that counts after it
    std::optional<QDateTime> alarmAt = {}; ///< since when
    int done = 0; ///< that count as a check (isCheck)

    bool isOver() const { return !dueAt; }
    bool isOverdue(const QDateTime &now) const { return dueAt && *dueAt < now; }
    /// Whole minutes since it was due; 0 until then.
    qint64 minutesOver(const QDateTime &now) const { return isOverdue(now) ? dueAt->secsTo(now) / 60 : 0; }
    bool operator==(const CheckState &) const = default;
};

/// Of a series that counts minutes the next check is due so many minutes after the last one that counts (the start, before the
/// first), and once more at the end: it is over with a check at or after that. Of a planned one it is the first moment for which
/// no check counts, and over with the check of its last moment. Either is over when somebody ended it. After "could not rouse",
/// in an emergency also after "not found", the next one is due at once, until one counts. Who is away is looked after again when
/// they are back (`away` with the end of each, today where none is known), in an emergency at once: whether that is over somebody says.
/// Checks in any order; those from before the start say nothing, and of two at one moment the later one in the list is the later. Source:
/// additions.md, "Overdose, incidents, supplies" and "Counting"; that the minutes count from the last check and not by a fixed grid is a
/// house rule.
CheckState checkStateOf(const CheckSeries &series, const QList<TimedCheck> &checks, const Clock &clock, const QList<AwayDays> &away = {});

/// Checks in a row that nobody made: one came and went before anybody looked again.
struct MissedChecks {
    QDateTime first = {}; ///< when the first of them was due
    QDateTime last = {};
    int count = 0;
    QDateTime lookedBefore = {}; ///< the last look before them; the beginning of the series where there was none
    std::optional<QDateTime> lookedAfter = {}; ///< none: nobody has looked since

    bool operator==(const MissedChecks &) const = default;
};

/// The checks of the series that were missed, of those due from `since` to `now`, in their order: for which nobody wrote anything
/// down (what could not be done was said) until the next one was due. What comes late counts for the one that was due last, so it
/// never takes a missed one away. Not while they were away, of a series that is no emergency.
QList<MissedChecks> missedChecks(const CheckSeries &series, const QList<TimedCheck> &checks, const QDateTime &since, const QDateTime &now,
    const Clock &clock, const QList<AwayDays> &away = {});

} // namespace keywork
