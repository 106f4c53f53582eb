// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

QDate monthsAfter(QDate day, int months, MonthEnd rule)
{
    const QDate found = day.addMonths(months); // Qt takes the last day of a shorter month
    const bool isShorter = found.isValid() && found.day() < day.day();
    return isShorter && rule == MonthEnd::NextDay ? found.addDays(1) : found;
}

int monthsBetween(QDate from, QDate until, MonthEnd rule)
{
    if (!from.isValid() || !until.isValid() || until < from)
        return 0;
    const int months = 12 * (until.year() - from.year()) + until.month() - from.month();
    return monthsAfter(from, months, rule) <= until ? months : months - 1;
}

} // namespace keywork
