// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health_checks.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Beyond these a number is asked about (house rule: typing mistakes are found, nobody is judged). A blank is not asked.
struct UsualNumber {
    const char *column;
    int least;
    int most;
};
constexpr std::array kUsualNumbers{UsualNumber{"kilograms", 35, 200}, UsualNumber{"stone", 6, 31}, UsualNumber{"centimetres", 130, 210},
    UsualNumber{"systolic", 80, 200}, UsualNumber{"diastolic", 40, 130}, UsualNumber{"peak_flow", 100, 800}};

Violations unusualNumbers(const Row &row, QDate)
{
    Violations found;
    for (const UsualNumber &usual : kUsualNumbers) {
        const QString column = QString::fromLatin1(usual.column);
        const auto number = Decimal::fromText(row.text(column));
        if (number && (*number < Decimal::fromWhole(usual.least) || *number > Decimal::fromWhole(usual.most)))
            found.append({column, Rule::Unlikely, kUnusualAmount});
    }
    if (const auto pounds = Decimal::fromText(row.text(u"pounds"_s)); pounds && *pounds >= Decimal::fromWhole(14))
        found.append({u"pounds"_s, Rule::TooLarge, u"13.9"_s}); // 14 are one stone more
    const qint64 upper = row.value(u"systolic"_s).toLongLong();
    if (upper > 0 && row.value(u"diastolic"_s).toLongLong() >= upper) {
        const auto isLower = [](const Violation &one) { return one.column == u"diastolic"; };
        found.removeIf(isLower); // what can't be outweighs what is only asked
        found.append({u"diastolic"_s, Rule::TooLarge, QString::number(upper - 1)});
    }
    return found;
}

const char *measurementLine(const Row &row)
{
    switch (fromCode<MeasurementKind>(row.text(u"kind"_s)).value_or(MeasurementKind::Other)) {
    case MeasurementKind::Other:
        return QT_TRANSLATE_NOOP("record", "Measurement, {what}: {value}");
    case MeasurementKind::BloodPressure:
        return QT_TRANSLATE_NOOP("record", "Blood pressure: {systolic} over {diastolic} mmHg");
    case MeasurementKind::Height:
        return QT_TRANSLATE_NOOP("record", "Height: {centimetres}");
    case MeasurementKind::PeakFlow:
        return QT_TRANSLATE_NOOP("record", "Peak flow: {peak_flow} litres a minute");
    case MeasurementKind::Weight:
        return row.text(u"weight_unit"_s) == u"stone" ? QT_TRANSLATE_NOOP("record", "Weight: {stone} stone {pounds}")
                                                      : QT_TRANSLATE_NOOP("record", "Weight: {kilograms}");
    }
    return nullptr;
}

} // namespace

template <> const Described<Measurement> &recordType<Measurement>()
{
    static const Described<Measurement> type
        = Described<Measurement>({.table = "measurement",
                                     .title = QT_TRANSLATE_NOOP("record", "Measurement"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Measurements"),
                                     .category = Category::Health,
                                     .sharedAs = SharedAs::Fields,
                                     .place = Place::Health,
                                     .newOne = QT_TRANSLATE_NOOP("record", "New measurement"),
                                     .belongs = QT_TRANSLATE_NOOP("record", "Weight, height, blood pressure and the like, day by day."),
                                     .listRank = 3,
                                     .orderBy = "measured_on",
                                     .newestFirst = true,
                                     .happens = "measured_on",
                                     .happened = measurementLine,
                                     .together = unusualNumbers})
              .field(&Measurement::personId, residentField())
              .field(&Measurement::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What was measured"), .required = true, .listed = true})
              .field(&Measurement::measuredOn,
                  {.column = "measured_on",
                      .label = QT_TRANSLATE_NOOP("record", "Measured on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Measurement::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "Which other measurement"),
                      .shownWhen = {"kind", "other"},
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Measurement::value,
                  {.column = "value",
                      .label = QT_TRANSLATE_NOOP("record", "How much, with its unit"),
                      .shownWhen = {"kind", "other"},
                      .required = true,
                      .listed = true,
                      .maxLength = 60})
              .field(&Measurement::weightUnit,
                  {.column = "weight_unit",
                      .label = QT_TRANSLATE_NOOP("record", "Weighed in"),
                      .shownWhen = {"kind", "weight"},
                      .required = true})
              .field(&Measurement::kilograms,
                  {.column = "kilograms",
                      .label = QT_TRANSLATE_NOOP("record", "Weight"),
                      .unit = QT_TRANSLATE_NOOP("record", "kg"),
                      .shownWhen = {"weight_unit", "kg"},
                      .required = true,
                      .listed = true,
                      .smallest = 20,
                      .largest = 400})
              .field(&Measurement::stone,
                  {.column = "stone",
                      .label = QT_TRANSLATE_NOOP("record", "Weight, stone"),
                      .shownWhen = {"weight_unit", "stone"},
                      .required = true,
                      .listed = true,
                      .smallest = 3,
                      .largest = 62})
              .field(&Measurement::pounds,
                  {.column = "pounds",
                      .label = QT_TRANSLATE_NOOP("record", "And pounds"),
                      .unit = QT_TRANSLATE_NOOP("record", "lb"),
                      .shownWhen = {"weight_unit", "stone"},
                      .required = true,
                      .listed = true,
                      .smallest = 0,
                      .largest = 14})
              .field(&Measurement::centimetres,
                  {.column = "centimetres",
                      .label = QT_TRANSLATE_NOOP("record", "Height"),
                      .unit = QT_TRANSLATE_NOOP("record", "cm"),
                      .shownWhen = {"kind", "height"},
                      .required = true,
                      .listed = true,
                      .smallest = 50,
                      .largest = 250})
              .field(&Measurement::systolic,
                  {.column = "systolic",
                      .label = QT_TRANSLATE_NOOP("record", "Upper number, mmHg"),
                      .shownWhen = {"kind", "blood_pressure"},
                      .required = true,
                      .listed = true,
                      .smallest = 40,
                      .largest = 320})
              .field(&Measurement::diastolic,
                  {.column = "diastolic",
                      .label = QT_TRANSLATE_NOOP("record", "Lower number, mmHg"),
                      .shownWhen = {"kind", "blood_pressure"},
                      .required = true,
                      .listed = true,
                      .smallest = 10,
                      .largest = 220})
              .field(&Measurement::peakFlow,
                  {.column = "peak_flow",
                      .label = QT_TRANSLATE_NOOP("record", "Peak flow, litres a minute"),
                      .shownWhen = {"kind", "peak_flow"},
                      .required = true,
                      .listed = true,
                      .smallest = 20,
                      .largest = 1000})
              .field(&Measurement::measuredBy,
                  {.column = "measured_by", .label = QT_TRANSLATE_NOOP("record", "Measured by"), .searched = true});
    return type;
}

} // namespace keywork
