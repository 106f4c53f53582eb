// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <QJsonArray>

namespace keywork::test::care_plans_test {

using namespace Qt::StringLiterals;

TEST_CASE("A stage is never changed, only followed or corrected with a reason")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Stages &stages = hostel.services().stages;
    const auto entry = [&](int day, Stage stage) {
        return StageEntry{
            ben.id, QDate(2026, 8, day), stage, HousingPosition::SupportedHousing, u"seen"_s, {1}, Agreement::Agrees, {}, {}, {}};
    };
    need(stages.record(entry(1, Stage::ChaoticNotInTreatment)));
    const auto up = need(stages.record(entry(10, Stage::Settled)));
    need(stages.record(entry(20, Stage::ChaoticEngaging)));
    auto moves = stageMoves(need(stages.entries(ben.id)), QDate(2026, 9, 1));
    REQUIRE(moves.size() == 3);
    CHECK(moves[1].direction == Direction::Forward);
    CHECK(moves[2].direction == Direction::Back);
    CHECK(daysInStages(need(stages.entries(ben.id)), QDate(2026, 9, 1)) == std::array<qint64, 5>{9, 12, 0, 0, 10});

    CHECK(kindOfError(stages.correct(up, entry(10, Stage::InTreatment), u""_s)) == ErrorKind::Invalid);
    need(stages.correct(up, entry(10, Stage::InTreatment), u"mistyped"_s));
    CHECK(kindOfError(stages.correct(up, entry(10, Stage::InTreatment), u"once more again"_s)) == ErrorKind::NotAllowedNow);
    moves = stageMoves(need(stages.entries(ben.id)), QDate(2026, 9, 1));
    REQUIRE(moves.size() == 3);
    CHECK(moves[1].entry.value.stage == Stage::InTreatment);
    CHECK(need(stages.entries(ben.id)).size() == 4);
}

TEST_CASE("Content of a plan changes only in a draft, progress at any time")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CarePlans &plans = hostel.services().plans;
    Goal goal;
    goal.area = Area::SubstanceUse;
    goal.statement = u"Pick up methadone every day"_s;
    goal.agreement = GoalAgreement::Agreed;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    const QString step = need(plans.saveStep(ben.id, thread, Step{{}, {}, {}, {}, u"Ask the pharmacy"_s, QDate(2026, 9, 18), 0},
        {{StepActor::Resident}, {StepActor::Keyworker, {}, hostel.services().records.session().staff()}}));
    need(plans.saveArea(ben.id, CarePlanArea{{}, {}, Area::SubstanceUse, u"I want to stop going over."_s, 3, 6, false}));
    const auto first = need(plans.issue(ben.id));
    CHECK(first.value.fingerprint.size() == 14);
    CHECK(first.value.reviewOn == QDate(2026, 10, 12));
    CHECK(kindOfError(plans.issue(ben.id)) == ErrorKind::NotAllowedNow);

    need(plans.noteStep(ben.id, step, StepStatus::Completed, u"11:15 every day"_s));
    auto view = *need(plans.planOf(ben.id));
    CHECK(view.versions.size() == 1);
    CHECK(view.current.areas[size_t(Area::SubstanceUse)].goals.first().steps.first().progress->status == StepStatus::Completed);
    CHECK(need(plans.snapshotOf(first.id)).areas[int(Area::SubstanceUse)].goals.first().steps.first().status == u"to_do"_s);

    need(plans.saveArea(ben.id, CarePlanArea{{}, {}, Area::SubstanceUse, u"I want to stop going over."_s, 4, 6, false}));
    view = *need(plans.planOf(ben.id));
    REQUIRE(view.versions.size() == 2);
    CHECK(view.current.version.value.state == VersionState::Draft);
    const auto changes = need(plans.whatChanged(view.current.version.id));
    REQUIRE(changes.size() == 1); // the review date that a draft does not have yet is no change
    CHECK(changes[0] == PlanChange{PlanChangeKind::RatingChanged, u"substance_use"_s, {}, u"3"_s, u"4"_s});
    CHECK(need(plans.snapshotOf(first.id)).areas[int(Area::SubstanceUse)].selfRating == 3);
    CHECK(fingerprintOf(canonicalJson(need(plans.snapshotOf(first.id)))) == first.value.fingerprint);
}

TEST_CASE("What was recorded as a stage, issued or signed can't be changed or withdrawn, by no screen")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Records &records = hostel.services().records;
    CarePlans &plans = hostel.services().plans;
    auto entry = need(hostel.services().stages.record(StageEntry{
        ben.id, QDate(2026, 8, 1), Stage::Settled, HousingPosition::SupportedHousing, u"seen"_s, {1}, Agreement::Agrees, {}, {}, {}}));
    entry.value.stage = Stage::InTreatment;
    CHECK(kindOfError(records.amend(entry)) == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(records.withdraw(recordType<StageEntry>(), entry.id.value, entry.version, u"a slip of mine"_s))
        == ErrorKind::NotAllowedNow);
    need(plans.saveArea(ben.id, CarePlanArea{}));
    auto version = need(plans.issue(ben.id));
    version.value.hopes = u"changed afterwards"_s;
    CHECK(kindOfError(records.amend(version)) == ErrorKind::NotAllowedNow);
    SignOff said;
    said.versionId = version.id;
    said.kind = SignOffKind::SignedOnPaper;
    said.onDay = QDate(2026, 9, 14);
    auto kept = need(plans.signOff(said));
    kept.value.kind = SignOffKind::Declined;
    CHECK(kindOfError(records.amend(kept)) == ErrorKind::NotAllowedNow);
}

TEST_CASE("A sign-off belongs to exactly the version that was printed")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    CarePlans &plans = hostel.services().plans;
    need(plans.startDraft(ben.id));
    auto view = *need(plans.planOf(ben.id));
    SignOff said;
    said.versionId = view.current.version.id;
    said.onDay = QDate(2026, 9, 14);
    said.kind = SignOffKind::SignedOnPaper;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::NotAllowedNow);
    const auto first = need(plans.issue(ben.id));
    said.fingerprint = u"0000-0000-0000"_s;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::NotAllowedNow);
    said.fingerprint.clear();
    need(plans.signOff(said));
    CHECK(need(plans.planOf(ben.id))->agreedVersion == 1);

    Goal goal;
    goal.statement = u"Something staff want"_s;
    goal.agreement = GoalAgreement::Agreed;
    need(plans.saveGoal(ben.id, goal));
    const auto second = need(plans.issue(ben.id));
    said.versionId = second.id;
    said.kind = SignOffKind::Declined;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::Invalid);
    said.reason = u"Not mine"_s;
    need(plans.signOff(said));
    CHECK(need(plans.planOf(ben.id))->agreedVersion == 1);
    view = need(plans.startDraft(ben.id));
    CHECK(view.current.areas[0].goals.first().goal.value.agreement == GoalAgreement::NotAgreed);
    CHECK(first.value.fingerprint != second.value.fingerprint);
}

namespace {

struct Carried {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Staff> marlon = need(hostel.services().records.add(Staff{.name = u"Marlon Otis"_s}));
    Kept<Agency> pharmacy = anAgency(hostel, u"High Street Pharmacy"_s);
    QString goal = need(hostel.services().plans.saveGoal(ben.id, aGoal()));

    static Goal aGoal()
    {
        Goal goal;
        goal.area = Area::SubstanceUse;
        goal.statement = u"Pick up methadone every day"_s;
        return goal;
    }
    Result<QString> carry(const QList<StepCarrier> &who, const QString &thread = {})
    {
        Step step;
        step.what = u"Ask the pharmacy"_s;
        step.thread = thread;
        return hostel.services().plans.saveStep(ben.id, goal, step, who);
    }
    QList<StepCarrier> everybody() const
    {
        return {{StepActor::Resident}, {StepActor::Keyworker, {}, marlon.id}, {StepActor::Agency, {}, {}, pharmacy.id},
            {StepActor::Other, u"his sister, Ann"_s}};
    }
    PlanSnapshot::Step printed()
    {
        const auto plan = *need(hostel.services().plans.planOf(ben.id));
        return need(hostel.services().plans.snapshotOf(plan.current.version.id)).areas[int(Area::SubstanceUse)].goals.first().steps.first();
    }
    QList<PlanChangeKind> changes()
    {
        const auto plan = *need(hostel.services().plans.planOf(ben.id));
        QList<PlanChangeKind> kinds;
        for (const PlanChange &change : need(hostel.services().plans.whatChanged(plan.current.version.id)))
            kinds.append(change.kind);
        return kinds;
    }
};

} // namespace

TEST_CASE("Who carries a step is a reference, printed by the name of today, and a comma is a part of a name")
{
    Carried plan;
    const QString thread = need(plan.carry(plan.everybody()));
    CHECK(plan.printed().who == QStringList{u"Ben"_s, u"Marlon Otis"_s, u"High Street Pharmacy"_s, u"his sister, Ann"_s});
    CHECK(plan.printed().whoIds
        == QStringList{u"resident"_s, u"staff/%1"_s.arg(plan.marlon.id.value), u"agency/%1"_s.arg(plan.pharmacy.id.value), u"other"_s});
    need(plan.hostel.services().plans.issue(plan.ben.id));

    // Another name is no other person; whoever left stays in the plan until it says somebody else.
    plan.marlon.value.name = u"Marlon Otis-Hill"_s;
    plan.marlon.value.leftOn = QDate(2026, 9, 14);
    need(plan.hostel.services().records.amend(plan.marlon));
    need(plan.hostel.services().plans.startDraft(plan.ben.id));
    CHECK(plan.printed().who.at(1) == u"Marlon Otis-Hill");
    CHECK(plan.changes().isEmpty());
    auto others = plan.everybody();
    others[1].staffId = plan.hostel.services().records.session().staff();
    need(plan.carry(others, thread));
    CHECK(plan.printed().who.at(1) == kManager);
    CHECK(plan.changes() == QList<PlanChangeKind>{PlanChangeKind::StepWhoChanged});
    others = plan.everybody();
    others[3].described = u"his brother"_s;
    need(plan.carry(others, thread));
    CHECK(plan.changes() == QList<PlanChangeKind>{PlanChangeKind::StepWhoChanged});
}

TEST_CASE("Somebody who is said to carry a step has to be named, and what is missing stands at their place")
{
    Carried plan;
    const auto wrong = [&](const QList<StepCarrier> &who) {
        const auto saved = plan.carry(who);
        REQUIRE_FALSE(bool(saved));
        REQUIRE(saved.error().violations.size() == 1);
        CHECK(saved.error().violations.first().rule == Rule::Required);
        return saved.error().violations.first().column;
    };
    CHECK(wrong({}) == u"who");
    CHECK(wrong({{StepActor::Resident}, {StepActor::Keyworker}}) == u"1/staff_id");
    CHECK(wrong({{StepActor::Agency, u"somewhere"_s}}) == u"0/agency_id");
    CHECK(wrong({{StepActor::Resident}, {StepActor::Resident}, {StepActor::Other, u"  "_s}}) == u"2/name");
    CHECK(
        (*need(plan.hostel.services().plans.planOf(plan.ben.id))).current.areas[size_t(Area::SubstanceUse)].goals.first().steps.isEmpty());
}

TEST_CASE("A version from before it had references is compared by names, of which it may know the first only")
{
    const auto printed = [](const QStringList &who, const QStringList &ids) {
        PlanSnapshot::Step step;
        step.thread = u"T-1"_s;
        step.who = who;
        step.whoIds = ids;
        PlanSnapshot::Goal goal;
        goal.thread = u"T-2"_s;
        goal.steps = {step};
        PlanSnapshot::AreaPart part;
        part.area = u"health"_s;
        part.goals = {goal};
        PlanSnapshot snapshot;
        snapshot.areas = {part};
        return snapshot;
    };
    const PlanSnapshot before = printed({u"Ben"_s, u"Marlon"_s}, {});
    CHECK_FALSE(canonicalJson(before).contains("whoIds")); // its fingerprint stays
    CHECK(PlanSnapshot::fromJson(before.toJson()) == before);
    CHECK(changesBetween(before, printed({u"Ben"_s, u"Marlon Otis"_s}, {u"resident"_s, u"staff/2"_s})).isEmpty());
    CHECK(changesBetween(before, printed({u"Ben"_s, u"Marlo Otis"_s}, {u"resident"_s, u"staff/2"_s})).size() == 1);
    CHECK(changesBetween(before, printed({u"Ben"_s}, {u"resident"_s})).size() == 1);
    const PlanSnapshot now = printed({u"Ben"_s, u"Marlon Otis"_s}, {u"resident"_s, u"staff/2"_s});
    CHECK(PlanSnapshot::fromJson(now.toJson()) == now);
    CHECK(changesBetween(now, printed({u"Benny"_s, u"Marlon Hill"_s}, {u"resident"_s, u"staff/2"_s})).isEmpty());
    CHECK(changesBetween(now, printed({u"Ben"_s, u"Marlon Otis"_s}, {u"resident"_s, u"staff/3"_s})).size() == 1);
}

TEST_CASE("What is said to a goal when the plan is signed is kept beside what was issued, and in the draft that carries it on")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Records &records = hostel.services().records;
    CarePlans &plans = hostel.services().plans;
    Goal goal;
    goal.statement = u"See a dentist"_s;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    Step ring;
    ring.what = u"Ring them"_s;
    const QString step = need(plans.saveStep(ben.id, thread, ring, {{StepActor::Resident, u"Ben"_s}}));
    const auto issued = need(plans.issue(ben.id));
    const PlanSnapshot asIssued = need(plans.snapshotOf(issued.id));
    REQUIRE(need(plans.goalsNotAsked(issued.id)).size() == 1);
    need(plans.startDraft(ben.id));
    SignOff said;
    said.versionId = issued.id;
    said.kind = SignOffKind::SignedOnPaper;
    said.onDay = QDate(2026, 9, 14);
    need(plans.signOff(said, {{thread, GoalAgreement::Agreed}}));
    CHECK(need(plans.goalsNotAsked(issued.id)).isEmpty());
    const Goal carried = need(plans.planOf(ben.id))->current.areas[0].goals.first().goal.value;
    CHECK(carried.agreement == GoalAgreement::Agreed);
    CHECK(carried.agreedOn == QDate(2026, 9, 14));
    CHECK(need(plans.snapshotOf(issued.id)) == asIssued); // what was signed stays as it was

    need(plans.noteStep(ben.id, step, StepStatus::Completed, {}));
    const PlanSnapshot now = need(plans.snapshotNow(issued.id));
    const PlanSnapshot::Goal &leaving = now.areas.first().goals.first();
    CHECK(leaving.agreement == u"agreed"_s);
    CHECK(leaving.steps.first().status == u"done"_s);
    CHECK_FALSE(leaving.steps.first().doneOn.isEmpty());
    CHECK(leaving.statement == goal.statement);

    // Once, and nothing else of it.
    auto goals = need(records.of<Goal>("version_id", issued.id));
    goals.first().value.agreement = GoalAgreement::NotAgreed;
    CHECK(kindOfError(records.amend(goals.first())) == ErrorKind::NotAllowedNow);
    goals = need(records.of<Goal>("version_id", issued.id));
    goals.first().value.statement = u"Something else"_s;
    CHECK(kindOfError(records.amend(goals.first())) == ErrorKind::NotAllowedNow);
}

TEST_CASE("A sign-off that is put right by another takes back what the first said to single goals, here and in the next draft")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    CarePlans &plans = hostel.services().plans;
    const auto add = [&](const QString &statement, GoalAgreement agreement) {
        Goal goal;
        goal.statement = statement;
        goal.agreement = agreement;
        if (agreement == GoalAgreement::Agreed)
            goal.agreedOn = QDate(2026, 9, 1);
        return need(plans.saveGoal(ben.id, goal));
    };
    const QString dentist = add(u"See a dentist"_s, GoalAgreement::NotAskedYet);
    const QString garden = add(u"Garden"_s, GoalAgreement::NotAskedYet);
    add(u"Paint"_s, GoalAgreement::Agreed); // before it was issued: no sign-off touches it
    const auto issued = need(plans.issue(ben.id));
    need(plans.startDraft(ben.id));
    const auto agreements = [&](const PlanSnapshot &snapshot) {
        QStringList all;
        for (const PlanSnapshot::AreaPart &part : snapshot.areas)
            for (const PlanSnapshot::Goal &goal : part.goals)
                all.append(goal.statement + u' ' + goal.agreement);
        all.sort();
        return all;
    };
    const auto sign = [&](SignOffKind kind, const QList<GoalAnswer> &answers) {
        SignOff said;
        said.versionId = issued.id;
        said.kind = kind;
        said.reason = kind == SignOffKind::Declined ? u"it was somebody else's paper"_s : QString();
        said.onDay = QDate(2026, 9, 14);
        need(plans.signOff(said, answers));
    };
    const auto inDraft = [&] {
        const auto plan = need(plans.planOf(ben.id));
        return agreements(need(plans.snapshotOf(plan->current.version.id)));
    };
    sign(SignOffKind::SignedOnPaper, {{dentist, GoalAgreement::Agreed}, {garden, GoalAgreement::Agreed}});
    const QStringList both{u"Garden agreed"_s, u"Paint agreed"_s, u"See a dentist agreed"_s};
    CHECK(agreements(need(plans.snapshotNow(issued.id))) == both);
    CHECK(inDraft() == both);
    CHECK(need(plans.goalsNotAsked(issued.id)).isEmpty());
    CHECK(need(plans.goalsToAnswer(issued.id)).size() == 2);
    const QString no = QString::fromLatin1(codeOf(GoalAgreement::NotAgreed));
    sign(SignOffKind::SignedOnPaper, {{dentist, GoalAgreement::NotAgreed}, {garden, GoalAgreement::Agreed}});
    const QStringList one{u"Garden agreed"_s, u"Paint agreed"_s, u"See a dentist "_s + no};
    CHECK(agreements(need(plans.snapshotNow(issued.id))) == one);
    CHECK(inDraft() == one);
    sign(SignOffKind::Declined, {});
    const QString open = QString::fromLatin1(codeOf(GoalAgreement::NotAskedYet));
    CHECK(inDraft() == QStringList{u"Garden "_s + open, u"Paint agreed"_s, u"See a dentist "_s + open});
    CHECK(agreements(need(plans.snapshotNow(issued.id))) == QStringList{u"Garden "_s + open, u"Paint "_s + no, u"See a dentist "_s + open});
}

TEST_CASE("An area is talked about once anything was said to it")
{
    CHECK_FALSE(AreaView().isTalkedAbout());
    const auto with = [](auto CarePlanArea::*member, auto value) {
        CarePlanArea answer;
        answer.*member = value;
        AreaView view;
        view.answer = Kept<CarePlanArea>{{1}, 1, {}, 0, false, answer};
        return view.isTalkedAbout();
    };
    CHECK_FALSE(with(&CarePlanArea::ownWords, QString()));
    CHECK(with(&CarePlanArea::ownWords, u"fine"_s));
    CHECK(with(&CarePlanArea::selfRating, 0));
    CHECK(with(&CarePlanArea::readiness, 3));
    CHECK(with(&CarePlanArea::notNow, true));
}

} // namespace keywork::test::care_plans_test
