// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/health_checks.h"

namespace keywork {

// What follows from a weight and a height, as figures. What a figure means for somebody is not said: no source for that
// stands in the design, and a clinician knows more of the person.

/// Pounds and tenths beside whole stone.
struct StonePounds {
    qint64 stone = 0;
    qint64 tenthsOfPound = 0; ///< 0 to 139
    bool operator==(const StonePounds &) const = default;
};

/// A weight, exact to a hundredth of a milligram, so that it comes back in either unit as it was typed.
struct BodyWeight {
    qint64 hundredthsOfMilligram = 0;

    /// Tenths of a kilogram, halves rounded up.
    qint64 tenthsOfKilogram() const;
    /// Tenths of a pound, halves rounded up; 14 pounds are a stone. A pound is 0.45359237 kg (the international pound).
    StonePounds stone() const;
    auto operator<=>(const BodyWeight &) const = default;
};

/// None for another measurement, or a weight without its number.
std::optional<BodyWeight> weightOf(const Measurement &measurement);

/// Body mass index in tenths, halves rounded up: the weight in kilograms by the square of the height in metres. None for a
/// height of nothing.
std::optional<qint64> bmiTenths(BodyWeight weight, Decimal centimetres);

/// A weight on its day, with what its height makes of it.
struct WeightPoint {
    QDate on;
    BodyWeight weight;
    std::optional<qint64> bmi; ///< tenths; none while no height is on file
    std::optional<Decimal> centimetres; ///< the height it was worked out with
    QDate heightOn;
    bool operator==(const WeightPoint &) const = default;
};

/// All weights in the order of their days, of one day as they were entered. Each goes with the height that was measured last by
/// then, else with the first one since.
QList<WeightPoint> weightsOverTime(QList<Kept<Measurement>> measurements);

} // namespace keywork
