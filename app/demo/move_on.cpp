// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/move_on.h"
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kShortestToPrepare = 90; // days of a stay in which moving on is prepared at all
constexpr int kPlanBeforeEnd = 60;
using PlanPtr = std::shared_ptr<std::optional<Kept<MoveOnPlan>>>;

Done beginPlan(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const PlanPtr &kept)
{
    MoveOnPlan plan{.personId = resident.id, .begunOn = house.today()};
    plan.wants = random.pick(house.list(u"moveOnWants")).toString();
    plan.option = MoveOnOption(random.upTo(4));
    plan.targetOn = house.today().addDays(kPlanBeforeEnd);
    auto added = house.services.records.add(plan);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

/// A few areas with both views, which now and then differ.
Done lookAtReadiness(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const int first = random.upTo(int(allOf<ReadinessArea>().size()));
    for (int i = 0; i < 4; ++i) {
        ReadinessView view{.personId = resident.id, .onDay = house.today()};
        view.area = ReadinessArea((first + 3 * i) % int(allOf<ReadinessArea>().size()));
        view.theirs = Readiness(random.upTo(3));
        view.workers = random.oneIn(3) ? Readiness(random.upTo(3)) : *view.theirs;
        view.next = random.pick(house.list(u"moveOnHelp")).toString();
        if (auto added = house.services.records.add(view); !added)
            return added.error();
    }
    return {};
}

Done applyForHome(DemoHouse &house, DemoRandom &random, const DemoResident &resident, bool isLast)
{
    const QJsonArray home = random.pick(house.list(u"moveOnLandlords")).toArray();
    MoveOnApplication one{.personId = resident.id, .landlord = home.at(0).toString(), .where = home.at(1).toString()};
    one.option = fromCode<MoveOnOption>(home.at(2).toString()).value_or(MoveOnOption::Supported);
    one.appliedOn = house.today().addDays(-14);
    one.viewingAt = house.clock.now().addDays(-5);
    one.result = isLast ? (random.oneIn(3) ? ApplicationResult::Waiting : ApplicationResult::Offered) : ApplicationResult::Refused;
    if (one.result != ApplicationResult::Waiting)
        one.resultOn = house.today();
    if (one.result == ApplicationResult::Refused)
        one.why = random.pick(house.list(u"moveOnRefused")).toString();
    return onlyDone(house.services.records.add(one));
}

Done seeToCosts(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray said = random.pick(house.list(u"moveOnCosts")).toArray();
    MoveOnCost cost{.personId = resident.id, .what = {said.at(0).toString()}, .fromWhom = said.at(2).toString()};
    cost.amount = Pence{qint64(said.at(1).toInt())};
    cost.appliedOn = house.today().addDays(-10);
    cost.state = random.oneIn(3) ? CostState::Applied : random.oneIn(4) ? CostState::InPart : CostState::Granted;
    if (cost.state != CostState::Applied) {
        cost.decidedOn = house.today();
        cost.granted = cost.state == CostState::Granted ? cost.amount : Pence{qint64(said.at(1).toInt()) / 2};
    }
    return onlyDone(house.services.records.add(cost));
}

Done lessenSupport(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray said = random.pick(house.list(u"moveOnSupport")).toArray();
    const bool isMore = random.oneIn(5);
    SupportStep step{.personId = resident.id, .what = said.at(0).toString(), .howOften = said.at(isMore ? 1 : 2).toString()};
    step.fromOn = house.today();
    step.change = isMore ? SupportChange::MoreAgain : SupportChange::Less;
    step.agreed = {u"yes"_s};
    return onlyDone(house.services.records.add(step));
}

Done askAboutContact(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    PostMoveContact contact{.personId = resident.id, .onDay = house.today()};
    contact.agreed = random.oneIn(6) ? ContactAgreed::No : random.oneIn(10) ? ContactAgreed::AskLater : ContactAgreed::Yes;
    if (contact.agreed == ContactAgreed::Yes)
        contact.how = u"07700 900%1, no message"_s.arg(100 + random.upTo(900));
    return onlyDone(house.services.records.add(contact));
}

/// The relay of the moving day; those of a day that is over are done.
Done setMovingDay(DemoHouse &house, const PlanPtr &kept, QDate moves)
{
    if (!*kept)
        return {};
    (*kept)->value.movesOn = moves;
    auto saved = house.services.records.amend(**kept);
    if (!saved)
        return saved.error();
    *kept = *saved;
    const bool isOver = moves <= house.today();
    qint64 position = 0;
    for (const QJsonValue &one : house.list(u"moveOnSteps")) {
        const QJsonArray said = one.toArray();
        MoveStep step{.planId = saved->id, .personId = saved->value.personId, .position = position++};
        step.task = fromCode<MoveTask>(said.at(0).toString()).value_or(MoveTask::Other);
        step.what = said.at(1).toString();
        if (isOver)
            step.doneAt = house.clock.now();
        if (auto added = house.services.records.add(step); !added)
            return added.error();
    }
    return {};
}

/// What Today asks for on that day, if it does: one in three is not reached.
Done askHowItGoes(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    const auto picture = house.services.moveOn.of(person);
    if (!picture || !*picture)
        return picture ? Done() : Done(picture.error());
    const QList<FollowUpLine> &lines = (*picture)->followUps;
    const auto due = std::find_if(lines.cbegin(), lines.cend(), [](const FollowUpLine &line) { return line.isAsked; });
    if (due == lines.cend())
        return {};
    FollowUp one{.personId = person, .after = due->after, .triedAt = house.clock.now(), .how = {u"telephone"_s}};
    one.result = random.oneIn(3) ? FollowUpResult::NotReached : FollowUpResult::Reached;
    if (one.result == FollowUpResult::Reached) {
        one.words = random.pick(house.list(u"followUpWords")).toString();
        one.housing = HousingPosition(1 + random.upTo(3));
        one.stillThere = {random.oneIn(4) ? u"no"_s : u"yes"_s};
    }
    return onlyDone(house.services.records.add(one));
}

} // namespace

/// Who stays for months moves on step by step; those who left are asked how it goes as far as they agreed.
Done moveOn(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const int days = int(day.date.daysTo(resident->until));
        if (days < kShortestToPrepare)
            continue;
        const QDate begun = resident->until.addDays(-kPlanBeforeEnd);
        const bool leaves = resident->stay.leavesOn.isValid();
        const auto kept = std::make_shared<std::optional<Kept<MoveOnPlan>>>();
        day.on(begun, 11, [&house, &random, resident, kept] { return beginPlan(house, random, *resident, kept); });
        day.on(begun.addDays(3), 11, [&house, &random, resident] { return lookAtReadiness(house, random, *resident); });
        day.on(begun.addDays(16), 11, [&house, &random, resident] { return applyForHome(house, random, *resident, false); });
        day.on(begun.addDays(34), 11, [&house, &random, resident] { return applyForHome(house, random, *resident, true); });
        day.on(begun.addDays(36), 12, [&house, &random, resident] { return lookAtReadiness(house, random, *resident); });
        day.on(begun.addDays(40), 12, [&house, &random, resident] { return seeToCosts(house, random, *resident); });
        day.on(begun.addDays(42), 12, [&house, &random, resident] { return lessenSupport(house, random, *resident); });
        day.on(begun.addDays(50), 12, [&house, &random, resident] { return askAboutContact(house, random, *resident); });
        if (!leaves) {
            if (random.oneIn(5)) // their day comes when the demonstration is over
                day.on(begun.addDays(55), 12, [&house, kept, resident] { return setMovingDay(house, kept, resident->until.addDays(4)); });
            continue;
        }
        day.on(resident->until, 13, [&house, kept] { return setMovingDay(house, kept, house.today()); });
        for (const FollowUpAfter after : allOf<FollowUpAfter>())
            for (const int later : {2, 10})
                day.on(followUpDueOn(resident->until, after).addDays(later), 16,
                    [&house, &random, resident] { return askHowItGoes(house, random, resident->id); });
    }
    return {};
}

} // namespace keywork::demo
