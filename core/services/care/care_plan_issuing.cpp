// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"

#include <QJsonDocument>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString iso(const std::optional<QDate> &day) { return day ? day->toString(Qt::ISODate) : QString(); }

QString idOf(const StepWho &who)
{
    if (who.staffId)
        return u"staff/"_s + QString::number(who.staffId.value);
    if (who.agencyId)
        return u"agency/"_s + QString::number(who.agencyId.value);
    return who.actor == StepActor::Resident ? u"resident"_s : u"other"_s;
}

PlanSnapshot::Step stepPart(const StepView &view)
{
    PlanSnapshot::Step part;
    part.thread = view.step.value.thread;
    part.what = view.step.value.what;
    part.who = view.names;
    for (const Kept<StepWho> &who : view.who)
        part.whoIds.append(idOf(who.value));
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

/// How it goes and what was said to it; the words stay as they were issued.
void bringUpToDate(PlanSnapshot::Goal &goal, const PlanSnapshot::Goal &now)
{
    goal.agreement = now.agreement;
    goal.status = now.status;
    for (PlanSnapshot::Step &step : goal.steps)
        for (const PlanSnapshot::Step &known : now.steps)
            if (known.thread == step.thread) {
                step.status = known.status;
                step.doneOn = known.doneOn;
            }
}

bool isOver(const GoalView &view)
{
    return view.progress && (view.progress->status == GoalStatus::Achieved || view.progress->status == GoalStatus::SetAside);
}

std::optional<qint64> ratingIn(const PlanSnapshot &snapshot, const QString &area)
{
    for (const PlanSnapshot::AreaPart &part : snapshot.areas)
        if (part.area == area)
            return part.selfRating;
    return {};
}

} // namespace

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
    snapshot.naloxonePlace = house->first().value.naloxonePlace;
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
        if (!earlier)
            return earlier.error();
        if (!earlier->isEmpty())
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

Result<PlanSnapshot> CarePlans::snapshotNow(Id<CarePlanVersion> id) const
{
    auto snapshot = snapshotOf(id);
    const auto version = m_records.one(id);
    if (!snapshot || !version)
        return snapshot ? Result<PlanSnapshot>(version.error()) : snapshot;
    const auto view = versionView(*version);
    if (!view)
        return view.error();
    QHash<QString, PlanSnapshot::Goal> now;
    for (const AreaView &area : view->areas)
        for (const GoalView &goal : area.goals)
            now.insert(goal.goal.value.thread, goalPart(goal));
    for (PlanSnapshot::AreaPart &area : snapshot->areas)
        for (PlanSnapshot::Goal &goal : area.goals)
            if (const auto known = now.constFind(goal.thread); known != now.constEnd())
                bringUpToDate(goal, *known);
    // A plan that the resident declined afterwards has no goal that is agreed, whatever was ticked before.
    const bool isDeclined = view->signOff && view->signOff->value.kind == SignOffKind::Declined;
    const QString agreed = QString::fromLatin1(codeOf(GoalAgreement::Agreed));
    for (PlanSnapshot::AreaPart &area : snapshot->areas)
        for (PlanSnapshot::Goal &goal : area.goals)
            if (isDeclined && goal.agreement == agreed)
                goal.agreement = QString::fromLatin1(codeOf(GoalAgreement::NotAgreed));
    return snapshot;
}

Result<Kept<CarePlanVersion>> CarePlans::issue(Id<Person> person)
{
    auto draft = latest(person);
    if (!draft)
        return draft.error();
    if (draft->value.state != VersionState::Draft)
        return notNow(NotNow::PlanIssuedAlready);
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

bool AreaView::isTalkedAbout() const
{
    PlanSnapshot::AreaPart part;
    if (answer) {
        part.ownWords = answer->value.ownWords;
        part.selfRating = answer->value.selfRating;
        part.readiness = answer->value.readiness;
        part.notNow = answer->value.notNow;
    }
    return part.isTalkedAbout() || !goals.isEmpty();
}

Result<QList<Kept<Goal>>> CarePlans::goalsNotAsked(Id<CarePlanVersion> id) const
{
    const auto version = m_records.one(id);
    if (!version)
        return version.error();
    const auto view = versionView(*version);
    if (!view)
        return view.error();
    QList<Kept<Goal>> open;
    for (const AreaView &area : view->areas)
        for (const GoalView &goal : area.goals)
            if (goal.goal.value.agreement == GoalAgreement::NotAskedYet && !isOver(goal))
                open.append(goal.goal);
    return open;
}

Result<QList<Kept<Goal>>> CarePlans::goalsToAnswer(Id<CarePlanVersion> id) const
{
    const auto threads = askedWithTheSignOff(id);
    const auto version = m_records.one(id);
    if (!threads || !version)
        return threads ? version.error() : threads.error();
    const auto view = versionView(*version);
    if (!view)
        return view.error();
    QList<Kept<Goal>> open;
    for (const AreaView &area : view->areas)
        for (const GoalView &goal : area.goals)
            if (threads->contains(goal.goal.value.thread) && !isOver(goal))
                open.append(goal.goal);
    return open;
}

/// The threads of goals that nobody had asked about when the version was issued: a sign-off answers them.
Result<QStringList> CarePlans::askedWithTheSignOff(Id<CarePlanVersion> version) const
{
    const auto issued = snapshotOf(version);
    if (!issued)
        return issued.error();
    QStringList threads;
    for (const PlanSnapshot::AreaPart &area : issued->areas)
        for (const PlanSnapshot::Goal &goal : area.goals)
            if (goal.agreement == QLatin1String(codeOf(GoalAgreement::NotAskedYet)))
                threads.append(goal.thread);
    return threads;
}

Done CarePlans::keepAnswer(Kept<Goal> goal, GoalAgreement said, QDate onDay)
{
    const auto agreedOn = said == GoalAgreement::Agreed ? std::optional(onDay) : std::nullopt;
    if (goal.value.agreement == said && goal.value.agreedOn == agreedOn)
        return {};
    goal.value.agreement = said;
    goal.value.agreedOn = agreedOn;
    const auto leave = qScopeGuard([this] { m_answers = false; });
    m_answers = true;
    return m_records.withoutAsking([&]() -> Done {
        auto kept = m_records.amend(goal);
        return kept ? Done() : Done(kept.error());
    });
}

/// The latest word holds as a whole: what an earlier sign-off said to a goal, and this one does not, is taken back.
Done CarePlans::keepAnswers(Id<CarePlanVersion> version, Id<CarePlanVersion> newest, const QList<GoalAnswer> &answers, QDate onDay)
{
    const auto threads = askedWithTheSignOff(version);
    if (!threads)
        return threads.error();
    for (const QString &thread : *threads) {
        const auto asked = goalIn(version, thread);
        if (!asked)
            return asked.error();
        GoalAgreement said = GoalAgreement::NotAskedYet;
        for (const GoalAnswer &answer : answers)
            said = answer.thread == thread ? answer.agreement : said;
        if (Done kept = keepAnswer(*asked, said, onDay); !kept)
            return kept;
        // A later draft carries the same goal on: what was said to it holds there, too.
        const auto carried = newest == version ? Result<Kept<Goal>>(Error{}) : goalIn(newest, thread);
        const Goal &before = asked->value;
        const bool isTheSame = carried && carried->value.statement == before.statement && carried->value.agreement == before.agreement
            && carried->value.agreedOn == before.agreedOn;
        if (isTheSame)
            if (Done kept = keepAnswer(*carried, said, onDay); !kept)
                return kept;
    }
    return {};
}

Result<Kept<SignOff>> CarePlans::signOff(const SignOff &signOff, const QList<GoalAnswer> &answers)
{
    const auto version = m_records.one(signOff.versionId);
    if (!version)
        return version.error();
    if (version->value.state != VersionState::Issued)
        return notNow(NotNow::PlanIsDraft);
    SignOff complete = signOff;
    complete.personId = version->value.personId;
    if (complete.fingerprint.isEmpty())
        complete.fingerprint = version->value.fingerprint;
    if (complete.fingerprint != version->value.fingerprint)
        return notNow(NotNow::OtherPaperSigned);
    std::optional<Kept<SignOff>> said;
    const Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(complete);
        if (!added)
            return added.error();
        said = *added;
        const auto newest = latest(complete.personId);
        if (!newest)
            return newest.error();
        return keepAnswers(version->id, newest->id, answers, complete.onDay);
    });
    if (!done)
        return done.error();
    return *said;
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
