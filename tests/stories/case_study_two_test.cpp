// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/reception_pc.h"
#include "tests/support/screen.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/pages/appointments/resident_appointments_page.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/pages/intake/referrals_in_page.h"
#include "ui/pages/intake/way_in_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/workspace.h"

#include <QCheckBox>
#include <QDir>

namespace keywork::test::case_study_two_test {

using namespace Qt::StringLiterals;

TEST_CASE("Ben is referred, moves in, moves back and forward, agrees a plan and a referral (case study 2)")
{
    ReceptionPc house;
    firstRun(house);

    { // 15 July: referred by the drug service; a room and an agency are on file
        Screen screen(*house.window);
        house.window->workspace()->openPlace(u"room-lists"_s);
        screen.press(u"new"_s);
        screen.type(u"name"_s, u"7"_s);
        screen.press(u"save"_s);
        house.window->workspace()->openPlace(u"partners"_s);
        screen.press(u"new"_s);
        screen.type(u"name"_s, u"Kingston Chest Clinic"_s);
        screen.choose(u"category"_s, u"secondary_care"_s);
        screen.press(u"save"_s);
        house.window->workspace()->openPlace(u"entry-criteria"_s);
        screen.press(u"nextCriteria"_s); // begins with what many houses say
        screen.press(u"save"_s);
        CHECK(screen.shows(u"Holds now: EC-0001"_s));
        house.window->workspace()->openPlace(u"referrals-in"_s);
        screen.press(u"newReferral"_s);
        screen.type(u"given_name"_s, u"Ben"_s);
        screen.type(u"family_name"_s, u"Barker"_s);
        screen.type(u"born_on"_s, u"3/2/1981"_s);
        screen.choose(u"source"_s, u"drug_service"_s);
        screen.type(u"from_whom"_s, u"Jo Mensah, 020 7946 0100"_s);
        screen.type(u"reason"_s, u"Threats at his flat; sofa surfing."_s);
        screen.choose(u"primary_need"_s, u"drugs"_s);
        screen.type(u"next_step"_s, u"Book the assessment"_s);
        screen.type(u"next_on"_s, u"+2d"_s);
        screen.press(u"save"_s);
        auto *list = qobject_cast<ReferralsInPage *>(house.window->workspace()->currentPage());
        REQUIRE(list);
        CHECK(list->table()->model()->rowCount() == 1);
        CHECK(house.openBen());
        CHECK(screen.find<QLabel>(u"residentName"_s)->text() == u"Ben Barker"_s);
    }
    house.missAppointment(1, u"17/7/2026 10:30"_s, QDate(2026, 7, 17));
    {
        Screen screen(*house.window);
        house.window->workspace()->openPlace(u"today"_s);
        Screen::settle();
        CHECK(screen.shows(u"Next by Fri 17 Jul: Book the assessment"_s));
    }
    house.missAppointment(2, u"24/7/2026 10:30"_s, QDate(2026, 7, 24));
    {
        Screen screen(*house.window);
        QWidget *form = house.openReferral()->referral()->editor();
        screen.choose(u"state"_s, u"assessment_missed"_s, form);
        screen.type(u"next_step"_s, u"See him at the drug service instead"_s, form);
        screen.type(u"next_on"_s, u"3/8/2026"_s, form);
        screen.press(u"save"_s, form);
        CHECK(screen.shows(u"Assessment missed"_s));
    }
    house.recordStage(u"chaotic_not_in_treatment"_s, u"Missed two appointments before coming."_s);

    house.comeBackOn(QDate(2026, 8, 3)); // assessed at the drug service, and accepted
    { // what Adult Social Care found is kept beside ours
        Screen screen(*house.window);
        house.openAssessments();
        screen.press(u"newByOthers"_s);
        QWidget *form = house.window->workspace()->currentPage();
        screen.type(u"kind"_s, u"Care needs assessment"_s, form);
        screen.type(u"by_whom"_s, u"Adult Social Care"_s, form);
        screen.type(u"on_day"_s, u"29/7/2026"_s, form);
        screen.type(u"findings"_s, u"Underweight; needs support to keep safe from threats."_s, form);
        screen.press(u"save"_s, form);
        house.openAssessments();
        CHECK(screen.shows(u"Underweight; needs support to keep safe from threats."_s));
    }
    { // ours, section by section, as he tells it
        Screen screen(*house.window);
        AssessmentsPage *page = house.openAssessments();
        screen.press(u"newAssessment"_s);
        screen.choose(u"form"_s, u"full_assessment"_s);
        screen.choose(u"means"_s, u"outside"_s);
        screen.type(u"place"_s, u"At the drug service"_s);
        screen.type(u"present"_s, u"Jo Mensah"_s);
        screen.press(u"save"_s);
        REQUIRE(page->form());
        house.section(page, u"body"_s);
        screen.type(u"allergies"_s, u"None"_s);
        screen.type(u"conditions"_s, u"COPD, cirrhosis; TB, treated"_s);
        screen.choose(u"eating"_s, u"little"_s);
        screen.type(u"weight"_s, u"51"_s);
        house.section(page, u"substances"_s);
        screen.choose(u"uses"_s, u"yes"_s);
        screen.type(u"uses_main"_s, u"Heroin"_s);
        house.section(page, u"safety"_s);
        screen.choose(u"life_thoughts"_s, u"past"_s);
        screen.choose(u"threatened"_s, u"yes"_s);
        house.section(page, u"strengths"_s);
        screen.press(u"finishAssessment"_s); // not without what he wants
        CHECK(page->form());
        screen.type(u"want_first"_s, u"Be left alone by the dealers"_s);
        screen.press(u"finishAssessment"_s);
        Screen::settle();
        REQUIRE(page->view());
        CHECK(screen.shows(u"What this tells us"_s));
        CHECK(screen.shows(u"Legal advice"_s)); // from the threats
    }
    {
        Screen screen(*house.window);
        QWidget *form = house.openReferral()->referral()->editor();
        for (int i = 1; i <= 3; ++i)
            screen.choose(u"criterion-%1"_s.arg(i), u"met"_s, form);
        screen.choose(u"state"_s, u"not_offered"_s, form);
        screen.press(u"save"_s, form);
        CHECK(screen.shows(u"Please say why."_s)); // no decision against somebody without a reason
        screen.choose(u"state"_s, u"accepted"_s, form);
        screen.type(u"decided_why"_s, u"At risk where he is; we can help with health and money."_s, form);
        screen.type(u"next_step"_s, u"Get room 7 ready"_s, form);
        screen.type(u"next_on"_s, u"6/8/2026"_s, form);
        screen.press(u"save"_s, form);
        house.openReferral();
        screen.press(u"printDecision"_s);
        auto *preview = qobject_cast<PreviewPage *>(house.window->workspace()->currentPage());
        REQUIRE(preview);
        const QString pdf = house.folder.filePath(u"letter.pdf"_s);
        need(preview->savePdf(pdf));
        const QString letter = textOf(pdf);
        for (const QString &needed : {u"Dear Ben Barker,"_s, u"We are glad to offer you a place here."_s, u"At risk where he is"_s,
                 u"Decided by our entry criteria, EC-0001"_s})
            CHECK(letter.contains(needed));
        screen.press(u"back"_s);
    }

    house.comeBackOn(QDate(2026, 8, 6)); // moves in some days later
    {
        Screen screen(*house.window);
        WayInPage *wayIn = house.openWayIn();
        REQUIRE(wayIn->arriving());
        auto *room = screen.find<QComboBox>(u"room_id"_s, wayIn->arriving());
        REQUIRE(room->findText(u"7"_s) >= 0);
        room->setCurrentIndex(room->findText(u"7"_s));
        screen.type(u"arrived_on"_s, u"14/7/2026"_s, wayIn->arriving());
        screen.press(u"save"_s, wayIn->arriving());
        CHECK(screen.shows(u"This is before the day of the referral, 15 Jul 2026."_s));
        screen.type(u"arrived_on"_s, u"today"_s, wayIn->arriving());
        screen.press(u"save"_s, wayIn->arriving());
        CHECK(screen.shows(u"Room 7"_s));
        CHECK_FALSE(wayIn->arriving());
        CHECK(screen.shows(u"The licence is not signed"_s));
        screen.type(u"licence_signed_on"_s, u"today"_s, wayIn->stay());
        screen.choose(u"belongings_seen"_s, u"with_them"_s, wayIn->stay());
        screen.type(u"escape_plan"_s, u"Slow on stairs: staff go to the door."_s, wayIn->stay());
        screen.press(u"save"_s, wayIn->stay());
        CHECK_FALSE(screen.shows(u"The licence is not signed"_s));
        house.window->workspace()->openPlace(u"today"_s);
        Screen::settle();
        CHECK(screen.shows(u"not everything is done yet"_s));
        house.openWayIn();
        screen.press(u"printArrival"_s);
        auto *preview = qobject_cast<PreviewPage *>(house.window->workspace()->currentPage());
        REQUIRE(preview);
        const QString pdf = house.folder.filePath(u"arrival.pdf"_s);
        need(preview->savePdf(pdf));
        CHECK(textOf(pdf).contains(u"Slow on stairs: staff go to the door."_s));
        screen.press(u"back"_s);
        house.openWayIn();
        screen.press(u"finishArrival"_s);
        house.window->workspace()->openPlace(u"today"_s);
        Screen::settle();
        CHECK_FALSE(screen.shows(u"not everything is done yet"_s));
    }
    house.recordStage(u"chaotic_engaging"_s, u"Went to the drug service with Priya."_s);

    house.comeBackOn(QDate(2026, 8, 24));
    house.recordStage(u"chaotic_not_in_treatment"_s, u"Two overdoses; stopped going."_s);

    house.comeBackOn(QDate(2026, 9, 2)); // the first plan
    QString goalText = u"Pick up methadone every day"_s;
    {
        ResidentPage *page = house.openBen();
        page->showTab(u"plan"_s);
        Screen screen(*house.window);
        auto *plan = qobject_cast<CarePlanPage *>(page->currentTab());
        screen.press(u"substance_use"_s);
        screen.press(u"editArea"_s);
        screen.type(u"own_words"_s, u"I want to stop going over."_s, plan->editor());
        screen.type(u"self_rating"_s, u"11"_s, plan->editor());
        screen.press(u"save"_s, plan->editor());
        CHECK(screen.shows(u"It can be at most 10."_s));
        screen.type(u"self_rating"_s, u"3"_s, plan->editor());
        screen.press(u"save"_s, plan->editor());
        CHECK(screen.shows(u"“I want to stop going over.”"_s));
        screen.press(u"addGoal"_s);
        screen.type(u"statement"_s, goalText, plan->editor());
        screen.choose(u"agreement"_s, u"agreed"_s, plan->editor());
        screen.press(u"save"_s, plan->editor());
        screen.press(u"addStep"_s);
        screen.type(u"what"_s, u"Ask the pharmacy for a fixed slot"_s, plan->editor());
        screen.type(u"due_on"_s, u"+2d"_s, plan->editor());
        screen.press(u"add-step_who"_s, plan->editor()); // he stands there already
        auto *second = screen.find<QWidget>(u"step_who-2"_s, plan->editor());
        auto *staff = screen.find<QComboBox>(u"staff_id"_s, second);
        staff->setCurrentIndex(staff->findText(u"Priya Shah"_s));
        screen.press(u"save"_s, plan->editor());
        CHECK(screen.shows(u"4 Sep"_s));
        screen.press(u"askForSignOff"_s);
        auto *preview = qobject_cast<PreviewPage *>(house.window->workspace()->currentPage());
        REQUIRE(preview);
        const QString pdf = house.folder.filePath(u"plan.pdf"_s);
        need(preview->savePdf(pdf));
        const QString printed = textOf(pdf);
        for (const QString &needed : {u"My care plan"_s, u"1 Using, not in treatment yet ◀ now"_s, u"5 Settled"_s, u"Housing resilience"_s,
                 u"Not talked about yet:"_s, goalText, u"Ben, Priya"_s, u"Ben Barker, signature and date"_s, u"Page 1 of"_s,
                 u"fingerprint"_s, u"Room 7"_s})
            CHECK(printed.contains(needed));
        CHECK_FALSE(printed.contains(u"Chaotic"_s));
        CHECK_FALSE(printed.contains(u"Nothing for now"_s)); // nobody asked about the other areas
        screen.press(u"back"_s);
    }
    { // he signs on paper
        ResidentPage *page = house.openBen();
        page->showTab(u"plan"_s);
        Screen screen(*house.window);
        CHECK(screen.shows(u"Version 1, issued"_s));
        screen.press(u"askForSignOff"_s);
        screen.choose(u"kind"_s, u"signed_on_paper"_s);
        screen.press(u"save"_s, qobject_cast<CarePlanPage *>(page->currentTab())->editor());
        CHECK(screen.shows(u"Signed on paper, 2 Sep 2026"_s));
        CHECK(screen.shows(u"Version 1, agreed"_s));
    }

    house.comeBackOn(QDate(2026, 9, 14)); // better: a new version, an agreement, a referral
    house.recordStage(u"in_treatment"_s, u"Collected every dose for a week."_s);
    {
        ResidentPage *page = house.openBen();
        page->showTab(u"plan"_s);
        Screen screen(*house.window);
        auto *plan = qobject_cast<CarePlanPage *>(page->currentTab());
        screen.press(u"substance_use"_s);
        screen.press(u"editArea"_s);
        screen.type(u"self_rating"_s, u"4"_s, plan->editor());
        screen.press(u"save"_s, plan->editor());
        CHECK(screen.shows(u"Version 2, draft"_s));
        CHECK(screen.shows(u"version 1 is agreed"_s));
        plan->showChanges();
        Screen::settle();
        CHECK(screen.shows(u"own rating from 3 to 4"_s));

        page->showTab(u"sharing"_s);
        auto *sharing = qobject_cast<SharingPage *>(page->currentTab());
        sharing->openReferral();
        QTest::keyClicks(sharing->wizard()->reasonEdit(), u"Breathless on the stairs."_s);
        screen.press(u"referralNext"_s);
        screen.press(u"referralNext"_s);
        CHECK(screen.shows(u"has not agreed"_s));
        sharing->openAgreement();
        Screen::settle();
        screen.name(u"agency_id"_s, u"Kingston Chest Clinic"_s, sharing->editor());
        screen.press(u"save"_s, sharing->editor());
        CHECK(screen.shows(u"Please tick what may be shared."_s));
        screen.find<QCheckBox>(u"share-identity"_s, sharing->editor())->setChecked(true);
        screen.find<QCheckBox>(u"share-health"_s, sharing->editor())->setChecked(true);
        screen.press(u"save"_s, sharing->editor());
        CHECK(screen.shows(u"Kingston Chest Clinic"_s));

        sharing->openReferral();
        Screen::settle();
        ReferralWizard *wizard = sharing->wizard();
        screen.press(u"referralNext"_s); // to whom
        CHECK(wizard->reasonEdit()->toPlainText() == u"Breathless on the stairs."); // kept when the form was left
        screen.press(u"referralNext"_s); // why
        CHECK_FALSE(wizard->ticks()->box(Category::Treatment)->isEnabled());
        CHECK(wizard->ticks()->box(Category::Identity)->isChecked());
        screen.press(u"referralNext"_s); // what to share
        REQUIRE(wizard->prepared().has_value());
        wizard->leaving()->plain()->setChecked(true);
        QDir(house.folder.path()).mkpath(u"out"_s);
        need(wizard->handOver(house.folder.filePath(u"out"_s)));
        CHECK(screen.shows(u"R-0001 is ready to go"_s));
        CHECK(QFile::exists(house.folder.filePath(u"out/referral-R-0001-protected.pdf"_s)));
        const QString referral = textOf(house.folder.filePath(u"out/referral-R-0001.pdf"_s));
        CHECK(referral.contains(u"Ben Barker"_s));
        CHECK(referral.contains(u"Breathless on the stairs."_s));
        CHECK_FALSE(referral.contains(goalText));
        CHECK_FALSE(referral.contains(u"In treatment"_s));
    }

    house.comeBackOn(QDate(2026, 9, 20)); // all of it is still there
    {
        ResidentPage *page = house.openBen();
        Screen screen(*house.window);
        CHECK(screen.shows(u"stage 3 since 14 Sep"_s));
        CHECK(screen.shows(u"moved forward"_s));
        page->showTab(u"sharing"_s);
        CHECK(screen.shows(u"agreed on 14 Sep 2026"_s));
    }
}

} // namespace keywork::test::case_study_two_test
