// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/base/pence.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::numbers_test {

using namespace Qt::StringLiterals;

TEST_CASE("A measured number is kept exactly, in one form")
{
    const std::pair<QString, QString> cases[] = {{u"62.5"_s, u"62.5"_s}, {u"62.50"_s, u"62.5"_s}, {u"062"_s, u"62"_s}, {u"-0"_s, u"0"_s},
        {u"-0.10"_s, u"-0.1"_s}, {u"0.000001"_s, u"0.000001"_s}, {u"999999999999.999999"_s, u"999999999999.999999"_s}};
    for (const auto &[typed, stored] : cases) {
        INFO(typed.toStdString());
        const auto number = Decimal::fromText(typed);
        REQUIRE(number);
        CHECK(number->text() == stored);
        CHECK(Decimal::fromStored(stored) == number);
        CHECK(Decimal::fromStored(typed).has_value() == (typed == stored));
    }
    for (const QString &wrong : {u""_s, u"."_s, u"5."_s, u".5"_s, u"1,5"_s, u"1e3"_s, u" 1"_s, u"1\n"_s, u"--1"_s, u"+1"_s, u"1.0000001"_s,
             u"1000000000000"_s, u"٣"_s, u"NaN"_s})
        CHECK_FALSE(Decimal::fromText(wrong));
}

TEST_CASE("Measured numbers compare by value, not letter by letter")
{
    CHECK(*Decimal::fromText(u"9.5"_s) < *Decimal::fromText(u"10"_s));
    CHECK(*Decimal::fromText(u"-10"_s) < *Decimal::fromText(u"-9.5"_s));
    CHECK(*Decimal::fromText(u"62.50"_s) == *Decimal::fromText(u"62.5"_s));
    CHECK(Decimal::fromWhole(62) < *Decimal::fromText(u"62.000001"_s));
}

TEST_CASE("An amount is whole pence, however it is typed")
{
    const std::pair<QString, qint64> cases[] = {{u"12"_s, 1200}, {u"12.5"_s, 1250}, {u"12.50"_s, 1250}, {u"£12.5"_s, 1250},
        {u"£ 12.05"_s, 1205}, {u" £0.07 "_s, 7}, {u"-£3"_s, -300}, {u"-3.10"_s, -310}, {u"£1,250"_s, 125'000}, {u"0"_s, 0}};
    for (const auto &[typed, pence] : cases) {
        INFO(typed.toStdString());
        CHECK(Pence::fromText(typed) == Pence{pence});
    }
    for (const QString &wrong :
        {u""_s, u"£"_s, u"12.505"_s, u"12,50"_s, u"1,25"_s, u"12."_s, u".5"_s, u"$12"_s, u"12 13"_s, u"1e3"_s, u"£-3"_s, u"twelve"_s})
        CHECK_FALSE(Pence::fromText(wrong));
    CHECK(Pence{1250}.text() == u"£12.50"_s);
    CHECK(Pence{-305}.text() == u"-£3.05"_s);
    CHECK(Pence{7}.text() == u"£0.07"_s);
    CHECK(Pence{std::numeric_limits<qint64>::min()}.text() == u"-£92233720368547758.08"_s);
    QRandomGenerator random(7);
    for (int i = 0; i < 2'000; ++i) {
        const Pence amount{random.bounded(2'000'000'000) - 1'000'000'000};
        REQUIRE(Pence::fromText(amount.text()) == amount);
    }
}

} // namespace keywork::test::numbers_test
