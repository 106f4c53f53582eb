// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/move_on.h"

#include "core/base/anniversary.h"
#include "core/domain/relay_step.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kDiedCode = u"died"_s;

bool isOfStay(QDate day, const Stay &stay) { return stay.arrivedOn && *stay.arrivedOn <= day && (!stay.leftOn || day <= *stay.leftOn); }

} // namespace

QDate moveOnPromptFrom(QDate arrived, int months) { return monthsAfter(arrived, months, MonthEnd::LastDay); }

qsizetype planOfStay(const QList<MoveOnPlan> &plans, const Stay &stay)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < plans.size(); ++i)
        if (isOfStay(plans.at(i).begunOn, stay) && (found < 0 || plans.at(found).begunOn <= plans.at(i).begunOn))
            found = i;
    return found;
}

MoveOnState moveOnStateOf(
    const Stay &stay, const QList<MoveOnPlan> &plans, const QList<MoveOnApplication> &applications, QDate today, int promptMonths)
{
    if (stay.leftOn && *stay.leftOn <= today)
        return MoveOnState::Left;
    const qsizetype plan = planOfStay(plans, stay);
    if (plan >= 0 && plans.at(plan).movesOn)
        return MoveOnState::DaySet;
    const auto stands = [&](ApplicationResult result) {
        return std::any_of(applications.cbegin(), applications.cend(),
            [&](const MoveOnApplication &one) { return one.result == result && isOfStay(one.appliedOn, stay); });
    };
    if (stands(ApplicationResult::Offered))
        return MoveOnState::Offered;
    if (stands(ApplicationResult::Waiting))
        return MoveOnState::Applied;
    if (plan >= 0)
        return MoveOnState::Planning;
    const bool isDue = stay.arrivedOn && moveOnPromptFrom(*stay.arrivedOn, promptMonths) <= today;
    return isDue ? MoveOnState::Prompt : MoveOnState::NotYet;
}

std::optional<HousingPosition> housingPositionOf(MoveOnOption option)
{
    switch (option) {
    case MoveOnOption::SupportedAbstinence:
    case MoveOnOption::Supported:
        return HousingPosition::SupportedHousing;
    case MoveOnOption::IndependentSpecialist:
        return HousingPosition::IndependentSpecialistSupport;
    case MoveOnOption::IndependentAccess:
        return HousingPosition::IndependentAccessToSupport;
    case MoveOnOption::Family:
    case MoveOnOption::Other:
        break;
    }
    return {};
}

DestinationGroup destinationGroupOf(const QString &code)
{
    using Group = DestinationGroup;
    static const QHash<QString, Group> groups{{u"rough_sleeping"_s, Group::Homeless}, {u"vehicle_or_tent"_s, Group::Homeless},
        {u"night_shelter"_s, Group::Homeless}, {u"rehab"_s, Group::Institution}, {u"hospital"_s, Group::Institution},
        {u"custody"_s, Group::Institution}, {u"care_home"_s, Group::Institution}, {u"friends"_s, Group::Temporary},
        {u"family_for_now"_s, Group::Temporary}, {u"bed_and_breakfast"_s, Group::Temporary}, {u"temporary_council"_s, Group::Temporary},
        {u"hostel"_s, Group::Temporary}, {u"family"_s, Group::Settled}, {u"supported_housing"_s, Group::Settled},
        {u"council_tenancy"_s, Group::Settled}, {u"housing_association"_s, Group::Settled}, {u"private_tenancy"_s, Group::Settled},
        {u"own_home"_s, Group::Settled}, {kDiedCode, Group::Died}};
    return groups.value(code, Group::NotKnown);
}

bool endedByDeath(const Stay &stay) { return stay.leavingReason.code == kDiedCode || stay.destination.code == kDiedCode; }

QList<ReadinessLine> readinessOf(const QList<ReadinessView> &views)
{
    QList<ReadinessLine> lines;
    for (const ReadinessArea area : allOf<ReadinessArea>()) {
        ReadinessLine line{area, {}, -1};
        for (const ReadinessView &view : views) {
            if (view.area != area)
                continue;
            if (line.earlier < 0 || line.latest.onDay <= view.onDay)
                line.latest = view;
            ++line.earlier;
        }
        if (line.earlier >= 0)
            lines.append(line);
    }
    return lines;
}

QList<MoveGap> moveGaps(const QList<MoveStep> &steps, const MoveNeeds &needs)
{
    QList<MoveGap> gaps;
    for (const MoveTask task : allOf<MoveTask>()) {
        QList<MoveStep> ofTask = steps;
        ofTask.removeIf([task](const MoveStep &step) { return step.task != task; });
        const bool isAsked = task == MoveTask::Prescription ? needs.prescription
            : task == MoveTask::Medicine                    ? needs.medicine
                                                            : task != MoveTask::Transport && task != MoveTask::Other;
        if (ofTask.isEmpty() ? isAsked : !isRelayDone(ofTask))
            gaps.append({task, !ofTask.isEmpty()});
    }
    return gaps;
}

QList<LeavingLine> leavingLines(const LeavingFacts &facts)
{
    const auto kept = std::count_if(
        facts.belongings.cbegin(), facts.belongings.cend(), [](const Belonging &one) { return !one.returnedOn.has_value(); });
    const bool keysBack = std::any_of(facts.steps.cbegin(), facts.steps.cend(),
        [](const MoveStep &step) { return step.task == MoveTask::KeysBack && step.doneAt.has_value(); });
    const auto keysOut = std::count_if(facts.keys.cbegin(), facts.keys.cend(), [](const RoomKey &one) { return one.isOut(); });
    QList<LeavingLine> lines;
    if (facts.medicinesHeld > 0)
        lines.append({LeavingGap::Medicine, facts.medicinesHeld});
    if (facts.keys.isEmpty() ? facts.keysKnown && !keysBack : keysOut > 0)
        lines.append({LeavingGap::Keys, keysOut});
    if (kept > 0)
        lines.append({LeavingGap::Belongings, kept});
    if (facts.visitors > 0)
        lines.append({LeavingGap::Visitors, facts.visitors});
    if (facts.appointments > 0)
        lines.append({LeavingGap::Appointments, facts.appointments});
    if (!facts.contactAsked)
        lines.append({LeavingGap::Contact, 0});
    return lines;
}

const Stay *stayReturnedFrom(const QList<Stay> &others, const Stay &now)
{
    const Stay *found = nullptr;
    for (const Stay &other : others) {
        if (!now.arrivedOn || !other.arrivedOn || !other.leftOn || *other.leftOn >= *now.arrivedOn)
            continue;
        const bool isWithin = *now.arrivedOn < yearsAfter(*other.leftOn, 1, MonthEnd::LastDay);
        if (isWithin && (!found || *found->leftOn < *other.leftOn))
            found = &other;
    }
    return found;
}

} // namespace keywork
