// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations zoneIsKnown(const Row &row, QDate)
{
    if (QTimeZone::isTimeZoneIdAvailable(row.text(u"time_zone"_s).toLatin1()))
        return {};
    return {{u"time_zone"_s, Rule::UnknownChoice, {}}};
}

} // namespace

template <> const Described<House> &recordType<House>()
{
    static const Described<House> type
        = Described<House>({.table = "house",
                               .title = QT_TRANSLATE_NOOP("record", "House"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "House"),
                               .access = kManagersChange,
                               .together = zoneIsKnown})
              .field(&House::name, {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name of the hostel"), .required = true})
              .field(&House::address,
                  {.column = "address", .label = QT_TRANSLATE_NOOP("record", "Address"), .multiline = true, .maxLength = 500})
              .field(&House::telephone, {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone")})
              .field(&House::doors,
                  {.column = "doors",
                      .label = QT_TRANSLATE_NOOP("record", "Doors"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "How an ambulance crew gets in, one door a line. Shown without sign-in in an emergency: leave codes out."),
                      .multiline = true,
                      .maxLength = 1000})
              .field(&House::nightEntry,
                  {.column = "night_entry",
                      .label = QT_TRANSLATE_NOOP("record", "Entry at night"),
                      .help = QT_TRANSLATE_NOOP("record", "Shown without sign-in in an emergency: which door, which bell, who opens."),
                      .multiline = true,
                      .maxLength = 500})
              .field(&House::defibrillatorPlace,
                  {.column = "defibrillator_place",
                      .label = QT_TRANSLATE_NOOP("record", "Where the defibrillator is"),
                      .help = QT_TRANSLATE_NOOP("record", "Shown without sign-in in an emergency.")})
              .field(&House::defibrillatorCode,
                  {.column = "defibrillator_code",
                      .label = QT_TRANSLATE_NOOP("record", "Code of its cabinet"),
                      .help = QT_TRANSLATE_NOOP("record", "Shown without sign-in in an emergency. Empty: it has none."),
                      .maxLength = 40})
              .field(&House::wordsCheckedBy,
                  {.column = "words_checked_by",
                      .label = QT_TRANSLATE_NOOP("record", "Who checked the words of Overdose — act now"),
                      .help = QT_TRANSLATE_NOOP("record", "A clinician of the local drug service, once a year. Empty: not yet checked."),
                      .maxLength = 120})
              .field(&House::wordsCheckedOn,
                  {.column = "words_checked_on",
                      .label = QT_TRANSLATE_NOOP("record", "When they were checked"),
                      .shownWhen = {"words_checked_by"},
                      .required = true,
                      .days = kHappened})
              .field(&House::naloxonePlace,
                  {.column = "naloxone_place",
                      .label = QT_TRANSLATE_NOOP("record", "Where naloxone is kept"),
                      .help = QT_TRANSLATE_NOOP("record", "Printed on the emergency sheet and on care plans, as: reception, red bag.")})
              .field(&House::timeZone, {.column = "time_zone", .label = QT_TRANSLATE_NOOP("record", "Time zone"), .required = true})
              .field(&House::onCall, {.column = "on_call", .label = QT_TRANSLATE_NOOP("record", "On-call manager, name and number")})
              .field(
                  &House::drugServiceLine, {.column = "drug_service_line", .label = QT_TRANSLATE_NOOP("record", "Drug service duty line")})
              .field(&House::doorLine,
                  {.column = "door_line",
                      .label = QT_TRANSLATE_NOOP("record", "Door or reception, telephone"),
                      .help = QT_TRANSLATE_NOOP("record", "It stands on every screen beside who is on call."),
                      .maxLength = 60})
              .field(&House::complaints,
                  {.column = "complaints",
                      .label = QT_TRANSLATE_NOOP("record", "Who to tell when unhappy with a plan"),
                      .multiline = true,
                      .maxLength = 500})
              .field(&House::reviewWeeks,
                  {.column = "review_weeks",
                      .label = QT_TRANSLATE_NOOP("record", "Weeks until a care plan is reviewed"),
                      .smallest = 1,
                      .largest = 52})
              .field(&House::agreementMonths,
                  {.column = "agreement_months",
                      .label = QT_TRANSLATE_NOOP("record", "Months an agreement to share is offered for"),
                      .smallest = 1,
                      .largest = 24})
              .field(&House::referralDays,
                  {.column = "referral_days",
                      .label = QT_TRANSLATE_NOOP("record", "Working days until a referral without a next step is asked about"),
                      .smallest = 1,
                      .largest = 20})
              .field(&House::nation,
                  {.column = "nation",
                      .label = QT_TRANSLATE_NOOP("record", "Bank holidays of"),
                      .help = QT_TRANSLATE_NOOP("record", "Known until 2036. From 2028 on they are worked out, and may still be moved."),
                      .required = true})
              .field(&House::gapDays,
                  {.column = "gap_days",
                      .label = QT_TRANSLATE_NOOP("record", "Working days before a gap in medicine that Today speaks of it"),
                      .smallest = 1,
                      .largest = 10})
              .field(&House::gapDaysAcross,
                  {.column = "gap_days_across",
                      .label = QT_TRANSLATE_NOOP("record", "The same when a closed day, an arrival, a discharge or a release lies between"),
                      .smallest = 1,
                      .largest = 15})
              .field(&House::moveOnMonths,
                  {.column = "move_on_months",
                      .label = QT_TRANSLATE_NOOP("record", "Months from arrival until moving on is talked about"),
                      .help
                      = QT_TRANSLATE_NOOP("record", "Your house's own rule. Today says so from that day, until a move-on plan is begun."),
                      .smallest = 1,
                      .largest = 120})
              .field(&House::stayMonths,
                  {.column = "stay_months",
                      .label = QT_TRANSLATE_NOOP("record", "Months that a stay is meant to last at most"),
                      .help = QT_TRANSLATE_NOOP("record", "Your house's own rule. Nothing ends by it."),
                      .smallest = 1,
                      .largest = 240})
              .field(&House::keyworkDays,
                  {.column = "keywork_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days without keywork until Today says so"),
                      .help = QT_TRANSLATE_NOOP("record", "Days in hospital, in custody or away are not counted."),
                      .smallest = 1,
                      .largest = 90})
              .field(&House::voidDays,
                  {.column = "void_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days that a room stands empty until Today says so"),
                      .smallest = 1,
                      .largest = 365})
              .field(&House::notSeenHours,
                  {.column = "not_seen_hours",
                      .label = QT_TRANSLATE_NOOP("record", "Hours without being seen until Today asks after somebody"),
                      .help = QT_TRANSLATE_NOOP("record", "A figure of this house. Time in hospital, in custody or away is not counted."),
                      .smallest = 1,
                      .largest = 72})
              .field(&House::missingPoliceHours,
                  {.column = "missing_police_hours",
                      .label = QT_TRANSLATE_NOOP("record", "Hours that somebody is missing until Today asks whether the police know"),
                      .help = QT_TRANSLATE_NOOP("record", "A figure of this house. Whoever is in danger now is reported at once."),
                      .smallest = 1,
                      .largest = 48})
              .field(&House::incidentReviewDays,
                  {.column = "incident_review_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days that an incident waits for review until Today says so"),
                      .smallest = 1,
                      .largest = 44})
              .field(&House::presenceHours,
                  {.column = "presence_hours",
                      .label = QT_TRANSLATE_NOOP("record", "Hours after which it is not known whether somebody is in"),
                      .help = QT_TRANSLATE_NOOP("record", "Counted from the last word of the desk. In a fire they are looked for."),
                      .smallest = 1,
                      .largest = 168})
              .field(&House::visitorLimit,
                  {.column = "visitor_limit",
                      .label = QT_TRANSLATE_NOOP("record", "Visitors that a resident may have at a time"),
                      .help = QT_TRANSLATE_NOOP("record", "One more is asked about, not forbidden."),
                      .smallest = 1,
                      .largest = 20})
              .field(&House::visitorsOutBy,
                  {.column = "visitors_out_by",
                      .label = QT_TRANSLATE_NOOP("record", "Visitors and contractors are out by"),
                      .help = QT_TRANSLATE_NOOP("record", "From then until six in the morning Today names whoever is still in.")})
              .field(&House::deliveryDays,
                  {.column = "delivery_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days that a delivery lies at the desk until Today says so"),
                      .smallest = 1,
                      .largest = 60})
              .field(&House::posterDays,
                  {.column = "poster_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days that a poster hangs unchecked until Today says so"),
                      .smallest = 7,
                      .largest = 366})
              .field(&House::noticeDays,
                  {.column = "notice_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days of a notice where the law names none"),
                      .help = QT_TRANSLATE_NOOP("record", "Of an excluded licence: at least so many days stay theirs. No legal advice."),
                      .smallest = 7,
                      .largest = 365})
              .field(&House::appealDays,
                  {.column = "appeal_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days to appeal against a warning or notice"),
                      .smallest = 5,
                      .largest = 90})
              .field(&House::noticeAheadDays,
                  {.column = "notice_ahead_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days before a notice ends until Today says so"),
                      .smallest = 1,
                      .largest = 60})
              .field(&House::rentWeekday,
                  {.column = "rent_weekday",
                      .label = QT_TRANSLATE_NOOP("record", "A week of the service charge begins on"),
                      .required = true})
              .field(&House::lockMinutes,
                  {.column = "lock_minutes",
                      .label = QT_TRANSLATE_NOOP("record", "Minutes until the file locks itself"),
                      .help = QT_TRANSLATE_NOOP("record", "Without a key or a click, 1 to 15. What was typed is kept."),
                      .heading = QT_TRANSLATE_NOOP("record", "Locking and privacy"),
                      .smallest = 1,
                      .largest = 15})
              .field(&House::hideSeconds,
                  {.column = "hide_seconds",
                      .label = QT_TRANSLATE_NOOP("record", "Seconds until names are covered"),
                      .help = QT_TRANSLATE_NOOP("record", "Without a key or a click. 0: only with F11."),
                      .smallest = 0,
                      .largest = 900})
              .field(&House::hideRecordSeconds,
                  {.column = "hide_record_seconds",
                      .label = QT_TRANSLATE_NOOP("record", "Seconds until names are covered while a resident's record is open"),
                      .help = QT_TRANSLATE_NOOP("record", "Longer: it is talked about in front of the screen. 0: only with F11."),
                      .smallest = 0,
                      .largest = 900})
              .field(&House::backupFolder,
                  {.column = "backup_folder",
                      .label = QT_TRANSLATE_NOOP("record", "Second place for backups"),
                      .kept = true,
                      .maxLength = 1000})
              .field(&House::backupHours,
                  {.column = "backup_hours",
                      .label = QT_TRANSLATE_NOOP("record", "Hours between backups while in use"),
                      .smallest = 1,
                      .largest = 24});
    return type;
}

} // namespace keywork
