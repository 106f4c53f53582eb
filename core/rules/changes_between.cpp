// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/changes_between.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class Part> const Part *withThread(const QList<Part> &parts, const QString &thread)
{
    for (const Part &part : parts)
        if (part.thread == thread)
            return &part;
    return nullptr;
}

QString numberText(const std::optional<qint64> &number) { return number ? QString::number(*number) : QString(); }

/// The same people by what they are, not by how they are called. A version from before knows names only, often the first.
bool sameCarriers(const PlanSnapshot::Step &before, const PlanSnapshot::Step &after)
{
    if (before.who.size() != after.who.size())
        return false;
    const bool hasIds = before.whoIds.size() == before.who.size() && after.whoIds.size() == after.who.size();
    for (qsizetype i = 0; i < after.who.size(); ++i) {
        const QString &was = before.who.at(i);
        const QString &is = after.who.at(i);
        const bool isDescribed = hasIds && after.whoIds.at(i) == u"other";
        const bool same = hasIds && !isDescribed ? before.whoIds.at(i) == after.whoIds.at(i)
            : hasIds                             ? before.whoIds.at(i) == after.whoIds.at(i) && was == is
                                                 : was == is || is.startsWith(was + u' ');
        if (!same)
            return false;
    }
    return true;
}

void compareSteps(const QString &area, const PlanSnapshot::Goal &before, const PlanSnapshot::Goal &after, QList<PlanChange> &changes)
{
    for (const PlanSnapshot::Step &step : after.steps) {
        const PlanSnapshot::Step *old = withThread(before.steps, step.thread);
        if (!old) {
            changes.append({PlanChangeKind::StepAdded, area, after.statement, {}, step.what});
            continue;
        }
        if (old->what != step.what)
            changes.append({PlanChangeKind::StepReworded, area, after.statement, old->what, step.what});
        if (!sameCarriers(*old, step))
            changes.append({PlanChangeKind::StepWhoChanged, area, step.what, old->who.join(u", "_s), step.who.join(u", "_s)});
        if (old->due != step.due)
            changes.append({PlanChangeKind::StepDueChanged, area, step.what, old->due, step.due});
    }
    for (const PlanSnapshot::Step &step : before.steps)
        if (!withThread(after.steps, step.thread))
            changes.append({PlanChangeKind::StepRemoved, area, after.statement, step.what, {}});
}

void compareGoals(const PlanSnapshot::AreaPart &before, const PlanSnapshot::AreaPart &after, QList<PlanChange> &changes)
{
    for (const PlanSnapshot::Goal &goal : after.goals) {
        const PlanSnapshot::Goal *old = withThread(before.goals, goal.thread);
        if (!old) {
            changes.append({PlanChangeKind::GoalAdded, after.area, goal.statement, {}, goal.statement});
            compareSteps(after.area, {}, goal, changes);
            continue;
        }
        if (old->statement != goal.statement)
            changes.append({PlanChangeKind::GoalReworded, after.area, goal.statement, old->statement, goal.statement});
        if (old->agreement != goal.agreement)
            changes.append({PlanChangeKind::GoalAgreementChanged, after.area, goal.statement, old->agreement, goal.agreement});
        compareSteps(after.area, *old, goal, changes);
    }
    for (const PlanSnapshot::Goal &goal : before.goals)
        if (!withThread(after.goals, goal.thread))
            changes.append({PlanChangeKind::GoalRemoved, after.area, goal.statement, goal.statement, {}});
}

void compareAreas(const PlanSnapshot::AreaPart &before, const PlanSnapshot::AreaPart &after, QList<PlanChange> &changes)
{
    if (before.selfRating != after.selfRating)
        changes.append({PlanChangeKind::RatingChanged, after.area, {}, numberText(before.selfRating), numberText(after.selfRating)});
    if (before.readiness != after.readiness)
        changes.append({PlanChangeKind::ReadinessChanged, after.area, {}, numberText(before.readiness), numberText(after.readiness)});
    if (before.ownWords != after.ownWords)
        changes.append({PlanChangeKind::OwnWordsChanged, after.area, {}, before.ownWords, after.ownWords});
    if (before.notNow != after.notNow)
        changes.append({PlanChangeKind::NotNowChanged, after.area, {}, {}, after.notNow ? u"1"_s : u"0"_s});
    compareGoals(before, after, changes);
}

} // namespace

QList<PlanChange> changesBetween(const PlanSnapshot &before, const PlanSnapshot &after)
{
    QList<PlanChange> changes;
    const std::pair<const char *, QString PlanSnapshot::*> details[] = {
        {"in_my_words", &PlanSnapshot::inMyWords},
        {"hopes", &PlanSnapshot::hopes},
        {"longer_term", &PlanSnapshot::longerTerm},
        {"strengths", &PlanSnapshot::strengths},
        {"what_helps", &PlanSnapshot::whatHelps},
        {"if_things_get_harder", &PlanSnapshot::ifThingsGetHarder},
        {"who_sees_this", &PlanSnapshot::whoSeesThis},
        {"how_to_contact", &PlanSnapshot::howToContact},
    };
    for (const auto &[column, member] : details)
        if (before.*member != after.*member)
            changes.append({PlanChangeKind::DetailChanged, {}, QString::fromLatin1(column), before.*member, after.*member});
    // A draft has no review date until it is issued: that is no change that anybody made.
    if (!after.reviewOn.isEmpty() && before.reviewOn != after.reviewOn)
        changes.append({PlanChangeKind::ReviewChanged, {}, {}, before.reviewOn, after.reviewOn});
    for (const PlanSnapshot::AreaPart &part : after.areas)
        for (const PlanSnapshot::AreaPart &old : before.areas)
            if (old.area == part.area)
                compareAreas(old, part, changes);
    return changes;
}

} // namespace keywork
