// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "tests/ui/asked_assessment.h"
#include "ui/forms/inputs/scale_input.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/assessment_document.h"

#include <QSet>

namespace keywork::test::assessment_screen_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::assessment_screen_test
