// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/storage/number_series.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What keeps a goal or step the same through the versions; counted like the numbers people say, never reused.
Result<QString> newThread(const Records &records) { return nextNumber(records.database(), u"T"_s); }

StepCarrier carrierOf(const StepWho &who)
{
    return {who.actor, who.actor == StepActor::Other ? who.name : QString(), who.staffId, who.agencyId};
}

QList<StepCarrier> carriersOf(const QList<Kept<StepWho>> &rows)
{
    QList<StepCarrier> carriers;
    for (const Kept<StepWho> &row : rows)
        carriers.append(carrierOf(row.value));
    return carriers;
}

} // namespace

Result<Kept<CarePlanVersion>> CarePlans::firstDraft(Id<Person> person)
{
    std::optional<Kept<CarePlanVersion>> draft;
    Done done = m_records.together([&]() -> Done {
        auto plan = m_records.add(CarePlan{{}, person});
        if (!plan)
            return plan.error();
        CarePlanVersion first;
        first.planId = plan->id;
        first.personId = person;
        first.startedOn = m_records.today();
        auto added = m_records.add(first);
        if (!added)
            return added.error();
        draft = *added;
        return {};
    });
    if (!done)
        return done.error();
    return *draft;
}

Done CarePlans::writeWho(const Kept<Step> &step, const QList<StepCarrier> &who, QList<StepCarrier> onFile)
{
    for (qsizetype i = 0; i < who.size(); ++i) {
        const StepCarrier &one = who.at(i);
        if (onFile.removeOne(one))
            continue;
        const auto added = m_records.add(
            StepWho{step.id, step.value.versionId, step.value.personId, one.actor, one.described, one.staffId, one.agencyId});
        if (added)
            continue;
        Error error = added.error();
        for (Violation &violation : error.violations)
            violation.column = partColumn(i, violation.column);
        return error;
    }
    return {};
}

Done CarePlans::copyContent(const VersionView &from, Id<CarePlanVersion> to)
{
    for (const AreaView &part : from.areas) {
        if (part.answer) {
            CarePlanArea answer = part.answer->value;
            answer.versionId = to;
            if (auto added = m_records.add(answer); !added)
                return added.error();
        }
        for (const GoalView &goalView : part.goals) {
            // Achieved and set-aside goals stay in the version where they ended.
            if (goalView.progress
                && (goalView.progress->status == GoalStatus::Achieved || goalView.progress->status == GoalStatus::SetAside))
                continue;
            Goal goal = goalView.goal.value;
            goal.versionId = to;
            // A declined version is the staff's working plan: nothing in it counts as agreed.
            if (from.signOff && from.signOff->value.kind == SignOffKind::Declined)
                goal.agreement = GoalAgreement::NotAgreed;
            auto keptGoal = m_records.add(goal);
            if (!keptGoal)
                return keptGoal.error();
            for (const StepView &stepView : goalView.steps) {
                Step step = stepView.step.value;
                step.versionId = to;
                step.goalId = keptGoal->id;
                auto keptStep = m_records.add(step);
                if (!keptStep)
                    return keptStep.error();
                if (Done done = writeWho(*keptStep, carriersOf(stepView.who)); !done)
                    return done;
            }
        }
    }
    return {};
}

Result<Kept<CarePlanVersion>> CarePlans::nextDraft(const Kept<CarePlanVersion> &issued)
{
    if (issued.value.versionNumber == std::numeric_limits<qint64>::max()) // no program counted so far
        return Error{ErrorKind::Damaged, u"care_plan_version"_s, {}};
    const auto before = versionView(issued);
    if (!before)
        return before.error();
    std::optional<Kept<CarePlanVersion>> draft;
    Done done = m_records.together([&]() -> Done {
        CarePlanVersion next = issued.value;
        next.versionNumber += 1;
        next.state = VersionState::Draft;
        next.startedOn = m_records.today();
        next.reviewOn = {};
        next.issuedAt = {};
        next.snapshot.clear();
        next.fingerprint.clear();
        auto added = m_records.add(next);
        if (!added)
            return added.error();
        draft = *added;
        return m_records.withoutAsking([&] { return copyContent(*before, added->id); });
    });
    if (!done)
        return done.error();
    return *draft;
}

Result<Kept<CarePlanVersion>> CarePlans::draftFor(Id<Person> person)
{
    auto version = latest(person);
    if (!version)
        return version.error().kind == ErrorKind::NotFound ? firstDraft(person) : version;
    return version->value.state == VersionState::Draft ? version : nextDraft(*version);
}

Result<PlanView> CarePlans::startDraft(Id<Person> person)
{
    if (auto draft = draftFor(person); !draft)
        return draft.error();
    auto view = planOf(person);
    if (!view)
        return view.error();
    return **view;
}

Done CarePlans::saveDetails(Id<Person> person, const CarePlanVersion &content)
{
    return m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        KeptRow row = untyped(*draft);
        const Row wanted = toRow(content);
        for (const Field &field : wanted.type->fields)
            if (!field.kept) // content; the rest is the version's own
                row.row.set(QString::fromLatin1(field.column), wanted.value(QString::fromLatin1(field.column)));
        auto amended = m_records.amend(row);
        return amended ? Done() : Done(amended.error());
    });
}

Done CarePlans::saveArea(Id<Person> person, const CarePlanArea &content)
{
    return m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        auto present = m_records.of<CarePlanArea>("version_id", draft->id);
        if (!present)
            return present.error();
        CarePlanArea answer = content;
        answer.versionId = draft->id;
        answer.personId = person;
        for (Kept<CarePlanArea> &known : *present) {
            if (known.value.area != content.area)
                continue;
            known.value = answer;
            auto amended = m_records.amend(known);
            return amended ? Done() : Done(amended.error());
        }
        auto added = m_records.add(answer);
        return added ? Done() : Done(added.error());
    });
}

Result<QString> CarePlans::saveGoal(Id<Person> person, const Goal &content)
{
    QString thread = content.thread;
    Done done = m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        Goal goal = content;
        goal.versionId = draft->id;
        goal.personId = person;
        if (goal.agreement == GoalAgreement::Agreed && !goal.agreedOn)
            goal.agreedOn = m_records.today();
        if (thread.isEmpty()) {
            const auto fresh = newThread(m_records);
            if (!fresh)
                return fresh.error();
            thread = goal.thread = *fresh;
            auto added = m_records.add(goal);
            return added ? Done() : Done(added.error());
        }
        auto present = goalIn(draft->id, thread);
        if (!present)
            return present.error();
        present->value = goal;
        auto amended = m_records.amend(*present);
        return amended ? Done() : Done(amended.error());
    });
    if (!done)
        return done.error();
    return thread;
}

Done CarePlans::removeGoal(Id<Person> person, const QString &thread)
{
    return m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        auto goal = goalIn(draft->id, thread);
        if (!goal)
            return goal.error();
        return m_records.withdraw(
            recordType<Goal>(), goal->id.value, goal->version, u"removed from the draft"_s, Records::ReasonOf::TheProgram);
    });
}

Result<QString> CarePlans::saveStep(Id<Person> person, const QString &goalThread, const Step &content, const QList<StepCarrier> &who)
{
    if (who.isEmpty())
        return invalid({{u"who"_s, Rule::Required, {}}});
    QString thread = content.thread;
    Done done = m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        auto goal = goalIn(draft->id, goalThread);
        if (!goal)
            return goal.error();
        auto steps = m_records.of<Step>("goal_id", goal->id);
        if (!steps)
            return steps.error();
        Step step = content;
        step.goalId = goal->id;
        step.versionId = draft->id;
        step.personId = person;
        if (thread.isEmpty()) {
            const auto fresh = newThread(m_records);
            if (!fresh)
                return fresh.error();
            thread = step.thread = *fresh;
            step.position = steps->isEmpty() ? 0 : steps->last().value.position + 1;
            auto added = m_records.add(step);
            return added ? writeWho(*added, who) : Done(added.error());
        }
        const auto present
            = std::find_if(steps->begin(), steps->end(), [&](const Kept<Step> &known) { return known.value.thread == thread; });
        if (present == steps->end())
            return Error{ErrorKind::NotFound, u"step"_s, {}};
        step.position = present->value.position;
        present->value = step;
        auto amended = m_records.amend(*present);
        if (!amended)
            return amended.error();
        auto before = m_records.of<StepWho>("step_id", present->id);
        if (!before)
            return before.error();
        // Who stays, stays the same row: a colleague who has the step open tells by it what was done meanwhile.
        QList<StepCarrier> asked = who;
        QList<StepCarrier> stay;
        for (const Kept<StepWho> &row : *before)
            if (asked.removeOne(carrierOf(row.value)))
                stay.append(carrierOf(row.value));
        if (stay + asked != who) // their order is said on paper: in another one they are written anew
            stay.clear();
        QList<StepCarrier> staying = stay;
        for (const Kept<StepWho> &row : *before) {
            if (staying.removeOne(carrierOf(row.value)))
                continue;
            if (Done gone
                = m_records.withdraw(recordType<StepWho>(), row.id.value, row.version, u"replaced"_s, Records::ReasonOf::TheProgram);
                !gone)
                return gone;
        }
        return writeWho(*amended, who, stay);
    });
    if (!done)
        return done.error();
    return thread;
}

Done CarePlans::removeStep(Id<Person> person, const QString &thread)
{
    return m_records.together([&]() -> Done {
        auto draft = draftFor(person);
        if (!draft)
            return draft.error();
        auto steps = m_records.of<Step>("version_id", draft->id);
        if (!steps)
            return steps.error();
        for (const Kept<Step> &step : *steps)
            if (step.value.thread == thread)
                return m_records.withdraw(
                    recordType<Step>(), step.id.value, step.version, u"removed from the draft"_s, Records::ReasonOf::TheProgram);
        return Error{ErrorKind::NotFound, u"step"_s, {}};
    });
}

} // namespace keywork
