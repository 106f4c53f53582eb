// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"
#include "core/rules/notice.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::notice_test {

using namespace Qt::StringLiterals;

namespace {

NoticeFigures figuresOf(int houseDays = 28, bool isMonthly = false)
{
    return {houseDays, isMonthly, BankHolidays::of(Nation::EnglandAndWales)};
}

} // namespace

TEST_CASE("The rules of a notice are data with source and day, and say where the program knows no days")
{
    CHECK(noticeRuleOf(OccupancyKind::ExcludedLicence).isHouse);
    CHECK(noticeRuleOf(OccupancyKind::Licence).days == 28);
    CHECK_FALSE(noticeRuleOf(OccupancyKind::AssuredTenancy).isKnown());
    CHECK_FALSE(noticeRuleOf(OccupancyKind::Other).isKnown());
    for (const OccupancyKind kind : {OccupancyKind::ExcludedLicence, OccupancyKind::Licence, OccupancyKind::AssuredTenancy}) {
        CHECK_FALSE(noticeRuleOf(kind).words.isEmpty());
        CHECK_FALSE(noticeRuleOf(kind).source.isEmpty());
        CHECK(noticeRuleOf(kind).dated.isValid());
    }
    CHECK(noticeRuleOf(OccupancyKind::AssuredTenancy).words.contains(u"section 21"));
    CHECK(noticeIsNoAdvice().contains(u"no legal advice"));
}

TEST_CASE("The earliest day of leaving, with months by their ends, whole weeks, and days on which offices are closed")
{
    struct Case {
        const char *what;
        OccupancyKind kind;
        QDate given;
        int houseDays;
        bool isMonthly;
        std::optional<QDate> earliest;
    };
    using enum OccupancyKind;
    const QList<Case> cases{
        {"four weeks from a Monday end on a Monday", Licence, QDate(2026, 9, 14), 7, false, QDate(2026, 10, 12)},
        {"the house's days", ExcludedLicence, QDate(2026, 9, 14), 14, false, QDate(2026, 9, 28)},
        {"a Saturday waits for Monday", ExcludedLicence, QDate(2026, 9, 14), 12, false, QDate(2026, 9, 28)},
        {"Christmas Day, Boxing Day and the weekend wait for the 29th", Licence, QDate(2026, 11, 27), 7, false, QDate(2026, 12, 29)},
        {"a month from 31 January is the last of February, which four weeks have not reached", Licence, QDate(2028, 1, 31), 7, true,
            QDate(2028, 2, 29)},
        {"of a common year both are 28 February, a Sunday", Licence, QDate(2027, 1, 31), 7, true, QDate(2027, 3, 1)},
        {"a month from the 31st is the 30th", Licence, QDate(2027, 8, 31), 7, true, QDate(2027, 9, 30)},
        {"a month does not count for an excluded licence", ExcludedLicence, QDate(2027, 8, 31), 28, true, QDate(2027, 9, 28)},
        {"a tenancy", AssuredTenancy, QDate(2026, 9, 14), 28, false, {}},
        {"another kind", Other, QDate(2026, 9, 14), 28, true, {}},
        {"no day", Licence, QDate(), 28, false, {}},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        CHECK(earliestLeaving(one.kind, one.given, figuresOf(one.houseDays, one.isMonthly)) == one.earliest);
    }
}

TEST_CASE("Whatever the day, all days of a notice are theirs, the day of leaving is a working day, and a later letter never ends sooner")
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const QDate given = QDate(2026, 1, 1).addDays(random.bounded(3000));
        const int days = 7 + random.bounded(60);
        const bool isMonthly = random.bounded(2) == 1;
        const auto kind = random.bounded(2) == 1 ? OccupancyKind::Licence : OccupancyKind::ExcludedLicence;
        const NoticeFigures figures = figuresOf(days, isMonthly);
        const QDate leaves = *earliestLeaving(kind, given, figures);
        INFO(given.toString(Qt::ISODate).toStdString() << ' ' << days);
        CHECK(given.daysTo(leaves) >= (kind == OccupancyKind::Licence ? 28 : days));
        CHECK(given.daysTo(leaves) <= std::max(31, days) + 6);
        CHECK(isWorkingDay(leaves, figures.holidays));
        CHECK(*earliestLeaving(kind, given.addDays(1), figures) >= leaves);
    }
}

TEST_CASE("The last day of an appeal counts the day of the letter as day 1, and waits for a working day")
{
    const BankHolidays &holidays = BankHolidays::of(Nation::EnglandAndWales);
    CHECK(appealUntil(QDate(2026, 9, 14), 14, holidays) == QDate(2026, 9, 28)); // the 27th is a Sunday
    CHECK(appealUntil(QDate(2026, 9, 15), 14, holidays) == QDate(2026, 9, 28));
    CHECK(appealUntil(QDate(2026, 12, 15), 11, holidays) == QDate(2026, 12, 29)); // the 25th
}

} // namespace keywork::test::notice_test
