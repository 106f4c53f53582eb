// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"
#include "tests/support/catch.h"

namespace keywork::test::working_days_test {

using namespace Qt::StringLiterals;

namespace {
const BankHolidays &england() { return BankHolidays::of(Nation::EnglandAndWales); }
} // namespace

TEST_CASE("Working days before a day count back from it, and it does not count itself")
{
    const QDate christmas(2026, 12, 25); // Friday
    CHECK(workingDaysBefore(christmas, 5, england()) == QDate(2026, 12, 18));
    CHECK(workingDaysBefore(christmas, 2, england()) == QDate(2026, 12, 23));
    CHECK(workingDaysBefore(QDate(2026, 9, 14), 1, england()) == QDate(2026, 9, 11)); // Monday: Friday before
    CHECK(workingDaysBefore(QDate(2026, 9, 13), 1, england()) == QDate(2026, 9, 11)); // Sunday
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
        CHECK(lastOfWorkingDays(from, count, england()) == last);
        CHECK(isWorkingDay(last, england()));
    }
}

TEST_CASE("A bank holiday is no working day, and each nation has its own")
{
    CHECK(workingDaysBefore(QDate(2026, 12, 29), 1, england()) == QDate(2026, 12, 24)); // Monday the 28th is Boxing Day's
    CHECK(workingDaysBefore(QDate(2026, 4, 7), 1, england()) == QDate(2026, 4, 2)); // Easter
    CHECK(workingDaysBefore(QDate(2026, 4, 7), 1, BankHolidays::of(Nation::Scotland)) == QDate(2026, 4, 6));
    CHECK(lastOfWorkingDays(QDate(2026, 7, 13), 1, BankHolidays::of(Nation::NorthernIreland)) == QDate(2026, 7, 14));
    CHECK(lastOfWorkingDays(QDate(2026, 7, 13), 1, england()) == QDate(2026, 7, 13));
    CHECK(lastOfWorkingDays(QDate(2026, 4, 3), 1, BankHolidays()) == QDate(2026, 4, 3));
}

TEST_CASE("Bank holidays stand as they were announced, and later ones are marked as worked out")
{
    const struct {
        Nation nation;
        QDate day;
        const char *name;
        bool isComputed;
    } cases[] = {
        {Nation::EnglandAndWales, QDate(2026, 12, 28), "Boxing Day (substitute day)", false},
        {Nation::EnglandAndWales, QDate(2027, 3, 26), "Good Friday", false},
        {Nation::EnglandAndWales, QDate(2027, 12, 27), "Christmas Day (substitute day)", false},
        {Nation::EnglandAndWales, QDate(2027, 12, 28), "Boxing Day (substitute day)", false},
        {Nation::EnglandAndWales, QDate(2028, 1, 3), "New Year's Day (substitute day)", true},
        {Nation::EnglandAndWales, QDate(2028, 4, 17), "Easter Monday", true},
        {Nation::EnglandAndWales, QDate(2033, 12, 26), "Boxing Day", true},
        {Nation::EnglandAndWales, QDate(2033, 12, 27), "Christmas Day (substitute day)", true},
        {Nation::EnglandAndWales, QDate(2036, 12, 26), "Boxing Day", true},
        {Nation::Scotland, QDate(2026, 6, 15), "World Cup bank holiday", false},
        {Nation::Scotland, QDate(2027, 1, 4), "2nd January (substitute day)", false},
        {Nation::Scotland, QDate(2026, 8, 3), "Summer bank holiday", false},
        {Nation::Scotland, QDate(2030, 12, 2), "St Andrew's Day (substitute day)", true},
        {Nation::NorthernIreland, QDate(2026, 7, 13), "Battle of the Boyne (substitute day)", false},
        {Nation::NorthernIreland, QDate(2029, 3, 19), "St Patrick's Day (substitute day)", true},
    };
    for (const auto &[nation, day, name, isComputed] : cases) {
        INFO(day.toString(Qt::ISODate).toStdString());
        const BankHoliday *known = BankHolidays::of(nation).on(day);
        REQUIRE(known);
        CHECK(known->name == QString::fromLatin1(name));
        CHECK(known->isComputed == isComputed);
    }
    CHECK_FALSE(BankHolidays::of(Nation::Scotland).isOne(QDate(2026, 4, 6))); // Easter Monday is none there
    CHECK_FALSE(england().isOne(QDate(2026, 12, 26))); // a Saturday: its substitute is
    CHECK(england().listedUntil() == QDate(2027, 12, 31));
    CHECK(england().knownUntil() == QDate(2036, 12, 31));
}

TEST_CASE("Each nation has as many bank holidays in each year as its law says")
{
    for (int year = 2024; year <= 2036; ++year)
        for (const auto &[nation, inLaw] : {std::pair{Nation::EnglandAndWales, 8}, {Nation::Scotland, 9}, {Nation::NorthernIreland, 10}}) {
            int count = 0;
            for (const QDate &day : BankHolidays::of(nation).days())
                count += day.year() == year && day.dayOfWeek() <= Qt::Friday ? 1 : 0;
            INFO(year << " nation " << int(nation));
            CHECK(count == inLaw + (nation == Nation::Scotland && year == 2026 ? 1 : 0));
        }
}

} // namespace keywork::test::working_days_test
