// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"

namespace keywork {

bool isWorkingDay(QDate day) { return day.dayOfWeek() <= Qt::Friday; }

QDate lastOfWorkingDays(QDate from, int count)
{
    QDate day = from;
    for (int left = isWorkingDay(day) ? count - 1 : count; left > 0;) {
        day = day.addDays(1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

QDate workingDaysBefore(QDate day, int count)
{
    for (int left = count; left > 0;) {
        day = day.addDays(-1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

} // namespace keywork
