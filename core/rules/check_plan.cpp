// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/check_plan.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr int kFarthestDays = 400; ///< somebody is away no longer than that without their checks being ended
constexpr int kDaysAround = 2; ///< a night reaches into the next day, and half the time since the check before may be a day
constexpr qint64 kUntilNoon = 12 * 3600;

CheckSlot slotAt(QDate day, QTime time, const Clock &clock)
{
    const WallTime wall = clock.resolve(day, time);
    return {wall.outcome == WallTime::Outcome::Never ? wall.later : wall.earlier, time, wall.outcome, {}};
}

/// Of the night that begins on the day.
QList<CheckSlot> slotsOfNight(const CheckSeries &series, QDate day, const Clock &clock)
{
    const QTime from = series.nightFrom.value_or(QTime(22, 0));
    const QTime until = series.nightUntil.value_or(QTime(6, 0));
    QList<CheckSlot> found{slotAt(day, from, clock)};
    const QDateTime end = slotAt(until > from ? day : day.addDays(1), until, clock).at;
    const qint64 step = std::max<qint64>(1, series.everyMinutes.value_or(60)) * 60;
    for (QDateTime at = found.first().at.addSecs(step); at <= end; at = at.addSecs(step))
        found.append({at, {}, WallTime::Outcome::Once, {}});
    return found;
}

QList<CheckSlot> slotsOfDay(const CheckSeries &series, QDate day, const Clock &clock)
{
    if (series.rhythm == CheckRhythm::Nights)
        return slotsOfNight(series, day, clock);
    QList<CheckSlot> found;
    for (const QTime hour : hoursOfDay(series.hours).value_or(QList<QTime>()))
        found.append(slotAt(day, hour, clock));
    return found;
}

/// Adds it, opened: false when it lies outside the series or on the moment of the one before.
bool appendOpened(QList<CheckSlot> &found, CheckSlot slot, const CheckSeries &series)
{
    if (slot.at < series.fromAt || (series.untilAt && slot.at > *series.untilAt) || (!found.isEmpty() && slot.at <= found.last().at))
        return false;
    qint64 early = kCheckEarlyMinutes * 60;
    if (!found.isEmpty())
        early = std::min(early, found.last().at.secsTo(slot.at) / 2);
    slot.opens = slot.at.addSecs(-early);
    found.append(slot);
    return true;
}

QList<CheckSlot> slotsOfDays(const CheckSeries &series, QDate from, QDate until, const Clock &clock)
{
    QList<CheckSlot> found;
    if (!isPlanned(series.rhythm))
        return found;
    for (QDate day = std::max(from, clock.local(series.fromAt).date().addDays(-1)); day <= until; day = day.addDays(1))
        for (const CheckSlot &slot : slotsOfDay(series, day, clock))
            appendOpened(found, slot, series);
    return found;
}

} // namespace

QList<CheckSlot> checkSlots(const CheckSeries &series, const QDateTime &from, const QDateTime &until, const Clock &clock)
{
    QList<CheckSlot> found
        = slotsOfDays(series, clock.local(from).date().addDays(-kDaysAround), clock.local(until).date().addDays(kDaysAround), clock);
    found.removeIf([&](const CheckSlot &slot) { return slot.at < from || slot.at > until; });
    return found;
}

bool isAwayAt(const QDateTime &at, const QList<AwayDays> &away, const Clock &clock)
{
    const QDate day = clock.local(at.addSecs(-kUntilNoon)).date();
    return std::any_of(
        away.cbegin(), away.cend(), [day](const AwayDays &days) { return days.from <= day && (!days.until || day <= *days.until); });
}

std::optional<CheckSlot> nextCheckSlot(
    const CheckSeries &series, const std::optional<QDateTime> &after, const QList<AwayDays> &away, const Clock &clock)
{
    const QDate first = clock.local(after ? std::max(*after, series.fromAt) : series.fromAt).date().addDays(-kDaysAround);
    const QDate last = series.untilAt ? clock.local(*series.untilAt).date() : QDate();
    for (int days = 0; days < kFarthestDays; days += kDaysAround) {
        // Overlapping, so that each one knows the one before it.
        const QDate from = first.addDays(days);
        for (const CheckSlot &slot : slotsOfDays(series, from, from.addDays(2 * kDaysAround), clock))
            if ((!after || slot.opens > *after) && slot.at >= clock.startOf(from.addDays(1)) && !isAwayAt(slot.at, away, clock))
                return slot;
        if (last.isValid() && from > last)
            break;
    }
    return {};
}

std::optional<CheckSlot> checkSlotOf(const CheckSeries &series, const QDateTime &at, const Clock &clock)
{
    std::optional<CheckSlot> found;
    const QDate day = clock.local(at).date();
    for (const CheckSlot &slot : slotsOfDays(series, day.addDays(-kDaysAround), day.addDays(kDaysAround), clock))
        if (slot.opens <= at)
            found = slot;
    return found;
}

std::optional<QDateTime> finishesAt(const CheckSeries &series, const Clock &clock)
{
    if (!series.untilAt || !isPlanned(series.rhythm))
        return series.untilAt;
    const QDate day = clock.local(*series.untilAt).date();
    const QList<CheckSlot> last = slotsOfDays(series, day.addDays(-2 * kDaysAround), day, clock);
    return last.isEmpty() ? QDateTime() : last.last().opens;
}

} // namespace keywork
