// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/money.h"
#include "core/record/table_text.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/forms/inputs/scale_input.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/assessment_document.h"

#include <QMenu>
#include <QSet>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026, 9:42 in the house.
struct Asked {
    Desk desk;
    Kept<Person> ben;

    Asked()
    {
        auto builder = aPerson().arrived(QDate(2026, 9, 1));
        builder.person.gpPractice = u"Angel Surgery"_s;
        ben = builder.in(desk.made);
    }
    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    AssessmentsPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"assessments"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<AssessmentsPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    Id<Assessment> begun(const QString &form)
    {
        Assessment begun;
        begun.personId = ben.id;
        begun.begunAt = desk.made.clock.now();
        begun.means = {u"here"_s};
        return need(services().assessments.begin(form, begun)).id;
    }
    AssessmentForm *filling(Id<Assessment> id)
    {
        AssessmentsPage *page = tab({u"assessment"_s, id.value});
        REQUIRE(page->form());
        REQUIRE(page->form()->editor());
        page->form()->editor()->form()->focusFirst();
        return page->form();
    }
    FilledForm read(Id<Assessment> id) { return need(services().assessments.read(id)); }
    QString answer(Id<Assessment> id, const QString &question)
    {
        const FilledForm now = read(id);
        return now.asked->words(now.answers, *now.asked->form().question(question));
    }
    void answerTheNeeded(Id<Assessment> id)
    {
        FilledForm now = read(id);
        NotSaid reasons = NotSaid::fromJson(now.answers.text(u"not_said"_s));
        for (const Violation &missing : unanswered(*now.asked, now.answers, {}))
            reasons.reasons.insert(missing.column, NotSaidReason::PrefersNot);
        now.answers.set(u"not_said"_s, reasons.toJson());
        need(services().assessments.save(id, now.answers));
    }
    QWidget *focus() { return desk.window.focusWidget(); }
    QString focusedQuestion()
    {
        for (QWidget *at = focus(); at; at = at->parentWidget())
            if (auto *editor = qobject_cast<FieldEditor *>(at))
                return editor->column();
        return {};
    }
    void enter()
    {
        const bool isWords = qobject_cast<QPlainTextEdit *>(focus());
        QTest::keyClick(focus(), Qt::Key_Return, isWords ? Qt::ControlModifier : Qt::NoModifier);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A first conversation is begun, answered by Enter from question to question, and left half done")
{
    Asked at;
    at.open();
    at.tab();
    at.screen().press(u"newAssessment"_s);
    at.screen().choose(u"form"_s, u"first_conversation"_s);
    at.screen().choose(u"means"_s, u"telephone"_s);
    at.screen().type(u"present"_s, u"Dana of the drug service"_s);
    at.screen().press(u"save"_s);
    const auto kept = need(at.services().assessments.of(at.ben.id));
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().value.means.code == u"telephone");
    CHECK(kept.first().value.present == u"Dana of the drug service");
    CHECK(at.focusedQuestion() == u"called");
    QTest::keyClicks(at.focus(), u"Benno"_s);
    at.enter();
    CHECK(at.focusedQuestion() == u"good_time");
    at.screen().choose(u"good_time"_s, u"short"_s);
    at.enter();
    CHECK(at.focusedQuestion() == u"better_time"); // which the answer let come
    at.screen().press(u"closeAssessment"_s);
    Screen::settle();
    CHECK(at.answer(kept.first().id, u"called"_s) == u"Benno");
    CHECK(at.screen().shows(u"Half done"_s));
    at.screen().press(u"openAssessment-%1"_s.arg(kept.first().id.value));
    CHECK(at.screen().find<QLineEdit>(u"called"_s)->text() == u"Benno");
}

TEST_CASE("Every question of our forms is reached by keyboard alone")
{
    for (const QString &form : {u"first_conversation"_s, u"review"_s, u"full_assessment"_s}) {
        INFO(form.toStdString());
        Asked at;
        const Id<Assessment> id = at.begun(form);
        at.open();
        at.filling(id);
        const FilledForm now = at.read(id);
        QSet<QString> wanted;
        for (const FormSection &section : now.asked->form().sections)
            for (const Question &question : section.questions)
                if (now.asked->asks(now.answers, question))
                    wanted.insert(question.id);
        QSet<QString> reached;
        for (int press = 0; press < 400 && at.focus() && at.focus()->objectName() != u"finishAssessment"; ++press) {
            if (const QString question = at.focusedQuestion(); !question.isEmpty())
                reached.insert(question);
            at.enter();
        }
        CHECK(at.focus()->objectName() == u"finishAssessment");
        CHECK((wanted - reached).values().join(u' ') == QString());
    }
}

TEST_CASE("Any section is opened by keyboard at once, and what was typed is kept on the way")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    CHECK(form->section() == u"you"_s);
    at.screen().type(u"faith"_s, u"Sundays"_s);
    at.screen().shortcut(Qt::CTRL | Qt::Key_PageDown);
    CHECK(form->section() == u"housing");
    CHECK(at.answer(id, u"faith"_s) == u"Sundays");
    at.screen().press(u"section-money"_s);
    CHECK(form->section() == u"money");
    at.screen().shortcut(Qt::CTRL | Qt::Key_PageUp);
    CHECK(form->section() == u"law");
}

TEST_CASE("A section keeps what was typed wrong in sight and stays open")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"body"_s);
    Screen::settle();
    at.screen().type(u"weight"_s, u"7"_s);
    form->showSection(u"money"_s);
    Screen::settle();
    CHECK(form->section() == u"body");
    CHECK(at.screen().find<QLineEdit>(u"weight"_s)->text() == u"7");
    CHECK(at.answer(id, u"weight"_s).isEmpty());
}

TEST_CASE("A scale takes the number keys, the arrows and Delete")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"mind"_s);
    Screen::settle();
    auto *mood = qobject_cast<ScaleInput *>(form->editor()->form()->editor(u"mood"_s)->input());
    REQUIRE(mood);
    CHECK(mood->value().isNull());
    QTest::keyClick(mood, Qt::Key_7);
    CHECK(mood->value() == QVariant(qint64(7)));
    QTest::keyClick(mood, Qt::Key_1);
    CHECK(mood->value() == QVariant(qint64(1)));
    QTest::keyClick(mood, Qt::Key_0);
    CHECK(mood->value() == QVariant(qint64(10)));
    QTest::keyClick(mood, Qt::Key_Right);
    CHECK(mood->value() == QVariant(qint64(10)));
    QTest::keyClick(mood, Qt::Key_Left);
    CHECK(mood->value() == QVariant(qint64(9)));
    QTest::keyClick(mood, Qt::Key_0);
    CHECK(mood->value() == QVariant(qint64(0)));
    QTest::keyClick(mood, Qt::Key_Delete);
    CHECK(mood->value().isNull());
    at.screen().press(u"mood-4"_s);
    at.screen().press(u"save"_s);
    CHECK(at.answer(id, u"mood"_s) == u"4");
}

TEST_CASE("A table grows a row at a time and is kept")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"housing"_s);
    Screen::settle();
    at.screen().type(u"housing_history-0-0"_s, u"A sofa"_s);
    at.screen().type(u"housing_history-0-2"_s, u"two weeks"_s);
    at.screen().type(u"housing_history-1-0"_s, u"A tent"_s);
    at.screen().press(u"save"_s);
    CHECK(at.answer(id, u"housing_history"_s) == u"A sofa · two weeks\nA tent");
    form->showSection(u"housing"_s);
    Screen::settle();
    CHECK(at.screen().find<QLineEdit>(u"housing_history-1-0"_s)->text() == u"A tent");
    CHECK(at.screen().find<QLineEdit>(u"housing_history-2-0"_s)->text().isEmpty());
}

TEST_CASE("What is on file is confirmed and not typed again, and a new answer goes on file with one press")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"body"_s);
    Screen::settle();
    CHECK(at.screen().shows(u"Angel Surgery"_s));
    at.screen().press(u"right-gp"_s);
    CHECK(at.screen().find<QLineEdit>(u"gp"_s)->text() == u"Angel Surgery");
    at.screen().type(u"allergies"_s, u"penicillin"_s);
    at.screen().press(u"record-allergies"_s);
    CHECK(need(at.services().records.one(at.ben.id)).value.allergies == u"penicillin");
    at.screen().press(u"save"_s);
    CHECK(at.answer(id, u"gp"_s) == u"Angel Surgery");
    CHECK(at.answer(id, u"allergies"_s) == u"penicillin");
}

TEST_CASE("Where it was and who was there can be said later, as long as it is half done")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    at.filling(id);
    at.screen().type(u"faith"_s, u"Sundays"_s);
    at.screen().press(u"circumstances"_s);
    Screen::settle();
    at.screen().choose(u"means"_s, u"hospital"_s);
    at.screen().type(u"place"_s, u"Ward 4"_s);
    at.screen().type(u"interpreter"_s, u"Polish, by telephone"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    const auto kept = need(at.services().records.one(id));
    CHECK(kept.value.means.code == u"hospital");
    CHECK(kept.value.place == u"Ward 4");
    CHECK(kept.value.interpreter == u"Polish, by telephone");
    CHECK(at.answer(id, u"faith"_s) == u"Sundays"); // kept on the way
    CHECK(at.screen().find<QPushButton>(u"section-you"_s)); // and on with the form
}

TEST_CASE("A fact that has a record of its own is kept there from the question")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"people"_s);
    Screen::settle();
    at.screen().type(u"people_lost"_s, u"my dad"_s);
    at.screen().press(u"kept-children"_s);
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(at.desk.window.workspace()->currentPage());
    REQUIRE(resident);
    CHECK(resident->tabName() == u"lists");
    at.filling(id); // what was half typed waits, in its section
    CHECK(at.screen().find<QLineEdit>(u"people_lost"_s)->text() == u"my dad");
}

TEST_CASE("The form of the record opens with the words of the answer, and nowhere else do they stay behind")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    FilledForm now = at.read(id);
    now.answers.set(u"children"_s, kYes);
    now.answers.set(u"children_where"_s, u"With her gran"_s);
    now.answers.set(u"debts"_s, kYes);
    now.answers.set(u"debts_to"_s, tableText({{u"The council"_s, u"£600"_s, {}, {}}, {u"A mate"_s, u"£20"_s, u"May"_s, {}}}));
    need(at.services().assessments.save(id, now.answers));
    at.open();
    at.filling(id)->showSection(u"people"_s);
    Screen::settle();
    at.screen().press(u"kept-children_where"_s);
    Screen::settle();
    CHECK(at.screen().find<QLineEdit>(u"lives_where"_s)->text() == u"With her gran");
    CHECK(at.desk.window.workspace()->bookmark().visit.record.start.isEmpty()); // it outlives the lock
    at.screen().type(u"name"_s, u"Joy"_s, at.desk.window.workspace()->currentPage());
    at.screen().press(u"save"_s);
    const auto children = need(at.services().records.all<Child>());
    REQUIRE(children.size() == 1);
    CHECK(children.first().value.livesWhere == u"With her gran");

    at.filling(id)->showSection(u"money"_s);
    Screen::settle();
    at.screen().press(u"kept-debts_to"_s);
    auto *rows = at.desk.window.findChild<QMenu *>(u"keptRows"_s);
    REQUIRE(rows);
    REQUIRE(rows->actions().size() == 2);
    CHECK(rows->actions().at(1)->text() == u"A mate, £20.00"_s);
    rows->actions().at(1)->trigger();
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(at.desk.window.workspace()->currentPage());
    REQUIRE(resident);
    CHECK(resident->tabName() == u"money");
    CHECK(at.screen().find<QLineEdit>(u"creditor"_s)->text() == u"A mate");
    CHECK(at.screen().find<QLineEdit>(u"amount"_s)->text() == u"£20.00");
    at.screen().choose(u"creditor_kind"_s, u"family_friend"_s);
    at.screen().choose(u"known"_s, u"as_told"_s);
    at.screen().press(u"save"_s);
    const auto debts = need(at.services().records.all<Debt>());
    REQUIRE(debts.size() == 1);
    CHECK(debts.first().value.amount == Pence{20'00});
    CHECK(debts.first().value.note == u"Since when: May");
}

TEST_CASE("What the answers tell so far stands below the questions of a half-done assessment, with its press to a goal")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    CHECK_FALSE(at.screen().shows(u"What this tells us so far"_s)); // nothing was found yet
    FilledForm now = at.read(id);
    now.answers.set(u"debts"_s, kYes);
    need(at.services().assessments.save(id, now.answers));
    form->showSection(u"money"_s);
    Screen::settle();
    CHECK(at.screen().shows(u"What this tells us so far"_s));
    CHECK(at.screen().shows(u"no goal yet for debt"_s));
    at.screen().press(u"goal-debt_advice-debt"_s);
    Screen::settle();
    const auto plan = need(at.services().plans.planOf(at.ben.id));
    REQUIRE(plan);
    CHECK(plan->current.areas[size_t(Area::Debt)].goals.size() == 1);
    CHECK_FALSE(at.screen().shows(u"no goal yet for debt"_s));
    CHECK(at.screen().shows(u"What this tells us so far"_s));
    CHECK(form->section() == u"money");
    CHECK_FALSE(at.read(id).isFinished());
}

TEST_CASE("What is typed is a draft before it is kept")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"strengths"_s);
    Screen::settle();
    at.screen().type(u"others_say"_s, u"that I am fair"_s);
    QTest::qWait(1800);
    CHECK(at.answer(id, u"others_say"_s).isEmpty());
    at.desk.window.lock();
    at.desk.window.enter(shared(at.desk.made));
    Screen::settle();
    CHECK(at.filling(id)->section() == u"strengths");
    CHECK(at.screen().find<QLineEdit>(u"others_say"_s)->text() == u"that I am fair");
}

TEST_CASE("A section is left out with a reason, and finishing says what is missing")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"first_conversation"_s);
    at.open();
    AssessmentsPage *page = at.tab({u"assessment"_s, id.value});
    AssessmentForm *form = page->form();
    REQUIRE(form);
    form->showSection(u"tonight"_s);
    Screen::settle();
    at.screen().find<QComboBox>(u"leaveOut"_s)->setCurrentIndex(3);
    Q_EMIT at.screen().find<QComboBox>(u"leaveOut"_s)->activated(3);
    Screen::settle();
    CHECK(at.read(id).leftOut.value(u"tonight"_s) == LeftOut::DoesNotConcern);
    CHECK(at.screen().shows(u"left out"_s));
    at.screen().press(u"finishAssessment"_s);
    CHECK(form->section() == u"want");
    CHECK(at.screen().shows(u"What shall we do next, and who does it?"_s));
    CHECK_FALSE(at.read(id).isFinished());
    at.screen().type(u"next"_s, u"Tea on Thursday"_s);
    at.screen().press(u"finishAssessment"_s);
    Screen::settle();
    CHECK(at.read(id).isFinished());
    CHECK(page->view()); // what it tells us opens after it
}

TEST_CASE("What this tells us names a need without a goal, and one press puts the goal into the draft plan")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    FilledForm now = at.read(id);
    now.answers.set(u"debts"_s, u"yes"_s);
    need(at.services().assessments.save(id, now.answers));
    at.answerTheNeeded(id);
    need(at.services().assessments.finish(id));
    at.open();
    at.tab({u"assessment"_s, id.value});
    CHECK(at.screen().shows(u"no goal yet for debt"_s));
    at.screen().press(u"goal-debt_advice-debt"_s);
    Screen::settle();
    const auto plan = need(at.services().plans.planOf(at.ben.id));
    REQUIRE(plan);
    CHECK(plan->current.version.value.state == VersionState::Draft);
    REQUIRE(plan->current.areas[size_t(Area::Debt)].goals.size() == 1);
    CHECK(plan->current.areas[size_t(Area::Debt)].goals.first().goal.value.statement == u"Debt advice");
    CHECK_FALSE(at.screen().shows(u"no goal yet for debt"_s));
}

TEST_CASE("A finished assessment is corrected with a reason, which stands beside the answer")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"review"_s);
    at.answerTheNeeded(id);
    need(at.services().assessments.finish(id));
    at.open();
    at.tab({u"assessment"_s, id.value});
    at.screen().press(u"correctAssessment"_s);
    Screen::settle();
    at.screen().type(u"went_well"_s, u"The dentist"_s);
    at.screen().press(u"save"_s);
    CHECK(at.answer(id, u"went_well"_s).isEmpty()); // not without a reason
    at.screen().type(u"reason"_s, u"forgotten at the desk"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    CHECK(at.answer(id, u"went_well"_s) == u"The dentist");
    CHECK(at.screen().shows(u"Corrected: forgotten at the desk"_s));
}

TEST_CASE("An assessment that Adult Social Care made is kept beside ours: who, when, what they found, where the paper lies")
{
    Asked at;
    at.open();
    at.tab();
    at.screen().press(u"newByOthers"_s);
    Screen::settle();
    at.screen().type(u"kind"_s, u"Care needs assessment"_s);
    at.screen().type(u"by_whom"_s, u"Adult Social Care"_s);
    at.screen().type(u"on_day"_s, u"2026-08-20"_s);
    at.screen().type(u"findings"_s, u"Prompting with meals"_s);
    at.screen().type(u"kept_where"_s, u"Blue folder"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    const auto kept = need(at.services().records.all<AssessmentByOthers>());
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().value.onDay == QDate(2026, 8, 20));
    CHECK(kept.first().value.keptWhere == u"Blue folder");
    at.tab();
    CHECK(at.screen().shows(u"Care needs assessment"_s));
    CHECK(at.screen().shows(u"Prompting with meals"_s));
}

TEST_CASE("Two people on one form: an answer that a colleague gave meanwhile is there, and a clash is shown before anything is kept")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    at.open();
    AssessmentForm *form = at.filling(id);
    form->showSection(u"strengths"_s);
    Screen::settle();
    at.screen().type(u"others_say"_s, u"that I am fair"_s);
    FilledForm theirs = at.read(id);
    theirs.answers.set(u"rights_know"_s, u"my room"_s);
    need(at.services().assessments.save(id, theirs.answers));
    at.screen().press(u"save"_s);
    Screen::settle();
    CHECK(at.answer(id, u"others_say"_s) == u"that I am fair");
    CHECK(at.answer(id, u"rights_know"_s) == u"my room");

    form->showSection(u"you"_s);
    Screen::settle();
    at.screen().type(u"faith"_s, u"Sundays"_s);
    theirs = at.read(id);
    theirs.answers.set(u"faith"_s, u"Fridays"_s);
    need(at.services().assessments.save(id, theirs.answers));
    at.screen().press(u"save"_s);
    Screen::settle();
    CHECK(at.answer(id, u"faith"_s) == u"Fridays"); // nothing overwritten unseen
    CHECK(at.screen().shows(u"Fridays"_s));
    at.screen().press(u"save"_s); // seen now: mine holds
    Screen::settle();
    CHECK(at.answer(id, u"faith"_s) == u"Sundays");
}

TEST_CASE("Without the right to it a section is not there at all")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    signInAs(at.desk.made, u"Una Door"_s, Role::SupportWorker);
    at.open();
    AssessmentForm *form = at.filling(id);
    CHECK(form->findChild<QPushButton *>(u"section-body"_s));
    CHECK_FALSE(form->findChild<QPushButton *>(u"section-early"_s));
    CHECK_FALSE(form->findChild<QPushButton *>(u"section-law"_s));
}

TEST_CASE("Prints: early life is on no copy unless it is chosen, a discreet one says nothing of health, an empty form asks everything")
{
    Asked at;
    const Id<Assessment> id = at.begun(u"full_assessment"_s);
    FilledForm now = at.read(id);
    now.answers.set(u"early_wish"_s, u"yes"_s);
    now.answers.set(u"early_home"_s, u"With my gran"_s);
    now.answers.set(u"conditions"_s, u"Asthma"_s);
    now.answers.set(u"proud"_s, u"My dog"_s);
    need(at.services().assessments.save(id, now.answers));
    now = at.read(id);
    const Session &session = at.services().records.session();
    using print::CopyKind;
    using print::EarlyLife;
    CHECK(print::categoriesOn(now, session, CopyKind::Full, EarlyLife::LeftOut) == std::set{Category::Health, Category::CarePlan});
    CHECK(print::categoriesOn(now, session, CopyKind::Full, EarlyLife::Included)
        == std::set{Category::Health, Category::EarlyLife, Category::CarePlan});
    CHECK(print::categoriesOn(now, session, CopyKind::Discreet, EarlyLife::Included) == std::set{Category::CarePlan});
    const auto plain = need(print::assessmentDocument(at.services(), now, CopyKind::Full, EarlyLife::LeftOut));
    const auto large = need(print::assessmentDocument(at.services(), now, CopyKind::LargePrint, EarlyLife::LeftOut));
    CHECK(plain.pageCount() >= 1);
    CHECK(large.textScale > plain.textScale);
    CHECK_FALSE(plain.toPdf().isEmpty());
    CHECK(need(print::emptyForm(at.services(), now.asked->form(), CopyKind::Full)).pageCount() > 5);
}
