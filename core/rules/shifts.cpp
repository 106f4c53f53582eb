// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/shifts.h"

#include "core/domain/prescription.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr int kMinutesADay = 24 * 60;
constexpr int kMinutesAWeek = 7 * kMinutesADay;

/// The moment of the wall clock; see shiftOn for the two nights on which there is none, or two.
QDateTime momentOf(QDate day, QTime time, const Clock &clock)
{
    const WallTime wall = clock.resolve(day, time);
    return wall.outcome == WallTime::Outcome::Never ? wall.later : wall.earlier;
}

struct MinutesOfWeek {
    int from = 0; ///< Monday 00:00 is 0
    int until = 0; ///< above kMinutesAWeek: on into the next week
};

QList<MinutesOfWeek> minutesOf(const ShiftPattern &pattern)
{
    QList<MinutesOfWeek> found;
    const int from = pattern.startsAt.msecsSinceStartOfDay() / 60'000;
    const int until = pattern.endsAt.msecsSinceStartOfDay() / 60'000 + (pattern.isOverMidnight() ? kMinutesADay : 0);
    if (!pattern.retired && pattern.startsAt != pattern.endsAt)
        for (const int weekday : weekdaysOf(pattern.weekdays))
            found.append({(weekday - 1) * kMinutesADay + from, (weekday - 1) * kMinutesADay + until});
    return found;
}

bool overlapInWeek(const MinutesOfWeek &one, const MinutesOfWeek &other)
{
    for (const int shift : {-kMinutesAWeek, 0, kMinutesAWeek})
        if (one.from < other.until + shift && other.from + shift < one.until)
            return true;
    return false;
}

ShiftGap gapBetween(int from, int until)
{
    const auto timeAt = [](int minute) { return QTime(0, 0).addSecs(minute % kMinutesADay * 60); };
    const auto weekdayAt = [](int minute) { return minute / kMinutesADay % 7 + 1; };
    return {weekdayAt(from), timeAt(from), weekdayAt(until), timeAt(until)};
}

} // namespace

std::optional<ShiftSpan> shiftOn(const Kept<ShiftPattern> &pattern, QDate day, const Clock &clock)
{
    const ShiftPattern &shift = pattern.value;
    if (shift.retired || shift.startsAt == shift.endsAt || !weekdaysOf(shift.weekdays).contains(day.dayOfWeek()))
        return {};
    const ShiftSpan span{pattern.id, shift.name, day, momentOf(day, shift.startsAt, clock),
        momentOf(shift.isOverMidnight() ? day.addDays(1) : day, shift.endsAt, clock)};
    return span.from < span.until ? std::optional(span) : std::nullopt;
}

QList<ShiftSpan> shiftsBetween(const ShiftPatterns &patterns, const QDateTime &from, const QDateTime &until, const Clock &clock)
{
    QList<ShiftSpan> found;
    // One that began the day before may go on over midnight.
    for (QDate day = clock.local(from).date().addDays(-1); day <= clock.local(until).date(); day = day.addDays(1))
        for (const Kept<ShiftPattern> &pattern : patterns)
            if (const auto span = shiftOn(pattern, day, clock); span && span->from < until && from < span->until)
                found.append(*span);
    std::stable_sort(found.begin(), found.end(),
        [](const ShiftSpan &a, const ShiftSpan &b) { return std::pair(a.from, a.pattern.value) < std::pair(b.from, b.pattern.value); });
    return found;
}

std::optional<ShiftSpan> shiftAt(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock)
{
    const QList<ShiftSpan> holding = shiftsBetween(patterns, at, at.addMSecs(1), clock);
    return holding.isEmpty() ? std::nullopt : std::optional(holding.last());
}

std::optional<ShiftSpan> shiftEndedBefore(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock)
{
    std::optional<ShiftSpan> last;
    for (const ShiftSpan &span : shiftsBetween(patterns, at.addDays(-8), at, clock))
        if (span.until <= at && (!last || span.until >= last->until))
            last = span;
    return last;
}

std::optional<ShiftSpan> shiftBeginningAfter(const ShiftPatterns &patterns, const QDateTime &at, const Clock &clock)
{
    for (const ShiftSpan &span : shiftsBetween(patterns, at, at.addDays(8), clock))
        if (span.from > at)
            return span;
    return {};
}

QList<ShiftGap> gapsOf(const ShiftPatterns &patterns)
{
    QList<MinutesOfWeek> all;
    for (const Kept<ShiftPattern> &pattern : patterns)
        all += minutesOf(pattern.value);
    if (all.isEmpty())
        return {};
    std::sort(all.begin(), all.end(), [](const MinutesOfWeek &a, const MinutesOfWeek &b) { return a.from < b.from; });
    // Until when the end of the week before reaches into this one.
    int covered = 0;
    for (const MinutesOfWeek &one : std::as_const(all))
        covered = std::max(covered, one.until - kMinutesAWeek);
    const int reaching = covered;
    QList<ShiftGap> gaps;
    bool isFirst = reaching == 0;
    for (const MinutesOfWeek &one : std::as_const(all)) {
        if (one.from > covered && !isFirst)
            gaps.append(gapBetween(covered, one.from));
        isFirst = false; // what lies before the week's first shift belongs to the end of the week
        covered = std::max(covered, one.until);
    }
    if (reaching == 0 && covered < kMinutesAWeek + all.first().from)
        gaps.append(gapBetween(covered, kMinutesAWeek + all.first().from));
    return gaps;
}

ShiftsMeet howTheyMeet(const ShiftPattern &one, const ShiftPattern &other)
{
    ShiftsMeet meet = ShiftsMeet::Apart;
    for (const MinutesOfWeek &mine : minutesOf(one))
        for (const MinutesOfWeek &theirs : minutesOf(other)) {
            if (mine.from == theirs.from)
                return ShiftsMeet::SameBeginning;
            if (overlapInWeek(mine, theirs))
                meet = ShiftsMeet::Overlap;
        }
    return meet;
}

} // namespace keywork
