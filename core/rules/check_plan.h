// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/timed_check.h"
#include "core/rules/keywork_watch.h"

namespace keywork {

/// So long before its moment a check counts for it, and at most half the time since the one before; house rule.
inline constexpr qint64 kCheckEarlyMinutes = 30;

/// A moment at which a check is due.
struct CheckSlot {
    QDateTime at = {}; ///< UTC
    QTime asked = {}; ///< what the plan says on the house's clocks; invalid where elapsed minutes lead to it
    WallTime::Outcome clocks = WallTime::Outcome::Once; ///< how often the clocks of the house show `asked` that day
    QDateTime opens = {}; ///< a check from here on counts for it

    bool operator==(const CheckSlot &) const = default;
};

/// Whether the series follows hours of the day or nights, so that it has moments of its own whatever was done.
constexpr bool isPlanned(CheckRhythm rhythm) { return rhythm != CheckRhythm::Minutes; }

/// The moments of a planned series from `from` to `until`, both included, within the series' own beginning and end; empty for one
/// that counts minutes from the last check. Hours are those of the house's clocks; the minutes of a night are elapsed ones from
/// its first check. What happens when the clocks change, house rule: an hour that does not exist that day is due at the first
/// moment that does; one that comes twice is due the first time, once; two that fall on one moment are one check.
QList<CheckSlot> checkSlots(const CheckSeries &series, const QDateTime &from, const QDateTime &until, const Clock &clock);

/// Whether they were away then: until noon a moment belongs to the night before, which belongs to the day it began on
/// (additions.md, "Counting"); that noon parts them is a house rule.
bool isAwayAt(const QDateTime &at, const QList<AwayDays> &away, const Clock &clock);

/// Which moment of a planned series comes next after a check at `after` (none: after nothing), without those during which they
/// were away. None: there is none before the end, or within 400 days.
std::optional<CheckSlot> nextCheckSlot(
    const CheckSeries &series, const std::optional<QDateTime> &after, const QList<AwayDays> &away, const Clock &clock);
/// The moment of a planned series for which a check at `at` counts; none before the first one opens.
std::optional<CheckSlot> checkSlotOf(const CheckSeries &series, const QDateTime &at, const Clock &clock);
/// From when on a check is the last one of the series: the end of one that counts minutes; of a planned one when its last moment
/// opens, invalid where it has none at all. None: no end.
std::optional<QDateTime> finishesAt(const CheckSeries &series, const Clock &clock);

} // namespace keywork
