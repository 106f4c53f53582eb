// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/rules/move_on.h"
#include "core/services/care/move_on.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"
#include "core/storage/watching_move_on.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMovingDayAheadDays = 7; // house rule: a prescription is transferred in a week

Result<QList<WatchItem>> moveOnPromptDue(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    const int months = int(houses->isEmpty() ? House().moveOnMonths : houses->first().value.moveOnMonths);
    const auto states = readMoveOnStates(facts.database(), facts.today(), months);
    if (!states)
        return states.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto arrived = line.stay ? line.stay->value.arrivedOn : std::nullopt;
        if (!arrived || states->value(line.person.id.value) != MoveOnState::Prompt)
            return {};
        WatchItem item{.day = moveOnPromptFrom(*arrived, months)};
        item.places.insert(u"months"_s, QString::number(months));
        return item;
    });
}

/// The steps of these plans, by plan.
Result<QHash<qint64, QList<MoveStep>>> stepsOfPlans(const WatchFacts &facts, const QList<KeptRow> &plans)
{
    QList<qint64> people;
    for (const KeptRow &plan : plans)
        people.append(plan.row.value(u"person_id"_s).toLongLong());
    const auto rows = rowsOfPeople(facts.database(), recordType<MoveStep>(), people);
    if (!rows)
        return rows.error();
    QHash<qint64, QList<MoveStep>> steps;
    for (const KeptRow &row : *rows) {
        const auto step = asKind<MoveStep>(row);
        if (!step)
            return step.error();
        steps[step->value.planId.value].append(step->value);
    }
    return steps;
}

Result<QList<WatchItem>> movingDayOpenDue(const WatchFacts &facts)
{
    const auto plans = movesUntil(facts.database(), facts.today(), facts.today().addDays(kMovingDayAheadDays));
    const auto steps = plans ? stepsOfPlans(facts, *plans) : Result<QHash<qint64, QList<MoveStep>>>(plans.error());
    if (!steps)
        return steps.error();
    const auto &treatment = facts.treatment();
    if (!treatment)
        return treatment.error();
    return facts.ofRecords<MoveOnPlan>(plans, [&](const Kept<MoveOnPlan> &plan, WatchItem &item) {
        const auto treated = treatment->constFind(plan.value.personId.value);
        const auto *course = treated == treatment->cend() ? nullptr : treated->substitute();
        const bool hasScript = course && coverOn(course->input, facts.today()).state != CoverState::None;
        const QList<MoveGap> gaps = moveGaps(steps->value(plan.id.value), {.prescription = hasScript});
        if (gaps.isEmpty())
            return false;
        item.day = *plan.value.movesOn;
        item.places.insert(u"count"_s, QString::number(gaps.size()));
        item.labels.insert(u"what"_s, labelOf(gaps.first().task));
        return true;
    });
}

} // namespace

/// By the house's own month (product.md, A16); whoever has a plan is asked no more.
extern const WatchRule moveOnPrompt{
    .code = "move_on_prompt",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Move-on"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Here for {months} months since {day}: time to talk about moving on."),
    .opensTab = "move-on",
    .due = moveOnPromptDue,
};

/// What nobody sees to, and steps that are not done, from a week before until they left.
extern const WatchRule movingDayOpen{
    .code = "moving_day_open",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Moving day"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Moving day {day}. Still open: {count}, first: {what}."),
    .opensTab = "move-on",
    .due = movingDayOpenDue,
};

} // namespace keywork
