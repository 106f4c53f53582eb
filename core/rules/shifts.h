// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/shift.h"

namespace keywork {

/// One shift on one day, from its beginning until before its end; moments are UTC.
struct ShiftSpan {
    Id<ShiftPattern> pattern = {};
    QString name = {};
    QDate day = {}; ///< on which it begins
    QDateTime from = {};
    QDateTime until = {};

    bool holds(const QDateTime &at) const { return from <= at && at < until; }
    bool operator==(const ShiftSpan &) const = default;
};

/// Hours of the week by the wall clock that no shift has, Monday 1.
struct ShiftGap {
    int weekday = 1;
    QTime from = {};
    int untilWeekday = 1;
    QTime until = {};
    bool operator==(const ShiftGap &) const = default;
};

using ShiftPatterns = QList<Kept<ShiftPattern>>;

/// When the shift of a pattern that begins on the day is; none where it does not begin on that weekday, is not worked any more,
/// or has no hour that night: both of its ends lie in the hour that the clocks leave out. A beginning or end that exists twice
/// is the first of the two, one that does not exist is the moment at which the clocks went forward: so a shift ends when the
/// next one begins, and no minute of the night is lost or has two. The length is elapsed time: the night of ten hours has nine
/// or eleven. House rule; the clocks are those of the house's time zone.
std::optional<ShiftSpan> shiftOn(const Kept<ShiftPattern> &pattern, QDate day, const Clock &clock);
/// Those that hold at some moment from `from` until before `until`, in the order in which they begin.
QList<ShiftSpan> shiftsBetween(const ShiftPatterns &patterns, const QDateTime &from, const QDateTime &until, const Clock &clock);
/// The one that holds at the moment; of two over one another the one that began last. None: nobody's hours.
std::optional<ShiftSpan> shiftAt(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock);
/// The last one that had ended by the moment, within a week; none before that.
std::optional<ShiftSpan> shiftEndedBefore(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock);
/// The first that begins after the moment, within a week.
std::optional<ShiftSpan> shiftBeginningAfter(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock);

/// What of the week no shift has, in its order, by the wall clock of a week without a change of the clocks; empty where there
/// is no shift at all. What goes over the end of the week is one gap.
QList<ShiftGap> gapsOf(const ShiftPatterns &patterns);
/// How two shifts stand to one another on some day of the week.
enum class ShiftsMeet {
    Apart,
    Overlap, ///< for some time, as for handing over: asked about
    SameBeginning, ///< then nobody could say which of them holds: refused
};
ShiftsMeet howTheyMeet(const ShiftPattern &one, const ShiftPattern &other);

} // namespace keywork
