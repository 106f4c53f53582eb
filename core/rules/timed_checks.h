// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timed_check.h"

namespace keywork {

/// Where a series of timed checks stands. Moments are UTC, so that minutes are elapsed ones, whatever the clocks do that night.
struct CheckState {
    std::optional<QDateTime> dueAt = {}; ///< when the next check is due; none: the series is over
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

/// The next check is due so many minutes after the last one that counts (the start, before the first), and once more at the
/// end: the series is over with a check at or after that, or when somebody ended it. After "could not rouse" and "not found"
/// the next one is due at once, until one counts. Checks in any order; those from before the start say nothing. Source: additions.md,
/// "Overdose, incidents, supplies"; that the minutes count from the last check and not by a fixed grid is a house rule.
CheckState checkStateOf(const CheckSeries &series, const QList<TimedCheck> &checks);

} // namespace keywork
