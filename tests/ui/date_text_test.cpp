// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"

using namespace keywork;
using namespace Qt::StringLiterals;

TEST_CASE("Dates are understood as people type them")
{
    const QDate today(2026, 9, 14); // a Monday
    const std::pair<QString, QDate> cases[] = {
        {u"today"_s, {2026, 9, 14}},
        {u"Yesterday"_s, {2026, 9, 13}},
        {u"tomorrow"_s, {2026, 9, 15}},
        {u"+2w"_s, {2026, 9, 28}},
        {u"-3d"_s, {2026, 9, 11}},
        {u"+1m"_s, {2026, 10, 14}},
        {u"next tue"_s, {2026, 9, 15}},
        {u"mon"_s, {2026, 9, 21}},
        {u"last fri"_s, {2026, 9, 11}},
        {u"last mon"_s, {2026, 9, 7}},
        {u"14/9"_s, {2026, 9, 14}},
        {u"1/2"_s, {2027, 2, 1}},
        {u"14/9/26"_s, {2026, 9, 14}},
        {u"3/2/1981"_s, {1981, 2, 3}},
        {u"3.2.81"_s, {1981, 2, 3}},
        {u"14 sep"_s, {2026, 9, 14}},
        {u"14 September 2025"_s, {2025, 9, 14}},
        {u"2026-09-14"_s, {2026, 9, 14}},
        {u"14Sep26"_s, {2026, 9, 14}},
    };
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(dayFromText(typed, today) == expected);
    }
    for (const QString &wrong :
        {u""_s, u"30/2"_s, u"30/2/2026"_s, u"soon"_s, u"32/1"_s, u"14//9"_s, u"+2"_s, u"next"_s, u"0/0"_s, u"٣/٢/1981"_s})
        CHECK_FALSE(dayFromText(wrong, today));
}

TEST_CASE("A year written out is taken at its word, one of two digits is a birth in the past")
{
    const QDate today(2026, 9, 14);
    CHECK(partialFromText(u"3/2/2031"_s, today) == u"2031-02-03"_s);
    CHECK(partialFromText(u"3 feb 2031"_s, today) == u"2031-02-03"_s);
    CHECK(partialFromText(u"3/2/31"_s, today) == u"1931-02-03"_s);
    CHECK(partialFromText(u"3/2/81"_s, today) == u"1981-02-03"_s);
}

TEST_CASE("A birth date may be known in part, and is never in the future")
{
    const QDate today(2026, 9, 14);
    const std::pair<QString, QString> cases[]
        = {{u"1981"_s, u"1981"_s}, {u"feb 1981"_s, u"1981-02"_s}, {u"2/1981"_s, u"1981-02"_s}, {u"3/2/1981"_s, u"1981-02-03"_s},
            {u"3/2/81"_s, u"1981-02-03"_s}, {u"3/2/30"_s, u"1930-02-03"_s}, {u"3 feb 1981"_s, u"1981-02-03"_s}};
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(partialFromText(typed, today) == expected);
    }
    for (const QString &wrong : {u"3/2"_s, u"feb"_s, u"30/2/1981"_s, u"old"_s})
        CHECK(partialFromText(wrong, today).isEmpty());
}

TEST_CASE("Dates and durations read as in the house")
{
    CHECK(words::date({2026, 9, 14}) == u"14 Sep 2026"_s);
    CHECK(words::weekday({2026, 9, 14}) == u"Mon 14 Sep"_s);
    CHECK(words::duration({2026, 8, 3}, {2026, 9, 14}) == u"6 weeks"_s);
    CHECK(words::duration({2026, 9, 13}, {2026, 9, 14}) == u"1 day"_s);
    CHECK(words::duration({2025, 2, 14}, {2026, 9, 13}) == u"18 months"_s);
    CHECK(words::duration({2025, 2, 14}, {2026, 9, 14}) == u"19 months"_s);
    CHECK(words::duration({2024, 2, 29}, {2026, 2, 28}) == u"23 months"_s);
    CHECK(words::duration({2024, 2, 29}, {2026, 3, 1}) == u"2 years"_s);
    CHECK(words::duration({2026, 9, 15}, {2026, 9, 14}).isEmpty());
}
