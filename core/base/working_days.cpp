// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"

namespace keywork {

bool isWorkingDay(QDate day, const BankHolidays &holidays) { return day.dayOfWeek() <= Qt::Friday && !holidays.isOne(day); }

QDate lastOfWorkingDays(QDate from, int count, const BankHolidays &holidays)
{
    QDate day = from;
    for (int left = isWorkingDay(day, holidays) ? count - 1 : count; left > 0;) {
        day = day.addDays(1);
        left -= isWorkingDay(day, holidays) ? 1 : 0;
    }
    return day;
}

QDate workingDaysBefore(QDate day, int count, const BankHolidays &holidays)
{
    for (int left = count; left > 0;) {
        day = day.addDays(-1);
        left -= isWorkingDay(day, holidays) ? 1 : 0;
    }
    return day;
}

} // namespace keywork
