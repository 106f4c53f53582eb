// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/body_measures.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::body_measures_test {

using namespace Qt::StringLiterals;

namespace {

Decimal number(const QString &text) { return *Decimal::fromText(text); }

Measurement inKilograms(const QString &text, QDate on = QDate(2026, 9, 14))
{
    Measurement one;
    one.measuredOn = on;
    one.weightUnit = WeightUnit::Kilograms;
    one.kilograms = number(text);
    return one;
}

Measurement inStone(qint64 stone, const QString &pounds, QDate on = QDate(2026, 9, 14))
{
    Measurement one;
    one.measuredOn = on;
    one.weightUnit = WeightUnit::Stone;
    one.stone = stone;
    one.pounds = number(pounds);
    return one;
}

Measurement height(const QString &centimetres, QDate on)
{
    Measurement one;
    one.kind = MeasurementKind::Height;
    one.measuredOn = on;
    one.centimetres = number(centimetres);
    return one;
}

QList<Kept<Measurement>> keptAll(const QList<Measurement> &all)
{
    QList<Kept<Measurement>> kept;
    for (const Measurement &one : all) {
        Kept<Measurement> made;
        made.id = {kept.size() + 1};
        made.value = one;
        kept.append(made);
    }
    return kept;
}

} // namespace

TEST_CASE("A weight in kilograms is so many stone and pounds, to the tenth, and a tenth that rounds up is carried")
{
    struct Case {
        QString kilograms;
        qint64 tenths;
        StonePounds stone;
    };
    for (const Case &one : {Case{u"62.5"_s, 625, {9, 118}}, // 137.789 lb
             Case{u"50"_s, 500, {7, 122}}, // 110.231 lb
             Case{u"20"_s, 200, {3, 21}}, // 44.092 lb
             Case{u"63.5"_s, 635, {10, 0}}, // 139.9936 lb: no 13.9936 that is said as 14
             Case{u"6.350293"_s, 64, {1, 0}}, // a stone is 6.35029318 kg by definition
             Case{u"100.05"_s, 1001, {15, 106}}, Case{u"400"_s, 4000, {62, 138}}}) {
        INFO(one.kilograms.toStdString());
        const auto weight = weightOf(inKilograms(one.kilograms));
        REQUIRE(weight);
        CHECK(weight->tenthsOfKilogram() == one.tenths);
        CHECK(weight->stone() == one.stone);
    }
}

TEST_CASE("A weight in stone is so many kilograms by the international pound, and comes back as it was typed")
{
    struct Case {
        qint64 stone;
        QString pounds;
        qint64 tenths; ///< of a kilogram
    };
    for (const Case &one : {Case{9, u"11.8"_s, 625}, Case{10, u"0"_s, 635}, // 63.503 kg
             Case{7, u"12.2"_s, 500}, Case{3, u"0"_s, 191}, // 19.051 kg
             Case{62, u"13.9"_s, 4000}}) {
        INFO(one.stone << " st " << one.pounds.toStdString());
        CHECK(weightOf(inStone(one.stone, one.pounds))->tenthsOfKilogram() == one.tenths);
    }
    CHECK(weightOf(inStone(0, u"1"_s))->hundredthsOfMilligram == 45'359'237);
    for (qint64 tenths = 3 * 140; tenths < 62 * 140; ++tenths) {
        const auto weight = weightOf(inStone(tenths / 140, u"%1.%2"_s.arg(tenths % 140 / 10).arg(tenths % 10)));
        if (weight->stone() != StonePounds{tenths / 140, tenths % 140})
            CHECK(weight->stone() == StonePounds{tenths / 140, tenths % 140});
    }
}

TEST_CASE("Nothing but a weight with its number is one")
{
    Measurement none = inKilograms(u"62"_s);
    none.kilograms.reset();
    CHECK_FALSE(weightOf(none));
    none = inStone(9, u"0"_s);
    none.stone.reset();
    CHECK_FALSE(weightOf(none));
    CHECK_FALSE(weightOf(height(u"171"_s, QDate(2026, 9, 1))));
    CHECK_FALSE(weightOf(Measurement()));
    Measurement whole = inStone(9, u"0"_s);
    whole.pounds.reset();
    CHECK(weightOf(whole)->stone() == StonePounds{9, 0});
}

TEST_CASE("The body mass index is the weight by the square of the height, to the tenth")
{
    struct Case {
        QString kilograms;
        QString centimetres;
        qint64 tenths;
    };
    for (const Case &one : {Case{u"62.5"_s, u"171"_s, 214}, // 21.374
             Case{u"50"_s, u"180"_s, 154}, // 15.432
             Case{u"100"_s, u"200"_s, 250}, Case{u"74"_s, u"172.5"_s, 249}, // 24.869
             Case{u"18.5"_s, u"100"_s, 185}, Case{u"18.45"_s, u"100"_s, 185}, // halves up
             Case{u"18.449"_s, u"100"_s, 184}}) {
        INFO(one.kilograms.toStdString() << " kg, " << one.centimetres.toStdString() << " cm");
        CHECK(bmiTenths(*weightOf(inKilograms(one.kilograms)), number(one.centimetres)) == one.tenths);
    }
    CHECK_FALSE(bmiTenths({1}, Decimal()));
}

TEST_CASE("A weight goes with the height that was measured last by then, else with the first one since, else with none")
{
    const QDate august(2026, 8, 3);
    QList<Measurement> all{inKilograms(u"60"_s, august), inKilograms(u"62"_s, august.addDays(30)), inStone(9, u"12"_s, august.addDays(60))};
    for (const WeightPoint &point : weightsOverTime(keptAll(all)))
        CHECK_FALSE(point.bmi);
    all.append(height(u"170"_s, august.addDays(10)));
    all.append(height(u"171.5"_s, august.addDays(30)));
    const auto points = weightsOverTime(keptAll(all));
    REQUIRE(points.size() == 3);
    CHECK(points.at(0).heightOn == august.addDays(10)); // the first one since
    CHECK(points.at(1).heightOn == august.addDays(30)); // on that very day
    CHECK(points.at(2).heightOn == august.addDays(30));
    CHECK(points.at(0).bmi == 208); // 60 kg, 170 cm: 20.76
    QRandomGenerator random(7);
    for (int round = 0; round < 30; ++round) { // in whatever order they were read
        QList<Kept<Measurement>> kept = keptAll(all);
        std::shuffle(kept.begin(), kept.end(), random);
        CHECK(weightsOverTime(kept) == points);
    }
}

} // namespace keywork::test::body_measures_test
