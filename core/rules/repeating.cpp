// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/repeating.h"

#include "core/base/anniversary.h"

namespace keywork {

namespace {

/// The same weekday of the month `months` later: the second Tuesday, or the last where there is no fifth.
QDate sameWeekday(QDate first, int months)
{
    const int which = (first.day() - 1) / 7;
    const QDate month = monthsAfter(QDate(first.year(), first.month(), 1), months, MonthEnd::LastDay);
    const QDate opening = month.addDays((first.dayOfWeek() - month.dayOfWeek() + 7) % 7);
    const QDate day = opening.addDays(which * 7);
    return day.month() == month.month() ? day : day.addDays(-7);
}

QDate nthDay(QDate first, RepeatEvery every, int n)
{
    switch (every) {
    case RepeatEvery::Week:
        return first.addDays(7 * n);
    case RepeatEvery::Fortnight:
        return first.addDays(14 * n);
    case RepeatEvery::MonthOnWeekday:
        return sameWeekday(first, n);
    }
    return first;
}

} // namespace

QList<QDate> repeatedDays(QDate first, const Repeat &repeat)
{
    QList<QDate> days;
    if (!first.isValid() || (!repeat.until && !repeat.times))
        return days;
    const int most = std::min(repeat.times.value_or(kMostRepeats), kMostRepeats);
    for (int n = 0; n < most; ++n) {
        const QDate day = nthDay(first, repeat.every, n);
        if (repeat.until && day > *repeat.until)
            break;
        days.append(day);
    }
    return days;
}

} // namespace keywork
