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
#include "tests/ui/asked_assessment.h"
#include "ui/forms/inputs/scale_input.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"

#include <QMenu>

namespace keywork::test::assessment_facts_screen_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::assessment_facts_screen_test
