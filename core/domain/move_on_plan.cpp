// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/domain/move_on.h"
#include "core/domain/relay_step.h"
#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The moving day no earlier than the plan.
Violations movesAfterItBegan(const Row &row, QDate)
{
    const QString moves = row.text(u"moves_on"_s);
    if (moves.isEmpty() || moves >= row.text(u"begun_on"_s))
        return {};
    return {{u"moves_on"_s, Rule::EndsBeforeStart, {}}};
}

Field noteOfThePlan()
{
    Field note = noteField(2000);
    note.category = Category::CarePlan;
    return note;
}

/// A view on an area of the care plan is of the category that the area tells of.
std::optional<Category> readinessCategory(const Row &row)
{
    const QString code = row.text(u"area"_s);
    if (code == QLatin1String(codeOf(ReadinessArea::DepositMoney)))
        return Category::Money;
    const auto area = fromCode<Area>(code);
    if (!area)
        return {};
    const FixedOption &option = optionOf(*area);
    const bool tells = option.tells == Tells::Always || speaksOfCourt(row.text(u"words"_s) + u' ' + row.text(u"next_help"_s));
    return tells ? option.category : std::nullopt;
}

} // namespace

template <> const Described<MoveOnPlan> &recordType<MoveOnPlan>()
{
    static const Described<MoveOnPlan> type
        = Described<MoveOnPlan>(
            {.table = "move_on_plan",
                .title = QT_TRANSLATE_NOOP("record", "Move-on plan"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Move-on plans"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Move-on"),
                .category = Category::Housing,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New move-on plan"),
                .belongs = QT_TRANSLATE_NOOP("record", "Where they want to go next, by when, and the moving day step by step."),
                .listRank = 1,
                .orderBy = "begun_on",
                .newestFirst = true,
                .happens = "begun_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Move-on plan begun: {option}"); },
                .called = QT_TRANSLATE_NOOP("record", "Move-on plan of {begun_on}"),
                .together = movesAfterItBegan})
              .field(&MoveOnPlan::personId, residentField())
              .field(&MoveOnPlan::begunOn,
                  {.column = "begun_on",
                      .label = QT_TRANSLATE_NOOP("record", "Begun on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&MoveOnPlan::wants,
                  {.column = "wants",
                      .label = QT_TRANSLATE_NOOP("record", "What they want"),
                      .help = QT_TRANSLATE_NOOP("record", "In their own words."),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .category = Category::CarePlan,
                      .maxLength = 2000})
              .field(&MoveOnPlan::option,
                  {.column = "option", .label = QT_TRANSLATE_NOOP("record", "Where to"), .required = true, .listed = true})
              .field(&MoveOnPlan::targetOn,
                  {.column = "target_on", .label = QT_TRANSLATE_NOOP("record", "Hoped for by"), .listed = true, .days = kToCome})
              .field(&MoveOnPlan::movesOn,
                  {.column = "moves_on",
                      .label = QT_TRANSLATE_NOOP("record", "Moving day"),
                      .help = QT_TRANSLATE_NOOP("record", "Once it stands. What is still open of it is told from a week before."),
                      .heading = QT_TRANSLATE_NOOP("record", "The move"),
                      .listed = true,
                      .days = kEitherWay})
              .field(&MoveOnPlan::movesTo,
                  {.column = "moves_to",
                      .label = QT_TRANSLATE_NOOP("record", "New address"),
                      .help = QT_TRANSLATE_NOOP("record", "Only as far as they want us to keep it."),
                      .keptInHouse = true,
                      .category = Category::CarePlan, // not for whoever stands at the door
                      .maxLength = 300})
              .field(&MoveOnPlan::note, noteOfThePlan());
    return type;
}

template <> const Described<MoveStep> &recordType<MoveStep>()
{
    static const Described<MoveStep> type = withRelayFields(
        withRelayPosition(Described<MoveStep>({.table = "move_step",
                                                  .title = QT_TRANSLATE_NOOP("record", "Step of the moving day"),
                                                  .titleMany = QT_TRANSLATE_NOOP("record", "The moving day, step by step"),
                                                  .category = Category::Treatment, // it names the doctor and the pharmacy
                                                  .access = {.add = Act::Record},
                                                  .orderBy = "position",
                                                  .childOf = "plan_id"})
                              .field(&MoveStep::planId,
                                  {.column = "plan_id",
                                      .label = QT_TRANSLATE_NOOP("record", "Move-on plan"),
                                      .refers = "move_on_plan",
                                      .required = true,
                                      .kept = true})
                              .field(&MoveStep::personId, residentField()))
            .field(&MoveStep::task,
                {.column = "task", .label = QT_TRANSLATE_NOOP("record", "What it sees to"), .required = true, .listed = true}),
        QT_TRANSLATE_NOOP("record", "Pharmacy, keys, van, new home: one step each."));
    return type;
}

template <> const Described<ReadinessView> &recordType<ReadinessView>()
{
    static const Described<ReadinessView> type
        = Described<ReadinessView>(
            {.table = "readiness_view",
                .title = QT_TRANSLATE_NOOP("record", "Readiness to move on"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Readiness to move on"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Readiness"),
                .category = Category::CarePlan,
                .readAs = readinessCategory,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New view on readiness"),
                .belongs = QT_TRANSLATE_NOOP("record", "How ready they are, area by area: their own view beside the worker's."),
                .listRank = 2,
                .orderBy = "on_day",
                .newestFirst = true,
                .within = "area"})
              .field(&ReadinessView::personId, residentField())
              .field(&ReadinessView::onDay, onDayField())
              .field(
                  &ReadinessView::area, {.column = "area", .label = QT_TRANSLATE_NOOP("record", "Area"), .required = true, .listed = true})
              .field(&ReadinessView::theirs,
                  {.column = "theirs",
                      .label = QT_TRANSLATE_NOOP("record", "Their view"),
                      .help = QT_TRANSLATE_NOOP("record", "Asked first. Two views may differ; both stand."),
                      .required = true,
                      .listed = true})
              .field(
                  &ReadinessView::workers, {.column = "workers", .label = QT_TRANSLATE_NOOP("record", "The worker's view"), .listed = true})
              .field(&ReadinessView::words,
                  {.column = "words",
                      .label = QT_TRANSLATE_NOOP("record", "In their words"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&ReadinessView::next,
                  {.column = "next_help",
                      .label = QT_TRANSLATE_NOOP("record", "What would help"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
