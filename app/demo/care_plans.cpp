// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "app/demo/areas.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

struct OpenGoal {
    QString thread;
    QString statement;
    QStringList steps = {}; ///< threads
};

/// A resident and the goals that their plan carries on.
struct Planning {
    DemoHouse &house;
    DemoRandom &random;
    DemoResidentPtr resident;
    QList<OpenGoal> goals = {};
    int version = 0;
    Id<CarePlanVersion> issued = {}; ///< last
};
using PlanningPtr = std::shared_ptr<Planning>;

/// Counted back from the end, so that most plans are as fresh as a house keeps them; a first one within two weeks.
QList<QDate> planDays(DemoRandom &random, QDate arrived, QDate until)
{
    constexpr int kClosely = 5;
    QList<QDate> days;
    const QDate first = arrived.addDays(5 + random.upTo(9));
    for (QDate day = until.addDays(-(2 + random.upTo(34))); day > arrived.addDays(4);
         day = day.addDays(-(days.size() < kClosely ? 30 + random.upTo(60) : 80 + random.upTo(60))))
        days.prepend(day);
    if (!days.isEmpty() && first.daysTo(days.first()) > 40)
        days.prepend(first);
    return days;
}

/// Somebody who comes back has the plan of their last stay.
Done remember(Planning &planning)
{
    const auto plan = planning.house.services.plans.planOf(planning.resident->id);
    if (!plan)
        return plan.error();
    if (!*plan)
        return {};
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals) {
            planning.goals.append({goal.goal.value.thread, goal.goal.value.statement});
            for (const StepView &step : goal.steps)
                planning.goals.last().steps.append(step.step.value.thread);
        }
    return {};
}

QList<StepActorName> whoCarries(const Planning &planning)
{
    QList<StepActorName> who{{StepActor::Resident, planning.resident->firstName}};
    if (planning.random.oneIn(2))
        who.append({StepActor::Keyworker, planning.house.someone(planning.random).value.name.section(u' ', 0, 0)});
    return who;
}

Done addSteps(Planning &planning, OpenGoal &goal, const QJsonArray &wanted)
{
    for (qsizetype i = 1; i < wanted.size(); ++i) {
        Step step;
        step.what = wanted.at(i).toString();
        step.dueOn = planning.house.today().addDays(7 * i + planning.random.upTo(14));
        const auto added = planning.house.services.plans.saveStep(planning.resident->id, goal.thread, step, whoCarries(planning));
        if (!added)
            return added.error();
        goal.steps.append(*added);
    }
    return {};
}

Done addGoal(Planning &planning, Area area)
{
    DemoRandom &random = planning.random;
    const QJsonArray wanted = random.pick(planning.house.texts[u"goals"_s].toObject()[QLatin1String(codeOf(area))].toArray()).toArray();
    const QString statement = wanted.at(0).toString();
    if (std::any_of(planning.goals.cbegin(), planning.goals.cend(), [&](const OpenGoal &goal) { return goal.statement == statement; }))
        return {};
    Goal goal;
    goal.area = area;
    goal.statement = statement;
    goal.agreement = random.oneIn(10) ? GoalAgreement::NotAskedYet : GoalAgreement::Agreed;
    goal.identifiedBy = random.oneIn(4) ? IdentifiedBy::Staff : IdentifiedBy::Person;
    const auto thread = planning.house.services.plans.saveGoal(planning.resident->id, goal);
    if (!thread)
        return thread.error();
    OpenGoal open{*thread, statement};
    Done added = addSteps(planning, open, wanted);
    planning.goals.append(open);
    return added;
}

Done writeArea(Planning &planning, Area area, const QString &inMyWords)
{
    DemoRandom &random = planning.random;
    CarePlanArea answer;
    answer.area = area;
    answer.selfRating = std::clamp(2 + random.upTo(4) + planning.version, 0, 10);
    answer.readiness = 3 + random.upTo(7);
    answer.notNow = random.oneIn(6);
    if (area == Area::SubstanceUse)
        answer.ownWords = inMyWords;
    if (Done saved = planning.house.services.plans.saveArea(planning.resident->id, answer); !saved)
        return saved;
    const bool wantsGoal = !answer.notNow && (planning.version == 0 ? !random.oneIn(3) : random.oneIn(5));
    return wantsGoal ? addGoal(planning, area) : Done();
}

Done write(Planning &planning)
{
    if (planning.version == 0 && planning.resident->returns())
        if (Done known = remember(planning); !known)
            return known;
    const DemoHouse &house = planning.house;
    CarePlanVersion details;
    details.inMyWords = planning.random.pick(house.list(u"inMyWords")).toString();
    details.ifThingsGetHarder = house.texts[u"harder"_s].toString();
    details.strengths = planning.random.pick(house.list(u"strengths")).toString();
    if (Done saved = house.services.plans.saveDetails(planning.resident->id, details); !saved)
        return saved;
    for (const Area area : allOf<Area>())
        if (Done written = writeArea(planning, area, details.inMyWords); !written)
            return written;
    ++planning.version;
    return {};
}

SignOffKind answer(DemoRandom &random)
{
    constexpr std::array kRarer{SignOffKind::AgreedVerbally, SignOffKind::Waiting, SignOffKind::TooUnwell, SignOffKind::Declined};
    const int kind = random.upTo(10);
    return kind < 6 ? SignOffKind::SignedOnPaper : kRarer[size_t(kind - 6)];
}

Done issue(Planning &planning)
{
    const auto issued = planning.house.services.plans.issue(planning.resident->id);
    if (issued)
        planning.issued = issued->id;
    return onlyDone(issued);
}

Done signOff(const Planning &planning)
{
    SignOff said;
    said.versionId = planning.issued;
    said.onDay = planning.house.today();
    said.kind = answer(planning.random);
    if (said.kind == SignOffKind::AgreedVerbally)
        said.witness = planning.house.team.at(1).value.name;
    if (said.kind == SignOffKind::Declined)
        said.reason = u"Wants the plan to start with housing, not with drug use."_s;
    if (said.kind == SignOffKind::TooUnwell)
        said.askAgainOn = planning.house.today().addDays(2);
    return onlyDone(planning.house.services.plans.signOff(said));
}

Done noteGoal(Planning &planning, qsizetype which)
{
    const int what = planning.random.upTo(6);
    const GoalStatus status = what == 0 ? GoalStatus::SetAside : what == 1 ? GoalStatus::Achieved : GoalStatus::UnderWay;
    const QString note = status == GoalStatus::SetAside ? planning.random.pick(planning.house.list(u"setAside")).toString() : QString();
    const QString thread = planning.goals.at(which).thread;
    if (status != GoalStatus::UnderWay)
        planning.goals.removeAt(which); // the next version no longer carries it
    return planning.house.services.plans.noteGoal(planning.resident->id, thread, status, note);
}

Done progress(Planning &planning)
{
    if (planning.goals.isEmpty())
        return {};
    const qsizetype which = planning.random.upTo(int(planning.goals.size()));
    const OpenGoal goal = planning.goals.at(which);
    if (!goal.steps.isEmpty()) {
        const StepStatus status = planning.random.oneIn(3) ? StepStatus::UnderWay : StepStatus::Completed;
        if (Done noted = planning.house.services.plans.noteStep(planning.resident->id, planning.random.pick(goal.steps), status, {});
            !noted)
            return noted;
    }
    return planning.random.oneIn(2) ? noteGoal(planning, which) : Done();
}

} // namespace

/// Plans in versions: written, issued and signed with the resident, and what became of goals and steps in between.
Done carePlans(DemoDay &day)
{
    for (const DemoResidentPtr &resident : day.arriving) {
        const auto planning = std::make_shared<Planning>(Planning{day.house, day.random, resident});
        for (const QDate on : planDays(day.random, day.date, resident->until)) {
            day.on(on, 10, [planning] { return write(*planning); });
            day.on(on, 12, [planning] { return issue(*planning); });
            const QDate signing = on.addDays(1 + day.random.upTo(4));
            if (!day.random.oneIn(6) && signing <= resident->until)
                day.on(signing, 14, [planning] { return signOff(*planning); });
            if (on.addDays(10) <= resident->until)
                day.on(on.addDays(10), 13, [planning] { return progress(*planning); });
        }
    }
    return {};
}

} // namespace keywork::demo
