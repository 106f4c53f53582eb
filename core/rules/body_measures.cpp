// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/body_measures.h"

#include <algorithm>
#include <tuple>

namespace keywork {

namespace {

constexpr qint64 kKilogram = 100'000'000; // hundredths of a milligram
constexpr qint64 kPound = 45'359'237;
constexpr qint64 kMillion = 1'000'000;
constexpr qint64 kPoundsInStone = 14;

qint64 roundedBy(qint64 amount, qint64 divisor) { return (2 * amount + divisor) / (2 * divisor); }

const Kept<Measurement> *heightFor(const QList<Kept<Measurement>> &inOrder, QDate day)
{
    const Kept<Measurement> *height = nullptr;
    for (const Kept<Measurement> &one : inOrder) {
        if (one.value.kind != MeasurementKind::Height || !one.value.centimetres)
            continue;
        if (one.value.measuredOn > day && height)
            break;
        height = &one;
        if (one.value.measuredOn > day)
            break;
    }
    return height;
}

} // namespace

qint64 BodyWeight::tenthsOfKilogram() const { return roundedBy(hundredthsOfMilligram, kKilogram / 10); }

StonePounds BodyWeight::stone() const
{
    const qint64 tenths = roundedBy(hundredthsOfMilligram * 10, kPound);
    return {tenths / (10 * kPoundsInStone), tenths % (10 * kPoundsInStone)};
}

std::optional<BodyWeight> weightOf(const Measurement &measurement)
{
    if (measurement.kind != MeasurementKind::Weight || !measurement.weightUnit)
        return {};
    if (*measurement.weightUnit == WeightUnit::Kilograms)
        return measurement.kilograms ? std::optional(BodyWeight{measurement.kilograms->millionths() * (kKilogram / kMillion)})
                                     : std::nullopt;
    if (!measurement.stone)
        return {};
    const qint64 pounds = *measurement.stone * kPoundsInStone * kMillion + measurement.pounds.value_or(Decimal()).millionths();
    return BodyWeight{roundedBy(pounds * kPound, kMillion)};
}

std::optional<qint64> bmiTenths(BodyWeight weight, Decimal centimetres)
{
    const qint64 tenthsOfMillimetre = centimetres.millionths() / 10'000; // hundredths of a centimetre
    if (tenthsOfMillimetre <= 0)
        return {};
    // kg / m² = (units / 10^8) / (h / 10^4)² = units / h², so tenths are ten times that.
    return roundedBy(weight.hundredthsOfMilligram * 10, tenthsOfMillimetre * tenthsOfMillimetre);
}

QList<WeightPoint> weightsOverTime(QList<Kept<Measurement>> measurements)
{
    std::sort(measurements.begin(), measurements.end(), [](const Kept<Measurement> &a, const Kept<Measurement> &b) {
        return std::tuple(a.value.measuredOn, a.id.value) < std::tuple(b.value.measuredOn, b.id.value);
    });
    QList<WeightPoint> points;
    for (const Kept<Measurement> &one : std::as_const(measurements)) {
        const auto weight = weightOf(one.value);
        if (!weight)
            continue;
        WeightPoint point{one.value.measuredOn, *weight, {}, {}, {}};
        if (const Kept<Measurement> *height = heightFor(measurements, point.on)) {
            point.bmi = bmiTenths(*weight, *height->value.centimetres);
            point.centimetres = height->value.centimetres;
            point.heightOn = height->value.measuredOn;
        }
        points.append(point);
    }
    return points;
}

} // namespace keywork
