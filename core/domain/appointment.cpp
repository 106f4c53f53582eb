// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *lineWithAgency(AppointmentOutcome outcome)
{
    switch (outcome) {
    case AppointmentOutcome::Booked:
        return QT_TRANSLATE_NOOP("record", "Appointment: {agency_id}, {purpose}");
    case AppointmentOutcome::Kept:
        return QT_TRANSLATE_NOOP("record", "Kept: {agency_id}, {purpose}");
    case AppointmentOutcome::Late:
        return QT_TRANSLATE_NOOP("record", "Kept, came late: {agency_id}, {purpose}");
    case AppointmentOutcome::Missed:
        return QT_TRANSLATE_NOOP("record", "Missed: {agency_id}, {purpose}");
    case AppointmentOutcome::CancelledByThem:
        return QT_TRANSLATE_NOOP("record", "Cancelled by the resident: {agency_id}, {purpose}");
    case AppointmentOutcome::CancelledByAgency:
        return QT_TRANSLATE_NOOP("record", "Cancelled by {agency_id}: {purpose}");
    case AppointmentOutcome::CancelledByHouse:
        return QT_TRANSLATE_NOOP("record", "Cancelled by the house: {agency_id}, {purpose}");
    }
    return nullptr;
}

const char *lineAlone(AppointmentOutcome outcome)
{
    switch (outcome) {
    case AppointmentOutcome::Booked:
        return QT_TRANSLATE_NOOP("record", "Appointment: {purpose}");
    case AppointmentOutcome::Kept:
        return QT_TRANSLATE_NOOP("record", "Kept: {purpose}");
    case AppointmentOutcome::Late:
        return QT_TRANSLATE_NOOP("record", "Kept, came late: {purpose}");
    case AppointmentOutcome::Missed:
        return QT_TRANSLATE_NOOP("record", "Missed: {purpose}");
    case AppointmentOutcome::CancelledByThem:
        return QT_TRANSLATE_NOOP("record", "Cancelled by the resident: {purpose}");
    case AppointmentOutcome::CancelledByAgency:
        return QT_TRANSLATE_NOOP("record", "Cancelled by them there: {purpose}");
    case AppointmentOutcome::CancelledByHouse:
        return QT_TRANSLATE_NOOP("record", "Cancelled by the house: {purpose}");
    }
    return nullptr;
}

const char *appointmentLine(const Row &row)
{
    const auto outcome = fromCode<AppointmentOutcome>(row.text(u"outcome"_s)).value_or(AppointmentOutcome::Booked);
    return row.value(u"agency_id"_s).isNull() ? lineAlone(outcome) : lineWithAgency(outcome);
}

Handing appointmentMissed(const Row &row)
{
    return row.text(u"outcome"_s) == QLatin1String(codeOf(AppointmentOutcome::Missed)) ? Handing::Told : Handing::NotTold;
}

/// Kept, and somebody of the team went along: whoever that was has seen them.
bool wasAccompanied(const Row &row)
{
    const auto outcome = fromCode<AppointmentOutcome>(row.text(u"outcome"_s));
    return (outcome == AppointmentOutcome::Kept || outcome == AppointmentOutcome::Late) && row.value(u"goes_along_id"_s).toLongLong() > 0;
}

std::optional<Category> appointmentTells(const Row &row)
{
    return speaksOfCourt(row.text(u"purpose"_s) + u'\n' + row.text(u"with_whom"_s)) ? std::optional(Category::Offending) : std::nullopt;
}

} // namespace

template <> const Described<Appointment> &recordType<Appointment>()
{
    static const Described<Appointment> type
        = Described<Appointment>({.table = "appointment",
                                     .title = QT_TRANSLATE_NOOP("record", "Appointment"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Appointments"),
                                     .category = Category::Treatment,
                                     .sharedAs = SharedAs::Listed,
                                     .alsoTells = appointmentTells,
                                     .access = {.add = Act::Record},
                                     .newOne = QT_TRANSLATE_NOOP("record", "New appointment"),
                                     .orderBy = "starts_at",
                                     .newestFirst = true,
                                     .happens = "starts_at",
                                     .happened = appointmentLine,
                                     .handedOver = appointmentMissed,
                                     .seen = {.at = "starts_at", .by = "goes_along_id", .where = "place", .when = wasAccompanied},
                                     .called = "{purpose}"})
              .field(&Appointment::personId, residentField())
              .field(&Appointment::startsAt, startsAtField())
              .field(&Appointment::minutes,
                  {.column = "minutes",
                      .label = QT_TRANSLATE_NOOP("record", "How long, in minutes"),
                      .required = true,
                      .listed = true, // leaves with it: FHIR wants to know when an appointment ends
                      .smallest = 5,
                      .largest = 12 * 60})
              .field(&Appointment::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "With which agency"), .refers = "agency", .listed = true})
              .field(&Appointment::withWhom,
                  {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "With whom"), .searched = true, .listed = true})
              .field(&Appointment::purpose,
                  {.column = "purpose",
                      .label = QT_TRANSLATE_NOOP("record", "What for"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Appointment::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .searched = true, .listed = true, .keptInHouse = true})
              .field(&Appointment::goesAlongId,
                  {.column = "goes_along_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who of the team goes along"),
                      .refers = "staff",
                      .heading = QT_TRANSLATE_NOOP("record", "Getting there"),
                      .keptInHouse = true})
              .field(&Appointment::goesAlongOther,
                  {.column = "goes_along_other", .label = QT_TRANSLATE_NOOP("record", "Or who else goes along"), .keptInHouse = true})
              .field(&Appointment::remindDays,
                  {.column = "remind_days",
                      .label = QT_TRANSLATE_NOOP("record", "Say so on Today, days before"),
                      .keptInHouse = true,
                      .smallest = 1,
                      .largest = 60})
              .field(&Appointment::outcome,
                  {.column = "outcome",
                      .label = QT_TRANSLATE_NOOP("record", "How it went"),
                      .heading = QT_TRANSLATE_NOOP("record", "Afterwards"),
                      .required = true,
                      .listed = true,
                      .saidAfterwards = true}) // by whoever was there, also at night
              .field(&Appointment::outcomeNote,
                  {.column = "outcome_note",
                      .label = QT_TRANSLATE_NOOP("record", "What came of it"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .saidAfterwards = true,
                      .maxLength = 4000})
              .field(&Appointment::followUp,
                  {.column = "follow_up",
                      .label = QT_TRANSLATE_NOOP("record", "What follows"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 2000})
              .field(&Appointment::series,
                  {.column = "series", .label = QT_TRANSLATE_NOOP("record", "Series"), .kept = true, .keptInHouse = true});
    return type;
}

} // namespace keywork
