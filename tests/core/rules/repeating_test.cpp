// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attendance.h"
#include "core/rules/repeating.h"
#include "tests/support/catch.h"

namespace keywork::test::repeating_test {

using namespace Qt::StringLiterals;

namespace {
QDate day(int year, int month, int date) { return QDate(year, month, date); }
} // namespace

TEST_CASE("A weekly appointment comes back on the same weekday, until a day or a number")
{
    const QDate monday = day(2026, 9, 14);
    CHECK(repeatedDays(monday, {.times = 3}) == QList<QDate>{monday, day(2026, 9, 21), day(2026, 9, 28)});
    CHECK(repeatedDays(monday, {.until = day(2026, 9, 28)}).size() == 3);
    CHECK(repeatedDays(monday, {.until = day(2026, 9, 27)}).size() == 2);
    CHECK(repeatedDays(monday, {.until = day(2026, 9, 13)}).isEmpty());
    CHECK(repeatedDays(monday, {.until = day(2026, 9, 28), .times = 2}).size() == 2);
    CHECK(repeatedDays(monday, {.every = RepeatEvery::Fortnight, .times = 2}).last() == day(2026, 9, 28));
    CHECK(repeatedDays(monday, {}).isEmpty());
    CHECK(repeatedDays(monday, {.times = 5000}).size() == kMostRepeats);
    CHECK(repeatedDays(monday, {.times = 0}).isEmpty());
}

TEST_CASE("Every month on the second Tuesday stays the second Tuesday; a fifth one is the last")
{
    CHECK(repeatedDays(day(2026, 9, 8), {.every = RepeatEvery::MonthOnWeekday, .times = 3})
        == QList<QDate>{day(2026, 9, 8), day(2026, 10, 13), day(2026, 11, 10)});
    CHECK(repeatedDays(day(2026, 9, 29), {.every = RepeatEvery::MonthOnWeekday, .times = 4})
        == QList<QDate>{day(2026, 9, 29), day(2026, 10, 27), day(2026, 11, 24), day(2026, 12, 29)});
}

TEST_CASE("Attendance counts what was kept against what was missed, before arriving and since")
{
    using enum AppointmentOutcome;
    const QDate arrived = day(2026, 8, 3);
    QList<AttendedDay> days{{day(2026, 7, 1), Kept}, {day(2026, 7, 8), Missed}, {arrived, Kept}, {day(2026, 9, 1), Late},
        {day(2026, 9, 2), CancelledByThem}, {day(2026, 9, 3), CancelledByAgency}, {day(2026, 9, 20), Booked}};
    const auto around = attendance(days, arrived);
    CHECK(around.before == Attendance{1, 1});
    CHECK(around.before.percent() == 50);
    CHECK(around.since == Attendance{2, 0});
    CHECK(around.since.percent() == 100);
    CHECK_FALSE(attendance({}, arrived).since.percent().has_value());
    CHECK(attendance(days, {}).before == Attendance{3, 1});
    CHECK(Attendance{13, 5}.percent() == 72);
    CHECK(Attendance{1, 7}.percent() == 13); // 12.5: halves up
}

TEST_CASE("Attendance of each kind of agency is counted apart, and together they are the whole")
{
    using enum AppointmentOutcome;
    const QDate arrived = day(2026, 8, 3);
    const QList<AttendedDay> days{{day(2026, 7, 1), Kept, kProbation}, {day(2026, 7, 8), Missed, kProbation},
        {day(2026, 8, 12), Kept, kProbation}, {day(2026, 8, 13), Missed, u"debt"_s}, {day(2026, 8, 14), Booked, u"pharmacy"_s}};
    const auto apart = attendanceByAgency(days, arrived);
    CHECK(apart.keys() == QStringList{u"debt"_s, kProbation}); // nothing was kept or missed at the pharmacy
    CHECK(apart.value(kProbation) == AttendanceAroundArrival{{1, 1}, {1, 0}});
    CHECK(apart.value(u"debt"_s) == AttendanceAroundArrival{{}, {0, 1}});
    Attendance since;
    for (const AttendanceAroundArrival &one : apart)
        since = {since.kept + one.since.kept, since.missed + one.since.missed};
    CHECK(since == attendance(days, arrived).since);
}

} // namespace keywork::test::repeating_test
