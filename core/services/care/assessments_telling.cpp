// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an assessment tells, and what has changed since the one before.
#include "core/services/care/assessments.h"

#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QHash<Area, int>> Assessments::goalsOf(Id<Person> person) const
{
    const auto plan = m_plans.planOf(person);
    if (!plan)
        return plan.error();
    QHash<Area, int> goals;
    if (!*plan)
        return goals;
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals) {
            const GoalStatus status = goal.progress ? goal.progress->status : GoalStatus::NotStarted;
            goals[area.area] += status == GoalStatus::Achieved || status == GoalStatus::SetAside ? 0 : 1;
        }
    return goals;
}

Result<QList<NeedFound>> Assessments::tells(Id<Assessment> id) const
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    const auto goals = goalsOf(stored->assessment.value.personId);
    if (!goals)
        return goals.error();
    const Row answers = answersOf(*stored);
    QList<NeedFound> found;
    for (const AnswerTold &told : toldBy(*stored->asked, answers)) {
        const QString because = u"%1 %2"_s.arg(told.question->ask, stored->asked->words(answers, *told.question));
        const auto known = std::find_if(
            found.begin(), found.end(), [&](const NeedFound &one) { return one.need == told.tells->need && one.area == told.tells->area; });
        if (known != found.end()) {
            if (!known->because.contains(because))
                known->because.append(because);
            continue;
        }
        found.append({told.tells->need, told.tells->area, {because}, told.tells->area ? goals->value(*told.tells->area) : 0});
    }
    return found;
}

Result<std::optional<WhatChanged>> Assessments::whatChanged(Id<Assessment> id) const
{
    const auto now = onFile(id);
    if (!now)
        return now.error();
    const auto all = of(now->assessment.value.personId);
    if (!all)
        return all.error();
    for (const Kept<Assessment> &earlier : *all) { // the newest first
        const bool isBefore = earlier.value.begunAt < now->assessment.value.begunAt
            || (earlier.value.begunAt == now->assessment.value.begunAt && earlier.id.value < id.value);
        if (!isBefore || earlier.value.state != AssessmentState::Finished)
            continue;
        const auto then = onFile(earlier.id);
        if (!then)
            return then.error();
        const Form &form = now->asked->form();
        const bool isComparable = std::any_of(form.sections.cbegin(), form.sections.cend(), [&](const FormSection &section) {
            return std::any_of(section.questions.cbegin(), section.questions.cend(),
                [&](const Question &question) { return then->asked->form().question(question.id); });
        });
        if (!isComparable)
            continue;
        WhatChanged changed{earlier, {}};
        for (const AnswerChange &change : changesBetween(*then->asked, answersOf(*then), *now->asked, answersOf(*now)))
            changed.lines.append({form.sectionOf(change.question->id)->title, change.question->ask, change.before, change.after});
        return std::optional(changed);
    }
    return std::optional<WhatChanged>();
}

} // namespace keywork
