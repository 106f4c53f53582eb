// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

template <> const Described<Prescription> &recordType<Prescription>();

namespace {

constexpr int kScriptLivesDays = 28; // a script for a controlled medicine, from its date, which is day 1 (additions.md; check)
constexpr int kUnusualDailyDose = 200; // mg; house rule: finds typing mistakes, judges nobody

QDate prescriptionDay(const Row &row, const QString &column) { return QDate::fromString(row.text(column), Qt::ISODate); }

void daysInOrder(const Row &row, Violations &found)
{
    const QDate from = prescriptionDay(row, u"from_on"_s);
    if (!from.isValid())
        return;
    for (const QString &column : {u"until_on"_s, u"stopped_on"_s, u"accompanied_until"_s})
        if (const QDate day = prescriptionDay(row, column); day.isValid() && day < from)
            found.append({column, Rule::EndsBeforeStart, {}});
    if (const QDate day = prescriptionDay(row, u"last_dose_before_on"_s); day.isValid() && day >= from)
        found.append({u"last_dose_before_on"_s, Rule::TooFarAhead, from.addDays(-1).toString(Qt::ISODate)});
    if (const QDate day = prescriptionDay(row, u"written_on"_s); day.isValid() && day.addDays(kScriptLivesDays - 1) < from)
        found.append({u"written_on"_s, Rule::Unlikely, kScriptTooOld});
    const QDate lost = prescriptionDay(row, u"lost_on"_s);
    if (const QDate day = prescriptionDay(row, u"replaced_on"_s); day.isValid() && lost.isValid() && day < lost)
        found.append({u"replaced_on"_s, Rule::EndsBeforeStart, {}});
}

Violations prescriptionFits(const Row &row, QDate)
{
    Violations found;
    daysInOrder(row, found);
    const auto script = recordType<Prescription>().fromRow(row);
    if (!script)
        return found;
    if (!dosesAgree(*script))
        found.append({u"dose"_s, Rule::Unlikely, kDoseAndStrength});
    else if (script->dose
        && (*script->dose <= Decimal()
            || (!script->isInjection() && isSubstitute(*script) && *script->dose > Decimal::fromWhole(kUnusualDailyDose))))
        found.append({u"dose"_s, Rule::Unlikely, kUnusualAmount});
    if (script->secondStrength.has_value() != script->secondAmount.has_value())
        found.append({script->secondStrength ? u"second_amount"_s : u"second_strength"_s, Rule::Required, {}});
    return found;
}

/// A dose is never told without its strength. Of a part of a row, as in the history, nothing more is known.
QString doseOfRow(const Row &row, const SayDose &say)
{
    const auto script = recordType<Prescription>().fromRow(row);
    return script && !row.text(u"form"_s).isEmpty() ? doseWithStrength(*script, nullptr, say) : QString();
}

const char *prescriptionBegins(const Row &row)
{
    return row.text(u"other_medicine"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Prescription begins: {medicine}")
                                                   : QT_TRANSLATE_NOOP("record", "Prescription begins: {other_medicine}");
}

const char *prescriptionStops(const Row &row)
{
    return row.text(u"other_medicine"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Prescription stopped: {medicine}")
                                                   : QT_TRANSLATE_NOOP("record", "Prescription stopped: {other_medicine}");
}

Field doseNumber(const char *column, const char *label, const char *unit, const char *forms, bool required)
{
    return {.column = column,
        .label = label,
        .unit = unit,
        .shownWhen = {"form", forms},
        .required = required,
        .listed = true,
        .smallest = 0,
        .largest = 1000};
}

} // namespace

template <> const Described<Prescription> &recordType<Prescription>()
{
    static const Described<Prescription> type
        = Described<Prescription>(
            {.table = "prescription",
                .title = QT_TRANSLATE_NOOP("record", "Prescription"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Prescriptions"),
                .category = Category::Treatment,
                .sharedAs = SharedAs::Own,
                .place = Place::Treatment,
                .newOne = QT_TRANSLATE_NOOP("record", "New prescription"),
                .belongs = QT_TRANSLATE_NOOP("record", "Each prescription as it is on paper. A change is a new one that follows."),
                .listRank = 1,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = prescriptionBegins,
                .ends = "stopped_on",
                .ended = prescriptionStops,
                .called = "{other_medicine|medicine}, {from_on}",
                .together = prescriptionFits})
              .field(&Prescription::personId, residentField())
              .field(&Prescription::medicine,
                  {.column = "medicine",
                      .label = QT_TRANSLATE_NOOP("record", "Medicine"),
                      .list = "medicine",
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Prescription::otherMedicine,
                  {.column = "other_medicine",
                      .label = QT_TRANSLATE_NOOP("record", "Which other medicine"),
                      .shownWhen = {"medicine", "other"},
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Prescription::form,
                  {.column = "form", .label = QT_TRANSLATE_NOOP("record", "Form"), .required = true, .beginsAs = "liquid"})
              .field(&Prescription::dose,
                  {.column = "dose",
                      .label = QT_TRANSLATE_NOOP("record", "Dose"),
                      .help = QT_TRANSLATE_NOOP("record", "In mg, as it is on the prescription: for a day, or of one injection."),
                      .heading = QT_TRANSLATE_NOOP("record", "Dose, always with its strength"),
                      .unit = QT_TRANSLATE_NOOP("record", "mg"),
                      .told = doseOfRow,
                      .shownWhen = {"form", "liquid,tablets,injection"},
                      .required = true,
                      .listed = true,
                      .smallest = 0,
                      .largest = 1000})
              .field(&Prescription::strength,
                  doseNumber("strength", QT_TRANSLATE_NOOP("record", "Strength: of one ml, or of one tablet"),
                      QT_TRANSLATE_NOOP("record", "mg"), "liquid,tablets", true))
              .field(&Prescription::amount,
                  doseNumber("amount", QT_TRANSLATE_NOOP("record", "How many ml, or tablets"), nullptr, "liquid,tablets", true))
              .field(&Prescription::secondStrength,
                  doseNumber("second_strength", QT_TRANSLATE_NOOP("record", "Tablets of a second strength"),
                      QT_TRANSLATE_NOOP("record", "mg"), "tablets", false))
              .field(&Prescription::secondAmount,
                  doseNumber("second_amount", QT_TRANSLATE_NOOP("record", "How many of these"), nullptr, "tablets", false))
              .field(&Prescription::doseInWords,
                  {.column = "dose_in_words",
                      .label = QT_TRANSLATE_NOOP("record", "Dose with its strength, as on the label"),
                      .shownWhen = {"form", "other"},
                      .required = true,
                      .listed = true})
              .field(&Prescription::supervised,
                  {.column = "supervised",
                      .label = QT_TRANSLATE_NOOP("record", "Taken under supervision"),
                      .required = true,
                      .beginsAs = "not_known",
                      .listed = true})
              .field(&Prescription::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "First day"),
                      .heading = QT_TRANSLATE_NOOP("record", "From when, until when"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&Prescription::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Last day"),
                      .help = QT_TRANSLATE_NOOP("record", "Empty: open-ended, and known only as far as the service confirms it."),
                      .listed = true,
                      .days = kEitherWay})
              .field(&Prescription::followsId,
                  {.column = "follows_id",
                      .label = QT_TRANSLATE_NOOP("record", "Follows which earlier one"),
                      .refers = "prescription",
                      .help = QT_TRANSLATE_NOOP("record", "From its first day this one takes the place of that one.")})
              .field(&Prescription::writtenOn,
                  {.column = "written_on", .label = QT_TRANSLATE_NOOP("record", "Date on the prescription"), .days = kHappened})
              .field(&Prescription::instalments,
                  {.column = "instalments",
                      .label = QT_TRANSLATE_NOOP("record", "Instalment script"),
                      .heading = QT_TRANSLATE_NOOP("record", "What stands on it")})
              .field(&Prescription::arrangements,
                  {.column = "arrangements",
                      .label = QT_TRANSLATE_NOOP("record", "Arrangements it carries"),
                      .list = "script_arrangement",
                      .help = QT_TRANSLATE_NOOP("record", "Only what is written on it: a closed day without one is not arranged.")})
              .field(&Prescription::pickupDays,
                  {.column = "pickup_days",
                      .label = QT_TRANSLATE_NOOP("record", "Collected on"),
                      .list = "weekday",
                      .help = QT_TRANSLATE_NOOP("record", "Each collection is for the days until the next one."),
                      .heading = QT_TRANSLATE_NOOP("record", "Collecting"),
                      .shownWhen = {"form", "liquid,tablets,other"},
                      .required = true,
                      .listed = true})
              .field(&Prescription::everyWeeks,
                  {.column = "every_weeks",
                      .label = QT_TRANSLATE_NOOP("record", "Every how many weeks"),
                      .required = true,
                      .beginsAs = "1", // what nearly all have
                      .smallest = 1,
                      .largest = 12})
              .field(&Prescription::dispensedAtId,
                  {.column = "dispensed_at_id",
                      .label = QT_TRANSLATE_NOOP("record", "Dispensed at"),
                      .refers = "agency",
                      .help = QT_TRANSLATE_NOOP("record", "Its opening hours stand with the partner agencies."),
                      .listed = true})
              .field(&Prescription::collectsAt, {.column = "collects_at", .label = QT_TRANSLATE_NOOP("record", "Usual time")})
              .field(&Prescription::accompaniedUntil,
                  {.column = "accompanied_until", .label = QT_TRANSLATE_NOOP("record", "Somebody goes along until"), .days = kEitherWay})
              .field(&Prescription::goesAlongId,
                  {.column = "goes_along_id", .label = QT_TRANSLATE_NOOP("record", "Who of the team goes along"), .refers = "staff"})
              .field(&Prescription::prescriber,
                  {.column = "prescriber",
                      .label = QT_TRANSLATE_NOOP("record", "Prescriber"),
                      .heading = QT_TRANSLATE_NOOP("record", "Who prescribes"),
                      .searched = true,
                      .listed = true})
              .field(&Prescription::prescriberTelephone,
                  {.column = "prescriber_telephone",
                      .label = QT_TRANSLATE_NOOP("record", "Their telephone"),
                      .listed = true,
                      .maxLength = 60})
              .field(&Prescription::serviceId,
                  {.column = "service_id", .label = QT_TRANSLATE_NOOP("record", "Service that prescribes"), .refers = "agency"})
              .field(&Prescription::lastDoseBeforeOn,
                  {.column = "last_dose_before_on",
                      .label = QT_TRANSLATE_NOOP("record", "Last dose before it, given elsewhere"),
                      .help = QT_TRANSLATE_NOOP("record", "From a hospital or prison: the days from there to the first day are a gap."),
                      .heading = QT_TRANSLATE_NOOP("record", "Before and after"),
                      .days = kEitherWay})
              .field(&Prescription::lastDoseToldBy,
                  {.column = "last_dose_told_by",
                      .label = QT_TRANSLATE_NOOP("record", "Who told us"),
                      .shownWhen = {"last_dose_before_on"}})
              .field(&Prescription::stoppedOn,
                  {.column = "stopped_on",
                      .label = QT_TRANSLATE_NOOP("record", "Stopped, last day with a dose"),
                      .listed = true,
                      .days = kEitherWay})
              .field(&Prescription::stopWhy,
                  {.column = "stop_why",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was stopped"),
                      .shownWhen = {"stopped_on"},
                      .multiline = true,
                      .maxLength = 1000})
              .field(&Prescription::lostOn,
                  {.column = "lost_on", .label = QT_TRANSLATE_NOOP("record", "Script lost: nothing dispensed from"), .days = kEitherWay})
              .field(&Prescription::replacedOn,
                  {.column = "replaced_on",
                      .label = QT_TRANSLATE_NOOP("record", "Dispensed again from"),
                      .shownWhen = {"lost_on"},
                      .days = kEitherWay})
              .field(&Prescription::note, noteField(2000));
    return type;
}

} // namespace keywork
