// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/anniversary.h"
#include "core/base/partial_date.h"
#include "core/rules/retention.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::anniversary_test {

using namespace Qt::StringLiterals;

TEST_CASE("Whoever was born on 29 February is a year older on 1 March of a common year, and everybody on their day")
{
    struct Case {
        QString born;
        QDate on;
        std::optional<int> age;
    };
    const Case cases[] = {
        // given
        {u"2008-02-29"_s, {2026, 2, 28}, 17},
        {u"2008-02-29"_s, {2026, 3, 1}, 18},
        {u"2008-02-29"_s, {2028, 2, 28}, 19},
        {u"2008-02-29"_s, {2028, 2, 29}, 20},
        {u"1924-01-01"_s, {2026, 1, 1}, 102},
        {u"2026-09-14"_s, {2026, 9, 14}, 0},
        // found beside them
        {u"2000-02-29"_s, {2018, 2, 28}, 17},
        {u"2000-02-29"_s, {2018, 3, 1}, 18},
        {u"1896-02-29"_s, {1900, 2, 28}, 3}, // 1900 had no 29 February
        {u"1896-02-29"_s, {1900, 3, 1}, 4},
        {u"1996-02-29"_s, {2000, 2, 28}, 3}, // 2000 had one
        {u"1996-02-29"_s, {2000, 2, 29}, 4},
        {u"2096-02-29"_s, {2100, 2, 28}, 3},
        {u"2096-02-29"_s, {2100, 3, 1}, 4},
        {u"2008-02-28"_s, {2026, 2, 27}, 17},
        {u"2008-02-28"_s, {2026, 2, 28}, 18},
        {u"2008-03-01"_s, {2026, 2, 28}, 17},
        {u"2008-03-01"_s, {2026, 3, 1}, 18},
        {u"2008-03-01"_s, {2028, 2, 29}, 19},
        {u"1981-02-03"_s, {2026, 2, 2}, 44},
        {u"1981-02-03"_s, {2026, 2, 3}, 45},
        {u"2007-12-31"_s, {2025, 12, 30}, 17},
        {u"2007-12-31"_s, {2026, 1, 1}, 18},
        {u"2026-09-14"_s, {2026, 9, 13}, {}}, // not born yet
        {u"2024-02-29"_s, {2025, 2, 28}, 0},
        {u"2024-02-29"_s, {2025, 3, 1}, 1},
        {u"2008"_s, {2025, 12, 31}, 17}, // a year alone counts from its first day
        {u"2008"_s, {2026, 1, 1}, 18},
        {u"2008-02"_s, {2026, 1, 31}, 17},
        {u"2008-02"_s, {2026, 2, 1}, 18},
        {u"0001-01-01"_s, {2026, 1, 1}, 2025},
    };
    for (const Case &one : cases) {
        INFO(one.born.toStdString() << " on " << one.on.toString(Qt::ISODate).toStdString());
        CHECK(ageOn(*PartialDate::fromText(one.born), one.on) == one.age);
    }
}

TEST_CASE("An anniversary in a month that is too short falls where its rule says")
{
    struct Case {
        QDate from;
        int months;
        QDate lastDay, nextDay;
    };
    const Case cases[] = {
        {{2024, 2, 29}, 12, {2025, 2, 28}, {2025, 3, 1}},
        {{2024, 2, 29}, 48, {2028, 2, 29}, {2028, 2, 29}},
        {{2024, 2, 29}, -12, {2023, 2, 28}, {2023, 3, 1}},
        {{2026, 1, 31}, 1, {2026, 2, 28}, {2026, 3, 1}},
        {{2024, 1, 31}, 1, {2024, 2, 29}, {2024, 3, 1}},
        {{2026, 1, 29}, 1, {2026, 2, 28}, {2026, 3, 1}},
        {{2026, 3, 31}, 1, {2026, 4, 30}, {2026, 5, 1}},
        {{2026, 3, 31}, -1, {2026, 2, 28}, {2026, 3, 1}},
        {{2026, 8, 31}, 6, {2027, 2, 28}, {2027, 3, 1}},
        {{2026, 12, 31}, 2, {2027, 2, 28}, {2027, 3, 1}},
        {{2026, 12, 31}, 12, {2027, 12, 31}, {2027, 12, 31}},
        {{2026, 2, 28}, 1, {2026, 3, 28}, {2026, 3, 28}},
        {{2026, 9, 14}, 0, {2026, 9, 14}, {2026, 9, 14}},
    };
    for (const Case &one : cases) {
        INFO(one.from.toString(Qt::ISODate).toStdString() << " and " << one.months << " months");
        CHECK(monthsAfter(one.from, one.months, MonthEnd::LastDay) == one.lastDay);
        CHECK(monthsAfter(one.from, one.months, MonthEnd::NextDay) == one.nextDay);
    }
    CHECK_FALSE(monthsAfter({}, 1, MonthEnd::NextDay).isValid());
}

TEST_CASE("A record is kept for its whole time: who left on 29 February goes on 1 March")
{
    const RetentionStart left{RetentionClass::Resident, QDate(2020, 2, 29)};
    CHECK(dueOn(left, 6) == QDate(2026, 3, 1));
    CHECK(dueOn(left, 8) == QDate(2028, 2, 29));
    CHECK(dueOn({RetentionClass::ReferralIn, QDate(2026, 9, 14)}, 1) == QDate(2027, 9, 14));
}

TEST_CASE("As many months have passed as the last anniversary says, whichever day and rule")
{
    QRandomGenerator random(20260914);
    for (int i = 0; i < 20'000; ++i) {
        const QDate from = QDate(1890, 1, 1).addDays(random.bounded(80'000));
        const QDate until = from.addDays(random.bounded(40'000));
        for (const MonthEnd rule : {MonthEnd::LastDay, MonthEnd::NextDay}) {
            const int months = monthsBetween(from, until, rule);
            INFO(from.toString(Qt::ISODate).toStdString() << " to " << until.toString(Qt::ISODate).toStdString());
            REQUIRE(monthsAfter(from, months, rule) <= until);
            REQUIRE(monthsAfter(from, months + 1, rule) > until);
        }
    }
}

} // namespace keywork::test::anniversary_test
