// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"
#include "tests/support/catch.h"

using namespace keywork;

TEST_CASE("Working days before a day count back from it, and it does not count itself")
{
    const QDate christmas(2026, 12, 25); // Friday
    CHECK(workingDaysBefore(christmas, 5) == QDate(2026, 12, 18));
    CHECK(workingDaysBefore(christmas, 2) == QDate(2026, 12, 23));
    CHECK(workingDaysBefore(QDate(2026, 9, 14), 1) == QDate(2026, 9, 11)); // Monday: Friday before
    CHECK(workingDaysBefore(QDate(2026, 9, 13), 1) == QDate(2026, 9, 11)); // Sunday
}

TEST_CASE("The day of the event is the first working day, or the next one when it is a weekend")
{
    const struct {
        QDate from;
        int count;
        QDate last;
    } cases[] = {
        {QDate(2026, 9, 14), 1, QDate(2026, 9, 14)}, // Monday
        {QDate(2026, 9, 14), 3, QDate(2026, 9, 16)},
        {QDate(2026, 9, 17), 3, QDate(2026, 9, 21)}, // Thursday, Friday, Monday
        {QDate(2026, 9, 18), 1, QDate(2026, 9, 18)},
        {QDate(2026, 9, 19), 1, QDate(2026, 9, 21)}, // Saturday
        {QDate(2026, 9, 20), 3, QDate(2026, 9, 23)}, // Sunday
        {QDate(2026, 9, 14), 20, QDate(2026, 10, 9)},
    };
    for (const auto &[from, count, last] : cases) {
        INFO(from.toString(Qt::ISODate).toStdString() << " and " << count);
        CHECK(lastOfWorkingDays(from, count) == last);
        CHECK(isWorkingDay(last));
    }
}
