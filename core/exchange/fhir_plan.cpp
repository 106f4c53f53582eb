// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

QString lifecycle(const QString &code)
{
    switch (fromCode<GoalStatus>(code).value_or(GoalStatus::NotStarted)) {
    case GoalStatus::NotStarted:
        return u"planned"_s;
    case GoalStatus::UnderWay:
    case GoalStatus::Changed:
        return u"active"_s;
    case GoalStatus::Achieved:
        return u"completed"_s;
    case GoalStatus::SetAside:
        return u"cancelled"_s;
    }
    return u"planned"_s;
}

QString activityStatus(const QString &code)
{
    switch (fromCode<StepStatus>(code).value_or(StepStatus::ToDo)) {
    case StepStatus::ToDo:
        return u"not-started"_s;
    case StepStatus::UnderWay:
        return u"in-progress"_s;
    case StepStatus::Completed:
        return u"completed"_s;
    }
    return u"not-started"_s;
}

QJsonObject activity(const PlanSnapshot::Step &step)
{
    QJsonObject detail{{u"status"_s, activityStatus(step.status)}, {u"description"_s, plain(step.what)}};
    if (!step.due.isEmpty())
        detail.insert(u"scheduledPeriod"_s, QJsonObject{{u"end"_s, step.due}});
    return {{u"detail"_s, detail}};
}

QString goalId(const ReferralFacts &facts, const SharedPlan &plan, const PlanSnapshot::Goal &goal)
{
    return uuid(facts, u"goal."_s + goal.thread, plan.versionId);
}

} // namespace

Resource Resources::goal(const SharedPlan &plan, const QString &area, const PlanSnapshot::Goal &goal) const
{
    const QString id = goalId(m_facts, plan, goal);
    QJsonObject object = begin(u"Goal"_s, id);
    object.insert(u"lifecycleStatus"_s, lifecycle(goal.status));
    object.insert(u"category"_s, QJsonArray{codeable(coding(localSystem("care-plan-area"), area))});
    object.insert(u"description"_s, textOnly(goal.statement));
    if (fromCode<IdentifiedBy>(goal.identifiedBy) == IdentifiedBy::Person)
        object.insert(u"expressedBy"_s, reference(patientId()));
    if (!goal.reviewOn.isEmpty())
        object.insert(u"target"_s, QJsonArray{QJsonObject{{u"dueDate"_s, goal.reviewOn}}});
    return {id, object};
}

QList<Resource> Resources::plan(const SharedPlan &plan) const
{
    const QString id = uuid(m_facts, u"care_plan_version"_s, plan.versionId);
    QJsonObject object = begin(u"CarePlan"_s, id);
    object.insert(u"identifier"_s,
        QJsonArray{QJsonObject{{u"system"_s, urn(uuid(m_facts, u"number-series"_s, 2))},
            {u"value"_s, u"%1/%2"_s.arg(plan.snapshot.planNumber, QString::number(plan.snapshot.version))}}});
    object.insert(u"status"_s, u"active"_s);
    object.insert(u"intent"_s, u"plan"_s);
    object.insert(u"category"_s, QJsonArray{codeable(coding(kSnomed, u"734163000"_s), u"Care plan"_s)});
    put(object, u"created"_s, plan.snapshot.issuedOn);
    QList<Resource> all;
    QJsonArray goals;
    QJsonArray activities;
    for (const PlanSnapshot::AreaPart &part : plan.snapshot.areas)
        for (const PlanSnapshot::Goal &one : part.goals) {
            all.append(goal(plan, part.area, one));
            goals.append(reference(all.last().uuid));
            for (const PlanSnapshot::Step &step : one.steps)
                activities.append(activity(step));
        }
    put(object, u"goal"_s, goals);
    put(object, u"activity"_s, activities);
    all.prepend({id, object});
    return all;
}

} // namespace keywork::fhir
