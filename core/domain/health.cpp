// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// EndsBeforeStart at `column` when its day is before that of `begin`.
Violations healthDaysInOrder(const Row &row, const QString &begin, const QStringList &later)
{
    Violations found;
    for (const QString &column : later)
        if (const QString day = row.text(column); !day.isEmpty() && day < row.text(begin))
            found.append({column, Rule::EndsBeforeStart, {}});
    return found;
}

} // namespace

template <> const Described<HealthCondition> &recordType<HealthCondition>()
{
    static const Described<HealthCondition> type
        = Described<HealthCondition>(
            {.table = "health_condition",
                .title = QT_TRANSLATE_NOOP("record", "Health condition"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Health conditions"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Condition"),
                .category = Category::Health,
                .sharedAs = SharedAs::Listed,
                .place = Place::Health,
                .newOne = QT_TRANSLATE_NOOP("record", "New health condition"),
                .belongs = QT_TRANSLATE_NOOP("record", "What they live with, who said so, and whether an ambulance crew has to know."),
                .listRank = 2,
                .orderBy = "what"})
              .field(&HealthCondition::personId, residentField())
              .field(&HealthCondition::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What it is"),
                      .help = QT_TRANSLATE_NOOP("record", "Blood-borne viruses have a list of their own."),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&HealthCondition::since,
                  {.column = "since_on",
                      .label = QT_TRANSLATE_NOOP("record", "Since when"),
                      .listed = true,
                      .days = DayRange{DayDirection::Past, 90, 0, false}})
              .field(&HealthCondition::toldBy,
                  {.column = "told_by",
                      .label = QT_TRANSLATE_NOOP("record", "Told by whom"),
                      .list = "health_told_by",
                      .required = true,
                      .listed = true})
              .field(&HealthCondition::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "How it is now"),
                      .list = "health_condition_state",
                      .listed = true})
              .field(&HealthCondition::mattersInEmergency,
                  {.column = "matters_in_emergency", .label = QT_TRANSLATE_NOOP("record", "An ambulance crew has to know"), .listed = true})
              .field(&HealthCondition::emergencyNote,
                  {.column = "emergency_note",
                      .label = QT_TRANSLATE_NOOP("record", "What they have to know about it"),
                      .shownWhen = {"matters_in_emergency"},
                      .searched = true,
                      .maxLength = 300})
              .field(&HealthCondition::note, noteField(4000));
    return type;
}

template <> const Described<Wound> &recordType<Wound>()
{
    static const Described<Wound> type
        = Described<Wound>({.table = "wound",
                               .title = QT_TRANSLATE_NOOP("record", "Wound"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Wounds"),
                               .category = Category::Health,
                               .sharedAs = SharedAs::Listed,
                               .place = Place::Health,
                               .newOne = QT_TRANSLATE_NOOP("record", "New wound"),
                               .belongs = QT_TRANSLATE_NOOP("record", "Where it is, who looked at it, and what happens next."),
                               .listRank = 7,
                               .orderBy = "noticed_on",
                               .newestFirst = true,
                               .happens = "noticed_on",
                               .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Wound noticed: {body_place}"); },
                               .ends = "healed_on",
                               .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Wound healed: {body_place}"); },
                               .together =
                                   [](const Row &row, QDate) {
                                       return healthDaysInOrder(row, u"noticed_on"_s, {u"looked_at_on"_s, u"healed_on"_s});
                                   }})
              .field(&Wound::personId, residentField())
              .field(&Wound::where,
                  {.column = "body_place",
                      .label = QT_TRANSLATE_NOOP("record", "Where on the body"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Wound::noticedOn,
                  {.column = "noticed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Noticed on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Wound::lookedAtBy,
                  {.column = "looked_at_by", .label = QT_TRANSLATE_NOOP("record", "Looked at by"), .searched = true, .listed = true})
              .field(&Wound::lookedAtOn,
                  {.column = "looked_at_on", .label = QT_TRANSLATE_NOOP("record", "Looked at on"), .listed = true, .days = kHappened})
              .field(&Wound::plan,
                  {.column = "plan",
                      .label = QT_TRANSLATE_NOOP("record", "What happens next"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 2000})
              .field(&Wound::healedOn,
                  {.column = "healed_on", .label = QT_TRANSLATE_NOOP("record", "Healed on"), .listed = true, .days = kHappened});
    return type;
}

template <> const Described<HospitalStay> &recordType<HospitalStay>()
{
    static const Described<HospitalStay> type
        = Described<HospitalStay>(
            {.table = "hospital_stay",
                .title = QT_TRANSLATE_NOOP("record", "Hospital stay"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Hospital stays"),
                .category = Category::Health,
                .sharedAs = SharedAs::Listed,
                .access = {.add = Act::Record},
                .place = Place::Health,
                .newOne = QT_TRANSLATE_NOOP("record", "New hospital stay"),
                .belongs = QT_TRANSLATE_NOOP("record", "Nights in hospital, and whether the substitute dose was given there."),
                .listRank = 6,
                .orderBy = "admitted_on",
                .newestFirst = true,
                .happens = "admitted_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "In hospital: {hospital}"); },
                .ends = "discharged_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Out of hospital: {hospital}"); },
                .handedOver = alwaysTold,
                .together = [](const Row &row, QDate) { return healthDaysInOrder(row, u"admitted_on"_s, {u"discharged_on"_s}); }})
              .field(&HospitalStay::personId, residentField())
              .field(&HospitalStay::admittedOn,
                  {.column = "admitted_on",
                      .label = QT_TRANSLATE_NOOP("record", "Admitted on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HospitalStay::dischargedOn,
                  {
                      .column = "discharged_on",
                      .label = QT_TRANSLATE_NOOP("record", "Discharged on"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty while they are there."),
                      .listed = true,
                      .days = kHappened,
                  })
              .field(&HospitalStay::hospital,
                  {.column = "hospital",
                      .label = QT_TRANSLATE_NOOP("record", "Which hospital"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(
                  &HospitalStay::why, {.column = "why", .label = QT_TRANSLATE_NOOP("record", "What for"), .searched = true, .listed = true})
              .field(&HospitalStay::planned,
                  {.column = "planned", .label = QT_TRANSLATE_NOOP("record", "Planned"), .list = "hospital_planned"})
              .field(&HospitalStay::doseGiven,
                  {.column = "dose_given",
                      .label = QT_TRANSLATE_NOOP("record", "Was the substitute dose given there?"),
                      .heading = QT_TRANSLATE_NOOP("record", "Coming back"),
                      .listed = true,
                      .category = Category::Treatment,
                      .saidAfterwards = true}) // by whoever was there when they came back, also at night
              .field(&HospitalStay::dischargeInformation,
                  {.column = "discharge_information",
                      .label = QT_TRANSLATE_NOOP("record", "Discharge information"),
                      .list = "discharge_information"})
              .field(&HospitalStay::note, noteField(4000));
    return type;
}

} // namespace keywork
