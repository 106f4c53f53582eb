// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// What somebody said to an offer of a check or a test.
enum class OfferAnswer { NotYet, Accepted, ChoseNotTo };

template <> struct Codes<OfferAnswer> {
    static constexpr const char *list = "offer_answer";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "No answer yet")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")},
        FixedOption{"chose_not_to", QT_TRANSLATE_NOOP("record", "Chose not to")},
    };
};

/// One offer of a check (GP, dentist, eyes, stopping smoking …), and what came of it.
struct HealthCheck {
    Id<Person> personId = {};
    Choice kind = {}; ///< of `health_check_kind`
    QDate offeredOn = {};
    OfferAnswer answer = OfferAnswer::NotYet;
    std::optional<QDate> doneOn = {};
    std::optional<qint64> everyMonths = {}; ///< their own interval, 1 to 120; none: it is not repeated by itself
    std::optional<QDate> nextOn = {}; ///< said by whoever did it; outweighs the interval
    QString note = {};

    bool operator==(const HealthCheck &) const = default;
};

/// One offer of a test for a blood-borne virus. The result is as it was told, never read off anything.
struct BbvTest {
    Id<Person> personId = {};
    Choice virus = {}; ///< of `bbv_virus`
    QDate offeredOn = {};
    OfferAnswer answer = OfferAnswer::NotYet;
    std::optional<QDate> testedOn = {};
    Choice result = {}; ///< of `bbv_result`
    QString toldBy = {};
    QString note = {};

    bool operator==(const BbvTest &) const = default;
};

/// One dose of a vaccination. When the next one is due says whoever gave it: the program knows no course.
struct VaccinationDose {
    Id<Person> personId = {};
    Choice vaccine = {}; ///< of `vaccine`
    qint64 dose = 1;
    QDate givenOn = {};
    QString givenBy = {};
    std::optional<QDate> nextOn = {}; ///< none: the last one, or not said

    bool operator==(const VaccinationDose &) const = default;
};

/// What is measured. In the order of the alphabet, as they are chosen.
enum class MeasurementKind { Other, BloodPressure, Height, PeakFlow, Weight };

template <> struct Codes<MeasurementKind> {
    static constexpr const char *list = "measurement_kind";
    static constexpr std::array options{
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another measurement"), QT_TRANSLATE_NOOP("record", "Other")},
        FixedOption{"blood_pressure", QT_TRANSLATE_NOOP("record", "Blood pressure")},
        FixedOption{"height", QT_TRANSLATE_NOOP("record", "Height")},
        FixedOption{"peak_flow", QT_TRANSLATE_NOOP("record", "Peak flow")},
        FixedOption{"weight", QT_TRANSLATE_NOOP("record", "Weight")},
    };
};

enum class WeightUnit { Kilograms, Stone };

template <> struct Codes<WeightUnit> {
    static constexpr const char *list = "weight_unit";
    static constexpr std::array options{
        FixedOption{"kg", QT_TRANSLATE_NOOP("record", "Kilograms")},
        FixedOption{"stone", QT_TRANSLATE_NOOP("record", "Stone and pounds")},
    };
};

/// One measurement of a day. A weight is kept as it was typed: in kilograms, or in stone and pounds.
struct Measurement {
    Id<Person> personId = {};
    MeasurementKind kind = MeasurementKind::Weight;
    QDate measuredOn = {};
    QString what = {}; ///< of another measurement, with `value` and its unit in words
    QString value = {};
    std::optional<WeightUnit> weightUnit = {};
    std::optional<Decimal> kilograms = {};
    std::optional<qint64> stone = {};
    std::optional<Decimal> pounds = {}; ///< beside the stone, below 14
    std::optional<Decimal> centimetres = {};
    std::optional<qint64> systolic = {}; ///< mmHg
    std::optional<qint64> diastolic = {}; ///< mmHg
    std::optional<qint64> peakFlow = {}; ///< litres a minute
    QString measuredBy = {};

    bool operator==(const Measurement &) const = default;
};

} // namespace keywork
