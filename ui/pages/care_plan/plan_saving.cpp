// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_plan/plan_saving.h"

namespace keywork {

const GoalView *goalOf(const PlanView &plan, const QString &thread)
{
    for (const AreaView &area : plan.current.areas)
        for (const GoalView &goal : area.goals)
            if (goal.goal.value.thread == thread)
                return &goal;
    return nullptr;
}

const StepView *stepOf(const PlanView &plan, const QString &thread)
{
    for (const AreaView &area : plan.current.areas)
        for (const GoalView &goal : area.goals)
            for (const StepView &step : goal.steps)
                if (step.step.value.thread == thread)
                    return &step;
    return nullptr;
}

} // namespace keywork
