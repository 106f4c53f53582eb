// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/arrival.h"

#include "core/domain/relay_step.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field stayField()
{
    return {.column = "stay_id", .label = QT_TRANSLATE_NOOP("record", "Stay"), .refers = "stay", .required = true, .kept = true};
}

} // namespace

template <> const Described<ArrivalStep> &recordType<ArrivalStep>()
{
    static const Described<ArrivalStep> type = withRelayFields(
        withRelayPosition(Described<ArrivalStep>({.table = "arrival_step",
                                                     .title = QT_TRANSLATE_NOOP("record", "Step of the way in"),
                                                     .titleMany = QT_TRANSLATE_NOOP("record", "The way in, step by step"),
                                                     .category = Category::Treatment, // it names the doctor and the pharmacy
                                                     .access = {.add = Act::Record},
                                                     .orderBy = "position",
                                                     .childOf = "stay_id"})
                              .field(&ArrivalStep::stayId, stayField())
                              .field(&ArrivalStep::personId, residentField())),
        QT_TRANSLATE_NOOP("record", "Ward, doctor, pharmacy, house: one step each."));
    return type;
}

template <> const Described<StayCondition> &recordType<StayCondition>()
{
    static const Described<StayCondition> type
        = Described<StayCondition>({.table = "stay_condition",
                                       .title = QT_TRANSLATE_NOOP("record", "Condition of the stay"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Conditions of the stay"),
                                       .category = Category::Risk,
                                       .childOf = "stay_id"})
              .field(&StayCondition::stayId, stayField())
              .field(&StayCondition::personId, residentField())
              .field(&StayCondition::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What was agreed"),
                      .required = true,
                      .listed = true,
                      .maxLength = 300})
              .field(&StayCondition::dueOn,
                  {.column = "due_on", .label = QT_TRANSLATE_NOOP("record", "By when"), .listed = true, .days = kEitherWay})
              .field(&StayCondition::graceDays,
                  {.column = "grace_days",
                      .label = QT_TRANSLATE_NOOP("record", "Days of grace after that"),
                      .help = QT_TRANSLATE_NOOP("record", "Not met by then, it is talked about with them. No notice follows by itself."),
                      .listed = true,
                      .smallest = 0,
                      .largest = 365})
              .field(&StayCondition::metOn,
                  {.column = "met_on", .label = QT_TRANSLATE_NOOP("record", "Met on"), .listed = true, .days = kHappened})
              .field(&StayCondition::reviewedOn,
                  {.column = "reviewed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Reviewed with them on"),
                      .listed = true,
                      .days = kHappened})
              .field(&StayCondition::reviewNote,
                  {.column = "review_note",
                      .label = QT_TRANSLATE_NOOP("record", "What came of the review"),
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<GpRefusal> &recordType<GpRefusal>()
{
    static const Described<GpRefusal> type
        = Described<GpRefusal>(
            {.table = "gp_refusal",
                .title = QT_TRANSLATE_NOOP("record", "GP refused"),
                .titleMany = QT_TRANSLATE_NOOP("record", "GP registrations refused"),
                .category = Category::Health,
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "A GP practice refused"),
                .belongs = QT_TRANSLATE_NOOP("record", "A practice that did not register them: when, why, and whether in writing."),
                .listRank = 8,
                .orderBy = "on_day",
                .newestFirst = true,
                .happens = "on_day",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Not registered by the GP practice {practice}"); }})
              .field(&GpRefusal::personId, residentField())
              .field(&GpRefusal::practice,
                  {.column = "practice",
                      .label = QT_TRANSLATE_NOOP("record", "Which practice"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&GpRefusal::onDay,
                  {.column = "on_day", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&GpRefusal::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "The reason they gave"),
                      .help = QT_TRANSLATE_NOOP("record", "In their words; “none” is one, too."),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&GpRefusal::inWriting,
                  {.column = "in_writing", .label = QT_TRANSLATE_NOOP("record", "In writing"), .list = "yes_no", .listed = true})
              .field(&GpRefusal::since,
                  {.column = "since_then",
                      .label = QT_TRANSLATE_NOOP("record", "What was done about it"),
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

} // namespace keywork
