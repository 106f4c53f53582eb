// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leaving_safety.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field safetyText(const char *column, const char *label, const char *help)
{
    return {.column = column, .label = label, .help = help, .required = true, .searched = true, .multiline = true, .maxLength = 2000};
}

Described<LeavingSafetyPlan> whereNext(Described<LeavingSafetyPlan> &&type)
{
    return std::move(type)
        .field(&LeavingSafetyPlan::personId, residentField())
        .field(&LeavingSafetyPlan::madeOn,
            {.column = "made_on", .label = QT_TRANSLATE_NOOP("record", "Written on"), .required = true, .listed = true, .days = kHappened})
        .field(&LeavingSafetyPlan::madeWith,
            {.column = "made_with",
                .label = QT_TRANSLATE_NOOP("record", "Written with them"),
                .list = "yes_no",
                .required = true,
                .listed = true})
        .field(&LeavingSafetyPlan::housing,
            {.column = "housing",
                .label = QT_TRANSLATE_NOOP("record", "Where to"),
                .heading = QT_TRANSLATE_NOOP("record", "Where to next"),
                .required = true,
                .listed = true})
        .field(&LeavingSafetyPlan::whereTo,
            {.column = "where_to",
                .label = QT_TRANSLATE_NOOP("record", "Where, and with whom it was agreed"),
                .shownWhen = {"housing", "agreed"},
                .required = true,
                .searched = true,
                .listed = true})
        .field(&LeavingSafetyPlan::untilThen,
            safetyText("until_then", QT_TRANSLATE_NOOP("record", "If nothing is found by the day"),
                QT_TRANSLATE_NOOP("record", "Where they can sleep that night, and who was asked: the council, outreach, friends.")))
        .field(&LeavingSafetyPlan::support,
            safetyText("support", QT_TRANSLATE_NOOP("record", "Who supports them over the move"),
                QT_TRANSLATE_NOOP("record", "Who knows of it, who goes along, who rings them in the first week.")));
}

} // namespace

std::optional<Kept<LeavingSafetyPlan>> latestLeavingPlan(const QList<Kept<LeavingSafetyPlan>> &all, QDate until)
{
    std::optional<Kept<LeavingSafetyPlan>> latest;
    for (const Kept<LeavingSafetyPlan> &one : all) {
        const bool isLater = !latest || std::pair(one.value.madeOn, one.id.value) > std::pair(latest->value.madeOn, latest->id.value);
        if (!one.withdrawn && (!until.isValid() || one.value.madeOn <= until) && isLater)
            latest = one;
    }
    return latest;
}

template <> const Described<LeavingSafetyPlan> &recordType<LeavingSafetyPlan>()
{
    static const Described<LeavingSafetyPlan> type
        = whereNext(Described<LeavingSafetyPlan>({.table = "leaving_safety_plan",
                        .title = QT_TRANSLATE_NOOP("record", "Safety plan for a move"),
                        .titleMany = QT_TRANSLATE_NOOP("record", "Safety plans for a move"),
                        .titleShort = QT_TRANSLATE_NOOP("record", "Safe move"),
                        .category = Category::Risk,
                        .place = Place::Notice,
                        .newOne = QT_TRANSLATE_NOOP("record", "New safety plan for a move"),
                        .belongs = QT_TRANSLATE_NOOP("record",
                            "Before any notice: where to, who stays with them, medicine over the move, naloxone, what raises the risk."),
                        .listRank = 3,
                        .orderBy = "made_on",
                        .newestFirst = true,
                        .happens = "made_on",
                        .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Safety plan for a move: {housing}"); },
                        .few = true,
                        .called = "{made_on}"}))
              .field(&LeavingSafetyPlan::medicine,
                  {.column = "medicine",
                      .label = QT_TRANSLATE_NOOP("record", "Medicine and prescription over the move"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "Who prescribes, at which pharmacy, covered until which day, who was told of the move; or: none."),
                      .heading = QT_TRANSLATE_NOOP("record", "Staying safe"),
                      .required = true,
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&LeavingSafetyPlan::naloxone,
                  {.column = "naloxone", .label = QT_TRANSLATE_NOOP("record", "Naloxone"), .required = true, .listed = true})
              .field(&LeavingSafetyPlan::raises,
                  safetyText("raises_risk", QT_TRANSLATE_NOOP("record", "What raises the risk of an overdose now"),
                      QT_TRANSLATE_NOOP("record", "Being alone, lower tolerance, a gap in medicine, stress; and what is done about each.")))
              .field(&LeavingSafetyPlan::ownWords,
                  {.column = "own_words",
                      .label = QT_TRANSLATE_NOOP("record", "In their own words"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&LeavingSafetyPlan::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "Look at it again on"),
                      .required = true,
                      .listed = true,
                      .days = kToCome});
    return type;
}

} // namespace keywork
