// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/house.h"
#include "core/domain/plan_snapshot.h"
#include "core/rules/changes_between.h"
#include "core/services/records/people.h"

namespace keywork {

class Records;

struct StepView {
    Kept<Step> step;
    QList<Kept<StepWho>> who;
    std::optional<StepProgress> progress;
    QStringList names = {}; ///< of those who carry it, in the order of `who`
};

struct GoalView {
    Kept<Goal> goal;
    QList<StepView> steps;
    std::optional<GoalProgress> progress;
};

struct AreaView {
    Area area = Area::Health;
    std::optional<Kept<CarePlanArea>> answer;
    QList<GoalView> goals;
    /// As PlanSnapshot::AreaPart says it.
    bool isTalkedAbout() const;
};

/// A version with everything in it.
struct VersionView {
    Kept<CarePlanVersion> version;
    std::array<AreaView, 8> areas;
    std::optional<Kept<SignOff>> signOff; ///< the latest
};

/// A resident's plan: the version to work on or to show, and all versions without their snapshots.
struct PlanView {
    Kept<CarePlan> plan;
    VersionView current;
    QList<Kept<CarePlanVersion>> versions;
    std::optional<int> agreedVersion; ///< the last one that was signed or agreed out loud
    /// An issued version that still waits for the resident's word, although a later draft was begun.
    std::optional<Kept<CarePlanVersion>> awaitingWord = {};
};

/// One of those who carry a step.
struct StepCarrier {
    StepActor actor = StepActor::Resident;
    QString described = {}; ///< of somebody else only
    Id<Staff> staffId = {};
    Id<Agency> agencyId = {};
    bool operator==(const StepCarrier &) const = default;
};

/// What the resident said to a goal that nobody had asked about before.
struct GoalAnswer {
    QString thread;
    GoalAgreement agreement = GoalAgreement::NotAskedYet;
};

/// Care plans (W, "Effective care planning"). Content changes only in a draft: the first change after issuing starts the
/// next version. Progress is kept beside the plan and never makes a version.
class CarePlans {
public:
    CarePlans(Records &records, People &people);

    Result<std::optional<PlanView>> planOf(Id<Person> person) const;
    /// The plan with a draft to work on; makes the plan, or the next version from the last one.
    Result<PlanView> startDraft(Id<Person> person);

    /// Texts, review date and contact wishes of the plan as a whole.
    Done saveDetails(Id<Person> person, const CarePlanVersion &content);
    Done saveArea(Id<Person> person, const CarePlanArea &content);
    /// An empty thread adds a goal. Gives the goal's thread.
    Result<QString> saveGoal(Id<Person> person, const Goal &content);
    Done removeGoal(Id<Person> person, const QString &thread);
    /// An empty thread adds a step to the goal. At least one person carries it; what is wrong with one of them stands under
    /// their place, as with parts of a family.
    Result<QString> saveStep(Id<Person> person, const QString &goalThread, const Step &content, const QList<StepCarrier> &who);
    Done removeStep(Id<Person> person, const QString &thread);

    /// Progress needs no version and no signature. Invalid when a goal is set aside without a reason.
    Done noteGoal(Id<Person> person, GoalProgress progress);
    Done noteStep(Id<Person> person, StepProgress progress);
    Done noteGoal(Id<Person> person, const QString &thread, GoalStatus status, const QString &note);
    Done noteStep(Id<Person> person, const QString &thread, StepStatus status, const QString &outcome);

    /// What a print shows: the stored snapshot of an issued version, or the draft as it stands, without fingerprint.
    Result<PlanSnapshot> snapshotOf(Id<CarePlanVersion> version) const;
    /// The same with what holds now: what was said to its goals since, and how goals and steps go.
    Result<PlanSnapshot> snapshotNow(Id<CarePlanVersion> version) const;
    /// Freezes the draft: as it is printed, handed over or shown to the resident. NotAllowedNow when there is no draft.
    Result<Kept<CarePlanVersion>> issue(Id<Person> person);
    /// What the resident said to exactly this version. NotAllowedNow for a draft, or when the fingerprint is another one's.
    /// After declining, the next draft carries its goals as not agreed, and the last agreed version stays theirs.
    /// `answers`: to goals of the version that were not asked about when it was issued; what was issued stays as it was. Those
    /// of an earlier sign-off are taken back: the latest word holds as a whole.
    Result<Kept<SignOff>> signOff(const SignOff &signOff, const QList<GoalAnswer> &answers = {});
    /// The goals of a version that nobody has asked about and that are still worked on.
    Result<QList<Kept<Goal>>> goalsNotAsked(Id<CarePlanVersion> version) const;
    /// Those that a sign-off answers, answered by an earlier one or not.
    Result<QList<Kept<Goal>>> goalsToAnswer(Id<CarePlanVersion> version) const;
    /// From the version before to this one; empty for the first.
    Result<QList<PlanChange>> whatChanged(Id<CarePlanVersion> version) const;

private:
    Result<VersionView> versionView(const Kept<CarePlanVersion> &version) const;
    Result<Kept<CarePlanVersion>> latest(Id<Person> person) const;
    Result<Kept<CarePlanVersion>> draftFor(Id<Person> person);
    Result<Kept<CarePlanVersion>> firstDraft(Id<Person> person);
    Result<Kept<CarePlanVersion>> nextDraft(const Kept<CarePlanVersion> &issued);
    Done copyContent(const VersionView &from, Id<CarePlanVersion> to);
    Result<Kept<Goal>> goalIn(Id<CarePlanVersion> version, const QString &thread) const;
    Result<PlanSnapshot> build(const VersionView &view) const;
    Done writeWho(const Kept<Step> &step, const QList<StepCarrier> &who, QList<StepCarrier> onFile = {});
    Result<QHash<qint64, QString>> carrierNames(const QList<Kept<StepWho>> &whos, Id<Person> person) const;
    Result<QStringList> askedWithTheSignOff(Id<CarePlanVersion> version) const;
    Done keepAnswers(Id<CarePlanVersion> version, Id<CarePlanVersion> newest, const QList<GoalAnswer> &answers, QDate onDay);
    Done keepAnswer(Kept<Goal> goal, GoalAgreement said, QDate onDay);
    Result<Id<CarePlan>> planIdOf(Id<Person> person) const;

    Records &m_records;
    People &m_people;
    bool m_answers = false; ///< while a sign-off answers a goal of an issued version
};

} // namespace keywork
