// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care_plans.h"

#include "core/rules/stage_movement.h"
#include "core/storage/number_series.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What keeps a goal or step the same through the versions; counted like the numbers people say, never reused.
Result<QString> newThread(const Records &records) { return nextNumber(records.database(), u"T"_s); }

QString iso(const std::optional<QDate> &day) { return day ? day->toString(Qt::ISODate) : QString(); }

/// The last row of each thread holds.
template <class P> QHash<QString, P> latestByThread(const QList<Kept<P>> &rows)
{
    QHash<QString, P> latest;
    for (const Kept<P> &row : rows)
        latest.insert(row.value.thread, row.value);
    return latest;
}

QList<StepActorName> actorsOf(const StepView &step)
{
    QList<StepActorName> actors;
    for (const Kept<StepWho> &who : step.who)
        actors.append({who.value.actor, who.value.name});
    return actors;
}

const char *const kContentColumns[] = {"in_my_words", "hopes", "longer_term", "strengths", "what_helps", "if_things_get_harder",
    "who_sees_this", "how_to_contact", "read_aloud", "review_on"};

PlanSnapshot::Step stepPart(const StepView &view)
{
    PlanSnapshot::Step part;
    part.thread = view.step.value.thread;
    part.what = view.step.value.what;
    for (const Kept<StepWho> &who : view.who)
        part.who.append(who.value.name);
    part.due = iso(view.step.value.dueOn);
    const StepStatus status = view.progress ? view.progress->status : StepStatus::ToDo;
    part.status = QString::fromLatin1(codeOf(status));
    part.doneOn = status == StepStatus::Completed ? view.progress->onDay.toString(Qt::ISODate) : QString();
    return part;
}

PlanSnapshot::Goal goalPart(const GoalView &view)
{
    const Goal &goal = view.goal.value;
    PlanSnapshot::Goal part;
    part.thread = goal.thread;
    part.statement = goal.statement;
    part.identifiedBy = QString::fromLatin1(codeOf(goal.identifiedBy));
    part.agreement = QString::fromLatin1(codeOf(goal.agreement));
    part.status = QString::fromLatin1(codeOf(view.progress ? view.progress->status : GoalStatus::NotStarted));
    part.reviewOn = iso(goal.reviewOn);
    part.barriers = goal.barriers;
    for (const StepView &step : view.steps)
        part.steps.append(stepPart(step));
    return part;
}

std::optional<qint64> ratingIn(const PlanSnapshot &snapshot, const QString &area)
{
    for (const PlanSnapshot::AreaPart &part : snapshot.areas)
        if (part.area == area)
            return part.selfRating;
    return {};
}

} // namespace

Result<Kept<CarePlanVersion>> CarePlans::latest(Id<Person> person) const
{
    auto versions = m_records.all<CarePlanVersion>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}},
        .orderBy = u"version_number"_s,
        .descending = true,
        .limit = 1});
    if (!versions)
        return versions.error();
    if (versions->isEmpty())
        return Error{ErrorKind::NotFound, u"plan"_s, {}};
    return versions->first();
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
                if (who.value.stepId == step.id)
                    stepView.who.append(who);
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
    auto versions = m_records.all<CarePlanVersion>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"version_number"_s});
    if (!versions)
        return versions.error();
    const auto signOffs = m_records.of<SignOff>("person_id", person);
    if (!signOffs)
        return signOffs.error();
    auto current = versionView(versions->last());
    if (!current)
        return current.error();
    PlanView view{plans->first(), *current, *versions, {}};
    QHash<qint64, SignOffKind> said;
    for (const Kept<SignOff> &row : *signOffs)
        said.insert(row.value.versionId.value, row.value.kind);
    for (const Kept<CarePlanVersion> &version : *versions) {
        const auto kind = said.constFind(version.id.value);
        if (kind != said.constEnd() && (*kind == SignOffKind::SignedOnPaper || *kind == SignOffKind::AgreedVerbally))
            view.agreedVersion = int(version.value.versionNumber);
    }
    return std::optional(view);
}

Result<Id<CarePlan>> CarePlans::planIdOf(Id<Person> person) const
{
    const auto plans = m_records.of<CarePlan>("person_id", person);
    if (!plans)
        return plans.error();
    if (plans->isEmpty())
        return Error{ErrorKind::NotFound, u"plan"_s, {}};
    return plans->first().id;
}

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

Done CarePlans::writeWho(const Kept<Step> &step, const QList<StepActorName> &who)
{
    for (const StepActorName &actor : who)
        if (auto added = m_records.add(StepWho{step.id, step.value.versionId, step.value.personId, actor.actor, actor.name}); !added)
            return added.error();
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
                if (Done done = writeWho(*keptStep, actorsOf(stepView)); !done)
                    return done;
            }
        }
    }
    return {};
}

Result<Kept<CarePlanVersion>> CarePlans::nextDraft(const Kept<CarePlanVersion> &issued)
{
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
        return copyContent(*before, added->id);
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
        for (const char *column : kContentColumns)
            row.row.set(QString::fromLatin1(column), wanted.value(QString::fromLatin1(column)));
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
        return m_records.withdraw(recordType<Goal>(), goal->id.value, goal->version, u"removed from the draft"_s);
    });
}

Result<QString> CarePlans::saveStep(Id<Person> person, const QString &goalThread, const Step &content, const QList<StepActorName> &who)
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
        QList<StepActorName> known;
        for (const Kept<StepWho> &row : *before)
            known.append({row.value.actor, row.value.name});
        if (known == who)
            return {};
        for (const Kept<StepWho> &row : *before)
            if (Done gone = m_records.withdraw(recordType<StepWho>(), row.id.value, row.version, u"replaced"_s); !gone)
                return gone;
        return writeWho(*amended, who);
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
                return m_records.withdraw(recordType<Step>(), step.id.value, step.version, u"removed from the draft"_s);
        return Error{ErrorKind::NotFound, u"step"_s, {}};
    });
}

Done CarePlans::noteGoal(Id<Person> person, const QString &thread, GoalStatus status, const QString &note)
{
    const auto plan = planIdOf(person);
    if (!plan)
        return plan.error();
    auto added = m_records.add(GoalProgress{*plan, person, thread, status, m_records.today(), note});
    return added ? Done() : Done(added.error());
}

Done CarePlans::noteStep(Id<Person> person, const QString &thread, StepStatus status, const QString &outcome)
{
    const auto plan = planIdOf(person);
    if (!plan)
        return plan.error();
    auto added = m_records.add(StepProgress{*plan, person, thread, status, m_records.today(), outcome});
    return added ? Done() : Done(added.error());
}

Result<PlanSnapshot> CarePlans::build(const VersionView &view) const
{
    const CarePlanVersion &version = view.version.value;
    const auto plan = m_records.one(version.planId);
    const auto line = m_people.line(version.personId);
    const auto house = m_records.all<House>();
    if (!plan || !line || !house || house->isEmpty())
        return Error{ErrorKind::Storage, u"snapshot"_s, {}};
    PlanSnapshot snapshot;
    snapshot.planNumber = plan->value.number;
    snapshot.version = version.versionNumber;
    snapshot.person = line->person.value.displayName();
    snapshot.room = line->room;
    snapshot.keyworker = line->keyworker;
    snapshot.hostel = house->first().value.name;
    snapshot.complaints = house->first().value.complaints;
    snapshot.reviewOn = iso(version.reviewOn);
    snapshot.stage = line->stage ? QString::fromLatin1(codeOf(line->stage->stage)) : QString();
    snapshot.inMyWords = version.inMyWords;
    snapshot.hopes = version.hopes;
    snapshot.longerTerm = version.longerTerm;
    snapshot.strengths = version.strengths;
    snapshot.whatHelps = version.whatHelps;
    snapshot.ifThingsGetHarder = version.ifThingsGetHarder;
    snapshot.whoSeesThis = version.whoSeesThis;
    snapshot.howToContact = version.howToContact;
    snapshot.readAloud = version.readAloud;

    PlanSnapshot before;
    if (version.versionNumber > 1) {
        const auto earlier
            = m_records.all<CarePlanVersion>({.filters = {{u"plan_id"_s, Filter::Comparison::Equals, version.planId.value},
                                                  {u"version_number"_s, Filter::Comparison::Equals, version.versionNumber - 1}}});
        if (earlier && !earlier->isEmpty())
            before = PlanSnapshot::fromJson(QJsonDocument::fromJson(earlier->first().value.snapshot.toUtf8()).object());
    }
    for (const AreaView &area : view.areas) {
        PlanSnapshot::AreaPart part;
        part.area = QString::fromLatin1(codeOf(area.area));
        if (area.answer) {
            part.ownWords = area.answer->value.ownWords;
            part.selfRating = area.answer->value.selfRating;
            part.readiness = area.answer->value.readiness;
            part.notNow = area.answer->value.notNow;
        }
        part.ratingBefore = ratingIn(before, part.area);
        for (const GoalView &goal : area.goals)
            part.goals.append(goalPart(goal));
        snapshot.areas.append(part);
    }
    return snapshot;
}

Result<PlanSnapshot> CarePlans::snapshotOf(Id<CarePlanVersion> id) const
{
    const auto version = m_records.one(id);
    if (!version)
        return version.error();
    if (version->value.state == VersionState::Issued)
        return PlanSnapshot::fromJson(QJsonDocument::fromJson(version->value.snapshot.toUtf8()).object());
    const auto view = versionView(*version);
    if (!view)
        return view.error();
    return build(*view);
}

Result<Kept<CarePlanVersion>> CarePlans::issue(Id<Person> person)
{
    auto draft = latest(person);
    if (!draft)
        return draft.error();
    if (draft->value.state != VersionState::Draft)
        return Error{ErrorKind::NotAllowedNow, u"issued already"_s, {}};
    std::optional<Kept<CarePlanVersion>> issued;
    Done done = m_records.together([&]() -> Done {
        if (!draft->value.reviewOn) {
            const auto house = m_records.all<House>();
            if (!house)
                return house.error();
            const qint64 weeks = house->isEmpty() ? House().reviewWeeks : house->first().value.reviewWeeks;
            draft->value.reviewOn = m_records.today().addDays(7 * weeks);
        }
        auto view = versionView(*draft);
        if (!view)
            return view.error();
        auto snapshot = build(*view);
        if (!snapshot)
            return snapshot.error();
        snapshot->issuedOn = m_records.today().toString(Qt::ISODate);
        const QByteArray canonical = canonicalJson(*snapshot);
        draft->value.state = VersionState::Issued;
        draft->value.issuedAt = m_records.clock().now();
        draft->value.snapshot = QString::fromUtf8(canonical);
        draft->value.fingerprint = fingerprintOf(canonical);
        auto amended = m_records.amend(*draft);
        if (!amended)
            return amended.error();
        issued = *amended;
        return {};
    });
    if (!done)
        return done.error();
    return *issued;
}

Result<Kept<SignOff>> CarePlans::signOff(const SignOff &signOff)
{
    const auto version = m_records.one(signOff.versionId);
    if (!version)
        return version.error();
    if (version->value.state != VersionState::Issued)
        return Error{ErrorKind::NotAllowedNow, u"draft"_s, {}};
    SignOff complete = signOff;
    complete.personId = version->value.personId;
    if (complete.fingerprint.isEmpty())
        complete.fingerprint = version->value.fingerprint;
    if (complete.fingerprint != version->value.fingerprint)
        return Error{ErrorKind::NotAllowedNow, u"fingerprint"_s, {}};
    return m_records.add(complete);
}

Result<QList<PlanChange>> CarePlans::whatChanged(Id<CarePlanVersion> id) const
{
    const auto version = m_records.one(id);
    if (!version)
        return version.error();
    const auto after = snapshotOf(id);
    if (!after)
        return after.error();
    const auto earlier
        = m_records.all<CarePlanVersion>({.filters = {{u"plan_id"_s, Filter::Comparison::Equals, version->value.planId.value},
                                              {u"version_number"_s, Filter::Comparison::Equals, version->value.versionNumber - 1}}});
    if (!earlier)
        return earlier.error();
    if (earlier->isEmpty())
        return QList<PlanChange>();
    const auto before = snapshotOf(earlier->first().id);
    if (!before)
        return before.error();
    return changesBetween(*before, *after);
}

} // namespace keywork
