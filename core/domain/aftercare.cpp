// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/aftercare.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *aftercareMade(const Row &) { return QT_TRANSLATE_NOOP("record", "Aftercare plan made"); }

} // namespace

template <> const Described<AftercarePlan> &recordType<AftercarePlan>()
{
    static const Described<AftercarePlan> type = Described<AftercarePlan>(
        {.table = "aftercare_plan",
            .title = QT_TRANSLATE_NOOP("record", "Aftercare plan"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Aftercare plans"),
            .category = Category::Treatment,
            .sharedAs = SharedAs::Listed,
            .latestLeaves = true,
            .place = Place::Treatment,
            .newOne = QT_TRANSLATE_NOOP("record", "New aftercare plan"),
            .belongs
            = QT_TRANSLATE_NOOP("record", "What they want to do during and after treatment, in their own words. The latest counts."),
            .listRank = 4,
            .orderBy = "made_on",
            .newestFirst = true,
            .happens = "made_on",
            .happened = aftercareMade,
            .called = QT_TRANSLATE_NOOP("record", "Aftercare plan of {made_on}")})
                                                     .field(&AftercarePlan::personId, residentField())
                                                     .field(&AftercarePlan::madeOn,
                                                         {.column = "made_on",
                                                             .label = QT_TRANSLATE_NOOP("record", "Made on"),
                                                             .required = true,
                                                             .listed = true,
                                                             .days = kHappened})
                                                     .field(&AftercarePlan::hope,
                                                         {.column = "hope",
                                                             .label = QT_TRANSLATE_NOOP("record", "What I want it to be like"),
                                                             .help = QT_TRANSLATE_NOOP("record", "In their own words."),
                                                             .searched = true,
                                                             .listed = true,
                                                             .multiline = true,
                                                             .maxLength = 2000})
                                                     .field(&AftercarePlan::whenHard,
                                                         {.column = "when_hard",
                                                             .label = QT_TRANSLATE_NOOP("record", "What helps me when it gets hard"),
                                                             .searched = true,
                                                             .listed = true,
                                                             .multiline = true,
                                                             .maxLength = 2000})
                                                     .field(&AftercarePlan::lookAtOn,
                                                         {.column = "look_at_on",
                                                             .label = QT_TRANSLATE_NOOP("record", "Look at it again on"),
                                                             .listed = true,
                                                             .days = kEitherWay});
    return type;
}

template <> const Described<AftercareStep> &recordType<AftercareStep>()
{
    static const Described<AftercareStep> type
        = Described<AftercareStep>({.table = "aftercare_step",
                                       .title = QT_TRANSLATE_NOOP("record", "Thing of the aftercare plan"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "What I want to do"),
                                       .category = Category::Treatment,
                                       .sharedAs = SharedAs::Listed,
                                       .within = "kind",
                                       .childOf = "plan_id"})
              .field(&AftercareStep::planId,
                  {.column = "plan_id",
                      .label = QT_TRANSLATE_NOOP("record", "Aftercare plan"),
                      .refers = "aftercare_plan",
                      .required = true,
                      .kept = true})
              .field(&AftercareStep::personId, residentField())
              .field(&AftercareStep::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Which part"), .required = true, .listed = true})
              .field(&AftercareStep::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What, in their words"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&AftercareStep::whoHelps,
                  {.column = "who_helps", .label = QT_TRANSLATE_NOOP("record", "Who helps with it"), .searched = true, .listed = true})
              .field(&AftercareStep::fromOn,
                  {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "From when"), .listed = true, .days = kEitherWay});
    return type;
}

} // namespace keywork
