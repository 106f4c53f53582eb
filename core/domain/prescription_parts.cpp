// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kCollectedEarlyDays = 7; // before closed days, at the most
constexpr int kCollectedLateDays = 13; // an instalment script lasts 14 days
constexpr int kConfirmedAheadDays = 84; // house rule: a year that was meant otherwise would keep a gap quiet for months

Field ofPrescription(bool isPart)
{
    return {.column = "prescription_id",
        .label = QT_TRANSLATE_NOOP("record", "Prescription"),
        .refers = "prescription",
        .required = true,
        .listed = !isPart,
        .kept = isPart};
}

Field stepNumber(const char *column, const char *label, const char *unit, bool required)
{
    return {.column = column, .label = label, .unit = unit, .required = required, .listed = true, .smallest = 0, .largest = 1000};
}

Violations injectionFits(const Row &row, QDate)
{
    const QString due = row.text(u"due_on"_s);
    return !due.isEmpty() && due <= row.text(u"given_on"_s) ? Violations{{u"due_on"_s, Rule::EndsBeforeStart, {}}} : Violations();
}

Violations confirmationFits(const Row &row, QDate)
{
    const QDate confirmed = QDate::fromString(row.text(u"confirmed_on"_s), Qt::ISODate);
    const QDate until = QDate::fromString(row.text(u"until_on"_s), Qt::ISODate);
    if (!confirmed.isValid() || !until.isValid())
        return {};
    if (until < confirmed)
        return {{u"until_on"_s, Rule::EndsBeforeStart, {}}};
    return confirmed.daysTo(until) > kConfirmedAheadDays ? Violations{{u"until_on"_s, Rule::Unlikely, row.text(u"until_on"_s)}}
                                                         : Violations();
}

/// What is due on a closed day is collected, or missed, on a day before it: said then, of a day that is still to come.
void saidOfADayToCome(const Row &row, QDate due, QDate today, Violations &found)
{
    if (!due.isValid() || due <= today)
        return;
    const auto outcome = fromCode<CollectionOutcome>(row.text(u"outcome"_s));
    const bool isHeld = outcome == CollectionOutcome::Collected || outcome == CollectionOutcome::ByStaff;
    if (due > today.addDays(kCollectedEarlyDays))
        found.append({u"due_on"_s, Rule::TooFarAhead, today.addDays(kCollectedEarlyDays).toString(Qt::ISODate)});
    else if (isHeld && row.text(u"collected_on"_s).isEmpty())
        found.append({u"collected_on"_s, Rule::Required, {}});
}

Violations collectionFits(const Row &row, QDate today)
{
    Violations found;
    const QDate due = QDate::fromString(row.text(u"due_on"_s), Qt::ISODate);
    saidOfADayToCome(row, due, today, found);
    if (const QDate on = QDate::fromString(row.text(u"collected_on"_s), Qt::ISODate); on.isValid() && due.isValid()) {
        if (on < due.addDays(-kCollectedEarlyDays))
            found.append({u"collected_on"_s, Rule::EndsBeforeStart, {}});
        if (on > due.addDays(kCollectedLateDays))
            found.append({u"collected_on"_s, Rule::TooFarAhead, due.addDays(kCollectedLateDays).toString(Qt::ISODate)});
    }
    if (fromCode<CollectionOutcome>(row.text(u"outcome"_s)) != CollectionOutcome::ByStaff)
        return found;
    if (row.value(u"letter_shown"_s).toLongLong() == 0)
        found.append({u"letter_shown"_s, Rule::AuthorityNeeded, {}});
    if (fromCode<DoseKnownFrom>(row.text(u"known_from"_s)) == DoseKnownFrom::Supervised)
        found.append({u"known_from"_s, Rule::NeverSupervised, {}});
    return found;
}

/// A day on which all went as it should is no line: there would be no others.
const char *collectionLine(const Row &row)
{
    switch (fromCode<CollectionOutcome>(row.text(u"outcome"_s)).value_or(CollectionOutcome::NotKnown)) {
    case CollectionOutcome::NotCollected:
        return QT_TRANSLATE_NOOP("record", "Not collected: {prescription_id}");
    case CollectionOutcome::ByStaff:
        return QT_TRANSLATE_NOOP("record", "Collected by staff: {prescription_id}");
    case CollectionOutcome::Collected:
    case CollectionOutcome::NotKnown:
        break;
    }
    return nullptr;
}

Handing doseNotCollected(const Row &row)
{
    return row.text(u"outcome"_s) == QLatin1String(codeOf(CollectionOutcome::NotCollected)) ? Handing::First : Handing::NotTold;
}

} // namespace

template <> const Described<TitrationStep> &recordType<TitrationStep>()
{
    static const Described<TitrationStep> type
        = Described<TitrationStep>({.table = "titration_step",
                                       .title = QT_TRANSLATE_NOOP("record", "Step of the titration"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Titration"),
                                       .titleShort = QT_TRANSLATE_NOOP("record", "Titration"),
                                       .category = Category::Treatment,
                                       .orderBy = "from_on",
                                       .within = "prescription_id",
                                       .childOf = "prescription_id"})
              .field(&TitrationStep::prescriptionId, ofPrescription(true))
              .field(&TitrationStep::personId, residentField())
              .field(&TitrationStep::fromOn, fromField())
              .field(&TitrationStep::dose, stepNumber("dose", QT_TRANSLATE_NOOP("record", "Dose"), QT_TRANSLATE_NOOP("record", "mg"), true))
              .field(&TitrationStep::amount, stepNumber("amount", QT_TRANSLATE_NOOP("record", "How many ml, or tablets"), nullptr, false))
              .field(&TitrationStep::secondAmount,
                  stepNumber("second_amount", QT_TRANSLATE_NOOP("record", "Tablets of the second strength"), nullptr, false));
    return type;
}

template <> const Described<ScriptConfirmation> &recordType<ScriptConfirmation>()
{
    static const Described<ScriptConfirmation> type = Described<ScriptConfirmation>(
        {.table = "script_confirmation",
            .title = QT_TRANSLATE_NOOP("record", "Confirmed by the service"),
            .titleMany = QT_TRANSLATE_NOOP("record", "What the service confirmed"),
            .titleShort = QT_TRANSLATE_NOOP("record", "Confirmation"),
            .category = Category::Treatment,
            .access = {.add = Act::Record},
            .place = Place::Treatment,
            .newOne = QT_TRANSLATE_NOOP("record", "Confirm a prescription"),
            .belongs = QT_TRANSLATE_NOOP("record", "Who at the service said until when it goes on, and when."),
            .listRank = 3,
            .orderBy = "confirmed_on",
            .newestFirst = true,
            .happens = "confirmed_on",
            .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Prescription confirmed until {until_on}, by {by_whom}"); },
            .together = confirmationFits})
                                                          .field(&ScriptConfirmation::personId, residentField())
                                                          .field(&ScriptConfirmation::prescriptionId, ofPrescription(false))
                                                          .field(&ScriptConfirmation::confirmedOn,
                                                              {.column = "confirmed_on",
                                                                  .label = QT_TRANSLATE_NOOP("record", "Confirmed on"),
                                                                  .required = true,
                                                                  .listed = true,
                                                                  .days = kHappened})
                                                          .field(&ScriptConfirmation::untilOn,
                                                              {.column = "until_on",
                                                                  .label
                                                                  = QT_TRANSLATE_NOOP("record", "It, or the next one, is there until"),
                                                                  .required = true,
                                                                  .listed = true,
                                                                  .days = kEitherWay})
                                                          .field(&ScriptConfirmation::byWhom,
                                                              {.column = "by_whom",
                                                                  .label = QT_TRANSLATE_NOOP("record", "Who at the service said so"),
                                                                  .required = true,
                                                                  .searched = true,
                                                                  .listed = true})
                                                          .field(&ScriptConfirmation::note, noteField(2000));
    return type;
}

template <> const Described<Injection> &recordType<Injection>()
{
    static const Described<Injection> type
        = Described<Injection>(
            {.table = "injection",
                .title = QT_TRANSLATE_NOOP("record", "Long-acting injection"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Long-acting injections"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Injection"),
                .category = Category::Treatment,
                .access = {.add = Act::Record},
                .place = Place::Treatment,
                .newOne = QT_TRANSLATE_NOOP("record", "New long-acting injection"),
                .belongs = QT_TRANSLATE_NOOP("record", "Given by professionals only: when, and when the next one is due."),
                .listRank = 4,
                .orderBy = "given_on",
                .newestFirst = true,
                .happens = "given_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Injection given: {prescription_id}"); },
                .together = injectionFits})
              .field(&Injection::personId, residentField())
              .field(&Injection::prescriptionId, ofPrescription(false))
              .field(&Injection::givenOn,
                  {.column = "given_on",
                      .label = QT_TRANSLATE_NOOP("record", "Given on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Injection::every,
                  {.column = "every",
                      .label = QT_TRANSLATE_NOOP("record", "How often"),
                      .required = true,
                      .beginsAs = "four_weeks",
                      .listed = true})
              .field(&Injection::dueOn,
                  {.column = "due_on",
                      .label = QT_TRANSLATE_NOOP("record", "Next one due on"),
                      .help = QT_TRANSLATE_NOOP("record", "As the service said. Empty: after 7 or 28 days."),
                      .listed = true,
                      .days = DayRange{DayDirection::Future, 20, 2}})
              .field(&Injection::windowDays,
                  {.column = "window_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days after that in which the service still gives it"),
                      .smallest = 0,
                      .largest = 28})
              .field(&Injection::givenBy,
                  {.column = "given_by",
                      .label = QT_TRANSLATE_NOOP("record", "Given by"),
                      .required = true,
                      .searched = true,
                      .listed = true});
    return type;
}

template <> const Described<Collection> &recordType<Collection>()
{
    static const Described<Collection> type
        = Described<Collection>(
            {.table = "collection",
                .title = QT_TRANSLATE_NOOP("record", "Collection of medicine"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Collections"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Collection"),
                .category = Category::Treatment,
                .access = {.add = Act::Record},
                .place = Place::Treatment,
                .newOne = QT_TRANSLATE_NOOP("record", "New collection"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Collected or not, day by day. A day that nobody said anything about is not known, and never counts as taken."),
                .listRank = 2,
                .orderBy = "due_on",
                .newestFirst = true,
                .happens = "due_on",
                .happened = collectionLine,
                .handedOver = doseNotCollected,
                // Whoever hands a medicine out has seen them; by staff with a letter nobody has.
                .seen = {.at = "collected_on|due_on",
                    .byOthers = true,
                    .when
                    = [](const Row &row) { return fromCode<CollectionOutcome>(row.text(u"outcome"_s)) == CollectionOutcome::Collected; }},
                .together = collectionFits})
              .field(&Collection::personId, residentField())
              .field(&Collection::prescriptionId, ofPrescription(false))
              .field(&Collection::dueOn,
                  {.column = "due_on",
                      .label = QT_TRANSLATE_NOOP("record", "Due on"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&Collection::outcome,
                  {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "What became of it"), .required = true, .listed = true})
              .field(&Collection::collectedOn,
                  {.column = "collected_on",
                      .label = QT_TRANSLATE_NOOP("record", "Collected on, if on another day"),
                      .shownWhen = {"outcome", "collected,by_staff"},
                      .listed = true,
                      .days = kHappened})
              .field(&Collection::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who of the team collected it"),
                      .refers = "staff",
                      .shownWhen = {"outcome", "by_staff"},
                      .required = true})
              .field(&Collection::letterShown,
                  {.column = "letter_shown",
                      .label = QT_TRANSLATE_NOOP("record", "With the resident's letter of authority"),
                      .shownWhen = {"outcome", "by_staff"}})
              .field(
                  &Collection::withWhom, {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "Who went along"), .searched = true})
              .field(&Collection::knownFrom,
                  {.column = "known_from",
                      .label = QT_TRANSLATE_NOOP("record", "How it is known that it was taken"),
                      .help = QT_TRANSLATE_NOOP("record", "Collected is not taken."),
                      .shownWhen = {"outcome", "collected,by_staff"},
                      .listed = true})
              .field(&Collection::toldBy,
                  {.column = "told_by", .label = QT_TRANSLATE_NOOP("record", "Who told us"), .searched = true, .listed = true})
              .field(&Collection::note, noteField(2000));
    return type;
}

} // namespace keywork
