// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"

#include "core/domain/agency.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The last row of each thread holds.
template <class P> QHash<QString, P> latestByThread(const QList<Kept<P>> &rows)
{
    QHash<QString, P> latest;
    for (const Kept<P> &row : rows)
        latest.insert(row.value.thread, row.value);
    return latest;
}

/// What was said to a goal that nobody had asked about may be written down later, and put right by a later sign-off; nothing
/// else of it changes.
bool onlyAnswers(const Row &stored, const Row &row, bool signsOff)
{
    if (!signsOff && stored.text(u"agreement"_s) != QLatin1String(codeOf(GoalAgreement::NotAskedYet)))
        return false;
    return std::all_of(stored.type->fields.cbegin(), stored.type->fields.cend(), [&](const Field &field) {
        const QString column = QString::fromLatin1(field.column);
        return column == u"agreement" || column == u"agreed_on" || row.text(column) == stored.text(column);
    });
}

} // namespace

CarePlans::CarePlans(Records &records, People &people)
    : m_records(records)
    , m_people(people)
{
    // What was signed stays as it was signed, also when an earlier version of a part is brought back.
    const auto isOpen = [this](const Row &row) -> Done {
        const auto version = Table(m_records.database(), recordType<CarePlanVersion>()).find(row.value(u"version_id"_s).toLongLong());
        if (!version)
            return version.error();
        return version->row.text(u"state"_s) != QLatin1String(codeOf(VersionState::Issued)) ? Done() : Done(notNow(NotNow::PlanIssued));
    };
    for (const RecordType *type : std::initializer_list<const RecordType *>{
             &recordType<CarePlanArea>(), &recordType<Goal>(), &recordType<Step>(), &recordType<StepWho>()}) {
        m_records.addLookup(*type, [isOpen](const Row &row, qint64) -> Result<Violations> {
            const Done open = isOpen(row);
            return open ? Result<Violations>(Violations()) : open.error();
        });
        m_records.addWithdrawCheck(*type, [isOpen](const KeptRow &kept) { return isOpen(kept.row); });
    }
    m_records.addLookup(recordType<Goal>(), [this, isOpen](const Row &row, qint64 self) -> Result<Violations> {
        const auto stored = self > 0 ? Table(m_records.database(), recordType<Goal>()).find(self) : Result<KeptRow>(Error{});
        const Done open = stored && onlyAnswers(stored->row, row, m_answers) ? Done() : isOpen(row);
        return open ? Result<Violations>(Violations()) : open.error();
    });
}

Result<Kept<CarePlanVersion>> CarePlans::latest(Id<Person> person) const
{
    auto versions = m_records.all<CarePlanVersion>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}},
        .orderBy = u"id"_s, // of two plans, where two records became one, the one that was worked on last
        .descending = true,
        .limit = 1});
    if (!versions)
        return versions.error();
    if (versions->isEmpty())
        return Error{ErrorKind::NotFound, u"plan"_s, {}};
    return versions->first();
}

/// What they are called today, by the id of their row; one statement a table. Rows from before keep the name they had where
/// nobody may be named.
Result<QHash<qint64, QString>> CarePlans::carrierNames(const QList<Kept<StepWho>> &whos, Id<Person> person) const
{
    QList<qint64> team;
    QList<qint64> agencies;
    for (const Kept<StepWho> &who : whos) {
        if (who.value.staffId)
            team.append(who.value.staffId.value);
        if (who.value.agencyId)
            agencies.append(who.value.agencyId.value);
    }
    const auto staffRows = namesOf(m_records, recordType<Staff>(), team);
    const auto agencyRows = namesOf(m_records, recordType<Agency>(), agencies);
    if (!staffRows || !agencyRows)
        return staffRows ? agencyRows.error() : staffRows.error();
    const auto resident = whos.isEmpty() ? Result<Kept<Person>>(Error{}) : m_records.one(person);
    QHash<qint64, QString> names;
    for (const Kept<StepWho> &who : whos) {
        QString name = who.value.name;
        if (who.value.actor == StepActor::Resident && resident)
            name = resident->value.shortName();
        else if (who.value.staffId && staffRows->contains(who.value.staffId.value))
            name = staffRows->value(who.value.staffId.value).text(u"name"_s);
        else if (who.value.agencyId && agencyRows->contains(who.value.agencyId.value))
            name = agencyRows->value(who.value.agencyId.value).text(u"name"_s);
        names.insert(who.id.value, name);
    }
    return names;
}

Result<VersionView> CarePlans::versionView(const Kept<CarePlanVersion> &version) const
{
    const auto areas = m_records.of<CarePlanArea>("version_id", version.id);
    const auto goals = m_records.of<Goal>("version_id", version.id);
    const auto steps = m_records.of<Step>("version_id", version.id);
    const auto whos = m_records.of<StepWho>("version_id", version.id);
    const auto signOffs = m_records.of<SignOff>("version_id", version.id);
    const auto goalRows = m_records.of<GoalProgress>("plan_id", version.value.planId);
    const auto stepRows = m_records.of<StepProgress>("plan_id", version.value.planId);
    if (!areas || !goals || !steps || !whos || !signOffs || !goalRows || !stepRows)
        return Error{areas ? ErrorKind::Storage : areas.error().kind, u"version"_s, {}};
    const auto names = carrierNames(*whos, version.value.personId);
    if (!names)
        return names.error();
    const auto goalProgress = latestByThread(*goalRows);
    const auto stepProgress = latestByThread(*stepRows);

    VersionView view{version, {}, {}};
    for (const Area area : allOf<Area>()) {
        AreaView &part = view.areas[size_t(area)];
        part.area = area;
        for (const Kept<CarePlanArea> &answer : *areas)
            if (answer.value.area == area)
                part.answer = answer;
    }
    for (const Kept<Goal> &goal : *goals) {
        GoalView goalView{goal, {}, {}};
        if (goalProgress.contains(goal.value.thread))
            goalView.progress = goalProgress.value(goal.value.thread);
        for (const Kept<Step> &step : *steps) {
            if (step.value.goalId != goal.id)
                continue;
            StepView stepView{step, {}, {}};
            for (const Kept<StepWho> &who : *whos)
                if (who.value.stepId == step.id) {
                    stepView.who.append(who);
                    stepView.names.append(names->value(who.id.value));
                }
            if (stepProgress.contains(step.value.thread))
                stepView.progress = stepProgress.value(step.value.thread);
            goalView.steps.append(stepView);
        }
        view.areas[size_t(goal.value.area)].goals.append(goalView);
    }
    for (AreaView &part : view.areas)
        std::stable_sort(part.goals.begin(), part.goals.end(),
            [](const GoalView &a, const GoalView &b) { return a.goal.value.priority < b.goal.value.priority; });
    if (!signOffs->isEmpty())
        view.signOff = signOffs->last();
    return view;
}

Result<std::optional<PlanView>> CarePlans::planOf(Id<Person> person) const
{
    const auto plans = m_records.of<CarePlan>("person_id", person);
    if (!plans)
        return plans.error();
    if (plans->isEmpty())
        return std::optional<PlanView>();
    auto versions
        = m_records.all<CarePlanVersion>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"id"_s});
    if (!versions)
        return versions.error();
    if (versions->isEmpty()) // each was entered in error
        return std::optional<PlanView>();
    const Id<CarePlan> planId = versions->last().value.planId;
    const auto plan = std::find_if(plans->cbegin(), plans->cend(), [&](const Kept<CarePlan> &one) { return one.id == planId; });
    if (plan == plans->cend())
        return Error{ErrorKind::Damaged, u"care_plan"_s, {}};
    versions->removeIf([&](const Kept<CarePlanVersion> &version) { return version.value.planId != planId; });
    const auto signOffs = m_records.of<SignOff>("person_id", person);
    if (!signOffs)
        return signOffs.error();
    auto current = versionView(versions->last());
    if (!current)
        return current.error();
    PlanView view{*plan, *current, *versions, {}, {}};
    QHash<qint64, SignOffKind> said;
    for (const Kept<SignOff> &row : *signOffs)
        said.insert(row.value.versionId.value, row.value.kind);
    for (const Kept<CarePlanVersion> &version : *versions) {
        const auto kind = said.constFind(version.id.value);
        if (kind != said.constEnd() && (*kind == SignOffKind::SignedOnPaper || *kind == SignOffKind::AgreedVerbally))
            view.agreedVersion = int(version.value.versionNumber);
        const bool openStill = kind == said.constEnd() || *kind == SignOffKind::Waiting || *kind == SignOffKind::TooUnwell;
        if (version.value.state == VersionState::Issued)
            view.awaitingWord = openStill ? std::optional(version) : std::nullopt;
    }
    return std::optional(view);
}

Result<Id<CarePlan>> CarePlans::planIdOf(Id<Person> person) const
{
    const auto version = latest(person);
    return version ? Result<Id<CarePlan>>(version->value.planId) : version.error();
}

Result<Kept<Goal>> CarePlans::goalIn(Id<CarePlanVersion> version, const QString &thread) const
{
    auto goals = m_records.of<Goal>("version_id", version);
    if (!goals)
        return goals.error();
    for (const Kept<Goal> &goal : *goals)
        if (goal.value.thread == thread)
            return goal;
    return Error{ErrorKind::NotFound, u"goal"_s, {}};
}

Done CarePlans::noteGoal(Id<Person> person, GoalProgress progress)
{
    const auto plan = planIdOf(person);
    if (!plan)
        return plan.error();
    progress.planId = *plan;
    progress.personId = person;
    auto added = m_records.add(progress);
    return added ? Done() : Done(added.error());
}

Done CarePlans::noteStep(Id<Person> person, StepProgress progress)
{
    const auto plan = planIdOf(person);
    if (!plan)
        return plan.error();
    progress.planId = *plan;
    progress.personId = person;
    auto added = m_records.add(progress);
    return added ? Done() : Done(added.error());
}

Done CarePlans::noteGoal(Id<Person> person, const QString &thread, GoalStatus status, const QString &note)
{
    return noteGoal(person, {{}, person, thread, status, m_records.today(), note});
}

Done CarePlans::noteStep(Id<Person> person, const QString &thread, StepStatus status, const QString &outcome)
{
    return noteStep(person, {{}, person, thread, status, m_records.today(), outcome});
}

} // namespace keywork
