// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/roll_call.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations endsAfterBeginning(const Row &row, QDate)
{
    const QString ended = row.text(u"ended_at"_s);
    return !ended.isEmpty() && ended < row.text(u"began_at"_s) ? Violations{{u"ended_at"_s, Rule::EndsBeforeStart, {}}} : Violations();
}

Field onRoll(const char *column, const char *label, const char *refers)
{
    return {.column = column, .label = label, .refers = refers, .listed = true, .kept = true, .anyOnFile = true};
}

} // namespace

template <> const Described<RollCall> &recordType<RollCall>()
{
    Field note = noteField(2000);
    note.saidAfterwards = true;
    note.label = QT_TRANSLATE_NOOP("record", "What went well, what is to change");
    static const Described<RollCall> type = Described<RollCall>(
        {.table = "roll_call",
            .title = QT_TRANSLATE_NOOP("record", "Roll call"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Roll calls and drills"),
            .access = {.add = Act::Record},
            .place = Place::Desk,
            .newOne = QT_TRANSLATE_NOOP("record", "Write a roll call down afterwards"),
            .belongs = QT_TRANSLATE_NOOP("record", "Drills and alarms: when, where people came together, and who was accounted for."),
            .listRank = 6,
            .orderBy = "began_at",
            .newestFirst = true,
            .called = "{began_at}",
            .together = endsAfterBeginning})
                                                .field(&RollCall::beganAt,
                                                    {.column = "began_at",
                                                        .label = QT_TRANSLATE_NOOP("record", "Began at"),
                                                        .required = true,
                                                        .listed = true,
                                                        .days = kHappened})
                                                .field(&RollCall::kind,
                                                    {.column = "kind",
                                                        .label = QT_TRANSLATE_NOOP("record", "Drill or real"),
                                                        .required = true,
                                                        .beginsAs = "not_said",
                                                        .listed = true,
                                                        .saidAfterwards = true})
                                                .field(&RollCall::assembled,
                                                    {.column = "assembled",
                                                        .label = QT_TRANSLATE_NOOP("record", "Where people came together"),
                                                        .listed = true,
                                                        .saidAfterwards = true,
                                                        .maxLength = 200})
                                                .field(&RollCall::endedAt,
                                                    {.column = "ended_at",
                                                        .label = QT_TRANSLATE_NOOP("record", "Ended at"),
                                                        .listed = true,
                                                        .saidAfterwards = true,
                                                        .days = kHappened})
                                                .field(&RollCall::note, note);
    return type;
}

template <> const Described<RollCallLine> &recordType<RollCallLine>()
{
    static const Described<RollCallLine> type
        = Described<RollCallLine>({.table = "roll_call_line",
                                      .title = QT_TRANSLATE_NOOP("record", "Person on a roll call"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "People on the roll call"),
                                      .access = {.add = Act::Record},
                                      .childOf = "roll_call_id",
                                      .partSavedAlone = true})
              .field(&RollCallLine::rollCallId,
                  {.column = "roll_call_id",
                      .label = QT_TRANSLATE_NOOP("record", "Roll call"),
                      .refers = "roll_call",
                      .required = true,
                      .kept = true})
              .field(&RollCallLine::personId, onRoll("person_id", QT_TRANSLATE_NOOP("record", "Resident"), "person"))
              .field(&RollCallLine::staffId, onRoll("staff_id", QT_TRANSLATE_NOOP("record", "Staff"), "staff"))
              .field(&RollCallLine::visitorId, onRoll("visitor_id", QT_TRANSLATE_NOOP("record", "Visitor"), "visitor"))
              .field(&RollCallLine::contractorId, onRoll("contractor_id", QT_TRANSLATE_NOOP("record", "Contractor"), "contractor"))
              .field(&RollCallLine::whereabouts,
                  {.column = "whereabouts", .label = QT_TRANSLATE_NOOP("record", "In or out"), .required = true, .listed = true})
              .field(&RollCallLine::needsHelp,
                  {.column = "needs_help",
                      .label = QT_TRANSLATE_NOOP("record", "Has a plan for getting out"),
                      .listed = true,
                      .kept = true})
              .field(&RollCallLine::tickedAt,
                  {.column = "ticked_at",
                      .label = QT_TRANSLATE_NOOP("record", "Accounted for at"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&RollCallLine::tickedById,
                  {.column = "ticked_by_id",
                      .label = QT_TRANSLATE_NOOP("record", "By"),
                      .refers = "staff",
                      .listed = true,
                      .anyOnFile = true,
                      .saidAfterwards = true});
    return type;
}

} // namespace keywork
