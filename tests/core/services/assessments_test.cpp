// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_merge.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/forms.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "tests/support/services.h"

#include <QJsonDocument>

namespace keywork::test::assessments_test {

using namespace Qt::StringLiterals;

namespace {

struct Talking {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);

    Assessments &assessments() { return hostel.services().assessments; }
    Kept<Assessment> begun(const QString &form = u"full_assessment"_s)
    {
        Assessment begun;
        begun.personId = ben.id;
        begun.begunAt = hostel.clock.now();
        begun.ledBy = hostel.services().records.session().staff();
        begun.means = {u"here"_s};
        return need(assessments().begin(form, begun));
    }
    FilledForm read(Id<Assessment> id) { return need(assessments().read(id)); }
    void say(Id<Assessment> id, const QMap<QString, QVariant> &answers)
    {
        FilledForm now = read(id);
        for (auto it = answers.constBegin(); it != answers.constEnd(); ++it)
            now.answers.set(it.key(), it.value());
        need(assessments().save(id, now.answers));
    }
    /// What is required, said in the shortest way.
    void sayTheNeeded(Id<Assessment> id)
    {
        FilledForm now = read(id);
        NotSaid reasons = NotSaid::fromJson(now.answers.text(u"not_said"_s));
        for (const Violation &missing : unanswered(*now.asked, now.answers, {}))
            reasons.reasons.insert(missing.column, NotSaidReason::PrefersNot);
        now.answers.set(u"not_said"_s, reasons.toJson());
        need(assessments().save(id, now.answers));
    }
    int rows() { return int(need(hostel.services().records.count(recordType<AssessmentAnswer>()))); }
    QString answer(Id<Assessment> id, const QString &question)
    {
        const FilledForm now = read(id);
        return now.asked->words(now.answers, *now.asked->form().question(question));
    }
};

/// Cancelled when there was none.
ErrorKind kindOfErrorOf(const Done &done) { return done ? ErrorKind::Cancelled : done.error().kind; }

} // namespace

TEST_CASE("An assessment is half done as long as it needs, and comes back as it was typed")
{
    Talking talk;
    const auto kept = talk.begun();
    CHECK(kept.value.number == u"AS-0001");
    CHECK(kept.value.state == AssessmentState::HalfDone);
    CHECK(kept.value.level == AssessmentLevel::Full);
    talk.say(kept.id,
        {{u"gp"_s, u"Angel Surgery"_s}, {u"debts"_s, u"yes"_s}, {u"debts_weigh"_s, qint64(8)}, {u"income"_s, u"uc,street"_s},
            {u"slept_rough"_s, u"yes"_s}, {u"slept_rough_first"_s, u"2019"_s}});
    talk.hostel.reopen();
    CHECK(talk.answer(kept.id, u"gp"_s) == u"Angel Surgery");
    CHECK(talk.answer(kept.id, u"debts_weigh"_s) == u"8");
    CHECK(talk.answer(kept.id, u"income"_s) == u"Universal Credit; Begging, collecting, selling");
    CHECK(talk.answer(kept.id, u"slept_rough_first"_s) == u"2019");
    CHECK(talk.read(kept.id).answers.value(u"debts_weigh"_s) == QVariant(qint64(8)));
    CHECK(talk.rows() == 6); // a row an answer
}

TEST_CASE("Only what changed is written, in one commit")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"gp"_s, u"Angel Surgery"_s}, {u"proud"_s, u"my son"_s}});
    const int before = historyRows(talk.hostel);
    talk.say(kept.id, {{u"proud"_s, u"my son and my dog"_s}});
    CHECK(historyRows(talk.hostel) == before + 1);
    talk.say(kept.id, {});
    CHECK(historyRows(talk.hostel) == before + 1);
    FilledForm now = talk.read(kept.id);
    now.answers.set(u"proud"_s, u"all of it"_s);
    now.answers.set(u"debts_weigh"_s, qint64(11)); // beyond the scale
    const Done done = talk.assessments().save(kept.id, now.answers);
    REQUIRE_FALSE(bool(done));
    CHECK(done.error().violations == Violations{{u"debts_weigh"_s, Rule::TooLarge, u"10"_s}});
    CHECK(talk.answer(kept.id, u"proud"_s) == u"my son and my dog"); // nothing half kept
}

TEST_CASE("An answer that is not asked any more is taken back, and its words are still in the history")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"own_tenancy"_s, u"yes"_s}, {u"tenancy_went"_s, u"two good years"_s}});
    talk.say(kept.id, {{u"own_tenancy"_s, u"no"_s}});
    CHECK(talk.answer(kept.id, u"tenancy_went"_s).isEmpty());
    talk.say(kept.id, {{u"own_tenancy"_s, u"yes"_s}});
    CHECK(talk.answer(kept.id, u"tenancy_went"_s).isEmpty());
}

TEST_CASE("Not said is an answer, kept apart from one that is blank")
{
    Talking talk;
    const auto kept = talk.begun();
    FilledForm now = talk.read(kept.id);
    NotSaid reasons;
    reasons.reasons.insert(u"gp"_s, NotSaidReason::DoesNotKnow);
    now.answers.set(u"not_said"_s, reasons.toJson());
    need(talk.assessments().save(kept.id, now.answers));
    const Question *gp = now.asked->form().question(u"gp"_s);
    CHECK(AskedForm::notSaid(talk.read(kept.id).answers, *gp) == NotSaidReason::DoesNotKnow);
    talk.say(kept.id, {{u"gp"_s, u"Riverside"_s}}); // an answer outweighs it
    CHECK_FALSE(AskedForm::notSaid(talk.read(kept.id).answers, *gp));
}

TEST_CASE("It is finished once what is required has an answer; a section that was left out needs none")
{
    Talking talk;
    const auto kept = talk.begun(u"first_conversation"_s);
    const Done early = talk.assessments().finish(kept.id);
    REQUIRE_FALSE(bool(early));
    QStringList missing;
    for (const Violation &violation : early.error().violations)
        missing.append(violation.column);
    CHECK(missing == QStringList{u"sleep_tonight"_s, u"safe_tonight"_s, u"life_thoughts"_s, u"next"_s});
    need(talk.assessments().leaveOut(kept.id, u"tonight"_s, LeftOut::AskedElsewhere));
    CHECK(talk.read(kept.id).leftOut == QMap<QString, LeftOut>{{u"tonight"_s, LeftOut::AskedElsewhere}});
    talk.say(kept.id, {{u"next"_s, u"Tea on Thursday"_s}});
    need(talk.assessments().finish(kept.id));
    CHECK(talk.read(kept.id).isFinished());
    CHECK(talk.read(kept.id).assessment.value.finishedAt == talk.hostel.clock.now());
}

TEST_CASE("A section that was left out can be taken up again")
{
    Talking talk;
    const auto kept = talk.begun();
    need(talk.assessments().leaveOut(kept.id, u"law"_s, LeftOut::PrefersNot));
    need(talk.assessments().leaveOut(kept.id, u"law"_s, LeftOut::NotToday));
    CHECK(talk.read(kept.id).leftOut.value(u"law"_s) == LeftOut::NotToday);
    need(talk.assessments().leaveOut(kept.id, u"law"_s, std::nullopt));
    CHECK(talk.read(kept.id).leftOut.isEmpty());
    CHECK(kindOfError(talk.assessments().leaveOut(kept.id, u"nowhere"_s, LeftOut::NotToday)) == ErrorKind::NotFound);
}

TEST_CASE("A finished assessment stays as it was, and is corrected only with a reason")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"gp"_s, u"Angel Surgery"_s}});
    talk.sayTheNeeded(kept.id);
    need(talk.assessments().finish(kept.id));
    FilledForm now = talk.read(kept.id);
    now.answers.set(u"gp"_s, u"Riverside"_s);
    CHECK(kindOfError(talk.assessments().save(kept.id, now.answers)) == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(talk.assessments().leaveOut(kept.id, u"law"_s, LeftOut::NotToday)) == ErrorKind::NotAllowedNow);
    for (const auto &[reason, rule] : {std::pair{u"  "_s, Rule::ReasonNeeded}, std::pair{u"x"_s, Rule::SaysTooLittle}}) {
        const auto refused = talk.assessments().correct(kept.id, now.answers, reason);
        REQUIRE(kindOfError(refused) == ErrorKind::Invalid);
        CHECK(refused.error().violations == Violations{{u"reason"_s, rule, {}}});
    }
    auto circumstances = need(talk.hostel.services().records.one(kept.id));
    circumstances.value.place = u"elsewhere"_s;
    CHECK(kindOfError(talk.assessments().saveCircumstances(circumstances)) == ErrorKind::Invalid);
    // Nor by another way in.
    Records &records = talk.hostel.services().records;
    auto row = need(records.of<AssessmentAnswer>("assessment_id", kept.id)).first();
    row.value.answer = u"Other"_s;
    CHECK(kindOfError(records.amend(row)) == ErrorKind::Invalid);

    need(talk.assessments().correct(kept.id, now.answers, u"heard wrong"_s));
    CHECK(talk.answer(kept.id, u"gp"_s) == u"Riverside");
    CHECK(talk.read(kept.id).corrected == QMap<QString, QString>{{u"gp"_s, u"heard wrong"_s}});
}

TEST_CASE("An answer belongs to whom the assessment is about")
{
    Talking talk;
    const auto kept = talk.begun();
    const auto ada = aPerson().called(u"Ada"_s, u"Quist"_s).in(talk.hostel);
    AssessmentAnswer wrong{kept.id, ada.id, Category::Health, u"body"_s, u"gp"_s, u"GP?"_s, u"Angel"_s, u"Angel"_s, {}, {}};
    CHECK(kindOfError(talk.hostel.services().records.add(wrong)) == ErrorKind::Invalid);
    wrong.personId = talk.ben.id;
    wrong.category = Category::Team;
    CHECK(kindOfError(talk.hostel.services().records.add(wrong)) == ErrorKind::Invalid);
}

TEST_CASE("Answers tell of needs, and say where the plan has no goal yet")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"debts"_s, u"yes"_s}, {u"debts_weigh"_s, qint64(9)}, {u"cooking"_s, u"hard"_s}});
    auto found = need(talk.assessments().tells(kept.id));
    REQUIRE(found.size() == 2);
    CHECK(found.at(0).need == u"debt_advice");
    CHECK(found.at(0).area == Area::Debt);
    CHECK(found.at(0).because.size() == 2);
    CHECK(found.at(0).goals == 0);
    CHECK(found.at(1).need == u"life_skills");
    Goal goal;
    goal.area = Area::Debt;
    goal.statement = u"One letter for all debts"_s;
    const QString thread = need(talk.hostel.services().plans.saveGoal(talk.ben.id, goal));
    CHECK(need(talk.assessments().tells(kept.id)).at(0).goals == 1);
    need(talk.hostel.services().plans.noteGoal(talk.ben.id, thread, GoalStatus::SetAside, u"not now"_s));
    CHECK(need(talk.assessments().tells(kept.id)).at(0).goals == 0);
}

TEST_CASE("A second assessment shows what changed, answer by answer, also against another form")
{
    Talking talk;
    const auto first = talk.begun();
    talk.say(first.id, {{u"mood"_s, qint64(2)}, {u"want_first"_s, u"Sleep"_s}, {u"lonely"_s, qint64(7)}});
    CHECK_FALSE(need(talk.assessments().whatChanged(first.id)));
    talk.sayTheNeeded(first.id);
    need(talk.assessments().finish(first.id));
    talk.hostel.clock.set(kNow.addDays(90));
    const auto second = talk.begun(u"review"_s);
    talk.say(second.id, {{u"mood"_s, qint64(6)}, {u"want_first"_s, u"Sleep"_s}, {u"went_well"_s, u"Six weeks here"_s}});
    const auto changed = need(talk.assessments().whatChanged(second.id));
    REQUIRE(changed);
    CHECK(changed->before.id == first.id);
    REQUIRE(changed->lines.size() == 1);
    CHECK(changed->lines.first().before == u"2");
    CHECK(changed->lines.first().after == u"6");
}

TEST_CASE("Early life is read by their own keyworker and managers alone: in the form, in search, in lists and in history")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id,
        {{u"early_wish"_s, u"yes"_s}, {u"early_home"_s, u"With my gran in Lowestoft"_s}, {u"proud"_s, u"my dog"_s},
            {u"debts"_s, u"yes"_s}});
    CHECK(need(talk.hostel.services().finding.find(u"lowestoft"_s)).size() == 1);
    const auto told = [&] {
        bool found = false;
        for (const HistoryLine &line : need(HistoryReader(talk.hostel.services().records).ofPerson(talk.ben.id.value, true)))
            found = found || QJsonDocument(line.changes).toJson().contains("Lowestoft");
        return found;
    };
    struct Reader {
        Role role;
        bool isTheirs;
        int rows;
    };
    for (const Reader &reader : {Reader{Role::Keyworker, true, 4}, {Role::Keyworker, false, 2}, {Role::SupportWorker, true, 1}}) {
        INFO(int(reader.role) << ' ' << reader.isTheirs);
        talk.hostel.reopen();
        const QString name = u"Una Door %1 %2"_s.arg(int(reader.role)).arg(int(reader.isTheirs));
        signInAs(talk.hostel, name, reader.role);
        const Id<Staff> una = talk.hostel.services().records.session().staff();
        talk.hostel.reopen();
        auto ben = need(talk.hostel.services().records.one(talk.ben.id));
        ben.value.keyworkerId = reader.isTheirs ? una : Id<Staff>();
        need(talk.hostel.services().records.amend(ben));
        talk.hostel.hostel.reset();
        auto again = talk.hostel.file->signIn(name, u"correct-horse-staple"_s);
        talk.hostel.hostel = std::move(need(again));
        const bool sees = reader.rows == 4;
        CHECK(talk.answer(kept.id, u"early_home"_s).isEmpty() != sees);
        CHECK(talk.answer(kept.id, u"proud"_s) == u"my dog");
        CHECK(need(talk.hostel.services().finding.find(u"lowestoft"_s)).isEmpty() != sees);
        CHECK(talk.rows() == reader.rows);
        CHECK(told() == sees);
        talk.say(kept.id, {{u"early_home"_s, u"With my gran in Lowestoft"_s}}); // what they can't see is not written beside it
        CHECK((kindOfErrorOf(talk.assessments().leaveOut(kept.id, u"early"_s, LeftOut::NotToday)) == ErrorKind::NotPermitted) != sees);
        if (sees)
            need(talk.assessments().leaveOut(kept.id, u"early"_s, std::nullopt));
    }
    CHECK(kindOfError(talk.assessments().withdraw(kept.id, u"wrong person"_s)) == ErrorKind::NotPermitted);
    talk.hostel.reopen();
    CHECK(talk.rows() == 5); // the section that was left out and taken back
}

TEST_CASE("What they said in their own words is found with Ctrl+K; one of the form's answers is not, since everybody gives it")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id,
        {{u"proud"_s, u"my accordion"_s}, {u"debts"_s, u"yes"_s}, {u"cooking"_s, u"want_to_learn"_s},
            {u"housing_history"_s, u"[[\"Harbour lane\",\"\",\"\",\"\"]]"_s}});
    Finding &finding = talk.hostel.services().finding;
    CHECK(need(finding.find(u"accordion"_s)).size() == 1);
    CHECK(need(finding.find(u"harbour"_s)).size() == 1);
    CHECK(need(finding.find(u"yes"_s)).isEmpty());
    CHECK(need(finding.find(u"learn"_s)).isEmpty());
}

TEST_CASE("An answer to a question that is gone stays in the file, and is in nobody's way")
{
    Talking talk;
    const auto kept = talk.begun();
    need(talk.hostel.services().records.add(
        AssessmentAnswer{kept.id, talk.ben.id, Category::Health, u"body"_s, u"gone"_s, u"Gone?"_s, u"once"_s, u"once"_s, {}, {}}));
    talk.say(kept.id, {{u"gp"_s, u"Riverside"_s}});
    CHECK(talk.answer(kept.id, u"gp"_s) == u"Riverside");
    CHECK(need(talk.assessments().tells(kept.id)).isEmpty());
    CHECK(talk.rows() == 2);
    talk.sayTheNeeded(kept.id);
    need(talk.assessments().finish(kept.id));
}

TEST_CASE("Whoever may not read an answer saves the rest and leaves it as it was")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"debts"_s, u"yes"_s}, {u"early_wish"_s, u"yes"_s}, {u"early_home"_s, u"with gran"_s}});
    signInAs(talk.hostel, u"Una Door"_s, Role::SupportWorker);
    talk.say(kept.id, {{u"proud"_s, u"my dog"_s}, {u"debts"_s, u"no"_s}}); // what they could not have seen is left alone
    talk.hostel.reopen();
    CHECK(talk.answer(kept.id, u"debts"_s) == u"Yes");
    CHECK(talk.answer(kept.id, u"early_home"_s) == u"with gran");
    CHECK(talk.answer(kept.id, u"proud"_s) == u"my dog");
}

TEST_CASE("Two people on one form: what each typed is merged answer by answer")
{
    Talking talk;
    const auto kept = talk.begun();
    talk.say(kept.id, {{u"gp"_s, u"Angel"_s}});
    const FilledForm mine = talk.read(kept.id);
    talk.say(kept.id, {{u"proud"_s, u"my dog"_s}, {u"gp"_s, u"Riverside"_s}}); // a colleague
    Row wanted = mine.answers;
    wanted.set(u"want_first"_s, u"Sleep"_s);
    const FilledForm now = talk.read(kept.id);
    CHECK(mergeInto(wanted, mine.answers, now.answers).isEmpty());
    need(talk.assessments().save(kept.id, wanted));
    CHECK(talk.answer(kept.id, u"gp"_s) == u"Riverside");
    CHECK(talk.answer(kept.id, u"proud"_s) == u"my dog");
    CHECK(talk.answer(kept.id, u"want_first"_s) == u"Sleep");
    Row clashing = mine.answers;
    clashing.set(u"gp"_s, u"Mill Road"_s);
    const Violations clashes = mergeInto(clashing, mine.answers, now.answers);
    REQUIRE(clashes.size() == 1);
    CHECK(clashes.first().column == u"gp");
}

TEST_CASE("One that was entered in error takes its answers along, and cannot be compared with")
{
    Talking talk;
    const auto first = talk.begun();
    talk.say(first.id, {{u"mood"_s, qint64(2)}});
    talk.sayTheNeeded(first.id);
    need(talk.assessments().finish(first.id));
    need(talk.assessments().withdraw(first.id, u"another Ben"_s));
    CHECK(talk.rows() == 0);
    CHECK(need(talk.assessments().of(talk.ben.id)).isEmpty());
    talk.hostel.clock.set(kNow.addDays(1));
    const auto second = talk.begun();
    talk.say(second.id, {{u"mood"_s, qint64(6)}});
    CHECK_FALSE(need(talk.assessments().whatChanged(second.id)));
}

TEST_CASE("A form that is changed asks its new questions from then on, and an earlier answer keeps its own")
{
    Talking talk;
    Forms &forms = talk.hostel.services().forms;
    const auto first = talk.begun(u"review"_s);
    talk.say(first.id, {{u"went_well"_s, u"The dentist"_s}});
    auto draft = need(forms.edit(u"review"_s));
    Form form = need(forms.asked(draft.id))->form();
    form.sections[0].questions[0].ask = u"What was good?"_s;
    draft = need(forms.saveDraft(draft, form));
    CHECK(talk.begun(u"review"_s).value.formVersionId == first.value.formVersionId); // a draft asks nobody
    const auto published = need(forms.publish(draft));
    CHECK(published.value.versionNumber == 2);
    const auto second = talk.begun(u"review"_s);
    CHECK(talk.read(second.id).asked->form().question(u"went_well"_s)->ask == u"What was good?");
    CHECK(talk.read(first.id).asked->form().question(u"went_well"_s)->ask == u"What has gone well since we last talked?");
    CHECK(talk.read(first.id).formVersion == 1);
    CHECK(talk.answer(first.id, u"went_well"_s) == u"The dentist");
}

} // namespace keywork::test::assessments_test
