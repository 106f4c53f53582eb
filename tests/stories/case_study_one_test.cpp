// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "core/services/care/intake.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/pages/intake/referrals_in_page.h"
#include "ui/pages/intake/way_in_page.h"
#include "ui/pages/resident/resident_page.h"

namespace keywork::test::case_study_one_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026, 9:42 in the house.
struct HospitalDischarge {
    Desk desk;
    Kept<Agency> service = anAgency(desk.made);
    Kept<Room> room = need(desk.services().records.add(Room{u"3"_s, {}, {}, true, false, {}}));

    Screen &screen() { return desk.screen; }
    Intake &intake() { return desk.services().intake; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Kept<ReferralIn> referral() { return need(desk.services().records.all<ReferralIn>()).first(); }
    WayInPage *wayIn(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(referral().value.personId.value, u"way-in"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<WayInPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    AssessmentsPage *assessments(Id<Person> person)
    {
        desk.window.workspace()->visit(residentVisit(person.value, u"assessments"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<AssessmentsPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    /// Begins a conversation along a form, as far as its first section.
    AssessmentsPage *talk(Id<Person> person, const QString &form, const QString &means)
    {
        AssessmentsPage *page = assessments(person);
        screen().press(u"newAssessment"_s);
        screen().choose(u"form"_s, form);
        screen().choose(u"means"_s, means);
        screen().press(u"save"_s);
        REQUIRE(page->form());
        return page;
    }
    void section(AssessmentsPage *page, const QString &section)
    {
        page->form()->showSection(section);
        Screen::settle();
        REQUIRE(page->form()->section() == section);
    }
    void step(WayInPage *page, int number, const QString &what, const QString &who, const QString &when)
    {
        screen().press(u"add-arrival_step"_s, page->stay());
        auto *card = screen().find<QWidget>(u"arrival_step-%1"_s.arg(number), page->stay());
        screen().type(u"what"_s, what, card);
        screen().type(u"who"_s, who, card);
        screen().type(u"planned_at"_s, when, card);
    }
};

} // namespace

TEST_CASE("Somebody rings from a ward, is assessed there, and comes on the day of discharge without a day between (case study 1)")
{
    HospitalDischarge at;
    at.open();

    // The outreach agency rings: taken down while they speak.
    at.desk.openPlace<ReferralsInPage>(u"referrals-in"_s);
    at.screen().press(u"newReferral"_s);
    at.screen().type(u"given_name"_s, u"Dana"_s);
    at.screen().type(u"family_name"_s, u"Whitlock"_s);
    at.screen().choose(u"how"_s, u"telephone"_s);
    at.screen().choose(u"source"_s, u"hospital"_s);
    at.screen().type(u"from_whom"_s, u"Ward 4, 020 7946 0122"_s);
    at.screen().type(u"reason"_s, u"Slept rough; in hospital since Friday; methadone begun there."_s);
    at.screen().choose(u"last_accommodation"_s, u"rough_sleeping"_s);
    at.screen().type(u"in_their_words"_s, u"Anywhere with a door."_s);
    at.screen().type(u"next_step"_s, u"Go to the ward"_s);
    at.screen().type(u"next_on"_s, u"today"_s);
    at.screen().press(u"save"_s);
    CHECK(at.referral().value.number == u"RI-0001");
    CHECK(at.referral().value.how == ReferralInHow::Telephone);
    CHECK(at.referral().value.inTheirWords == u"Anywhere with a door.");
    CHECK(at.referral().value.personName == u"Dana Whitlock");

    // She is put through: what can't wait is asked at once, by telephone.
    const Id<Person> caller = at.referral().value.personId;
    AssessmentsPage *talk = at.talk(caller, u"first_conversation"_s, u"telephone"_s);
    at.section(talk, u"tonight"_s);
    at.screen().choose(u"sleep_tonight"_s, u"hospital"_s);
    at.screen().choose(u"safe_tonight"_s, u"yes"_s);
    at.screen().choose(u"life_thoughts"_s, u"no"_s);
    at.section(talk, u"want"_s);
    at.screen().type(u"next"_s, u"Priya comes to the ward tomorrow"_s);
    at.screen().press(u"finishAssessment"_s);
    Screen::settle();
    CHECK(talk->view());

    // Assessed on the ward: what she tells points to what she needs while it is still half done.
    talk = at.talk(caller, u"full_assessment"_s, u"hospital"_s);
    at.section(talk, u"body"_s);
    at.screen().type(u"allergies"_s, u"None that she knows of"_s);
    at.section(talk, u"substances"_s);
    at.screen().choose(u"uses"_s, u"yes"_s);
    at.section(talk, u"safety"_s);
    at.screen().choose(u"life_thoughts"_s, u"past"_s);
    at.section(talk, u"money"_s);
    at.screen().choose(u"debts"_s, u"yes"_s);
    at.section(talk, u"strengths"_s);
    CHECK(at.screen().shows(u"What this tells us so far"_s));
    CHECK(at.screen().shows(u"no goal yet for debt"_s));
    at.screen().type(u"want_first"_s, u"Stay with the methadone and sleep"_s);
    at.screen().press(u"finishAssessment"_s);
    Screen::settle();
    CHECK(talk->view());
    const auto told = need(at.desk.services().assessments.of(caller));
    REQUIRE(told.size() == 2);
    QStringList means;
    for (const Kept<Assessment> &one : told) {
        CHECK(one.value.state == AssessmentState::Finished);
        means.append(one.value.means.code);
    }
    means.sort();
    CHECK(means == QStringList{u"hospital"_s, u"telephone"_s});

    // Accepted: that she uses was asked to keep her safe, and decides nothing.
    QWidget *form = at.wayIn({u"referral_in"_s, at.referral().id.value})->referral()->editor();
    at.screen().choose(u"state"_s, u"accepted"_s, form);
    at.screen().type(u"decided_why"_s, u"Nowhere to go from the ward; a room falls free."_s, form);
    at.screen().press(u"save"_s, form);
    CHECK(at.referral().value.state == ReferralInState::Accepted);

    // The day of discharge, planned with everybody: the prescription stands before the day begins.
    WayInPage *page = at.wayIn();
    REQUIRE(page->stay());
    at.screen().type(u"expected_on"_s, u"15/9/2026"_s, page->stay());
    at.step(page, 1, u"Ward gives papers and the last dose"_s, u"Ward 4"_s, u"15/9/2026 09:00"_s);
    at.step(page, 2, u"Prescriber: the prescription is in place"_s, u"Jo Mensah"_s, u"15/9/2026 10:00"_s);
    at.step(page, 3, u"Pharmacy: first collection, together"_s, u"Priya"_s, u"15/9/2026 11:00"_s);
    at.step(page, 4, u"Met at our door"_s, u"Shift"_s, u"15/9/2026 11:30"_s);
    at.screen().press(u"save"_s, page->stay());
    const Id<Person> dana = at.referral().value.personId;
    REQUIRE(need(at.intake().arrivalOf(dana))->steps.size() == 4);
    CHECK(need(at.intake().arrivalOf(dana))->stay.value.expectedOn == QDate(2026, 9, 15));

    // Each leg is ticked when it is done, in its order; the last one is our door.
    at.desk.made.clock.set(QDateTime(QDate(2026, 9, 15), QTime(8, 5), Qt::UTC));
    for (int i = 0; i < 4; ++i) {
        at.wayIn();
        at.screen().press(u"stepDone"_s);
        QTest::qWait(1); // the page is read anew after the event
        Screen::settle();
        const auto steps = need(at.intake().arrivalOf(dana))->steps;
        for (int k = 0; k < 4; ++k)
            CHECK(steps.at(k).value.doneAt.has_value() == (k <= i));
        at.desk.made.clock.set(at.desk.made.clock.now().addSecs(3600));
    }
    page = at.wayIn();
    REQUIRE(page->arriving());
    auto *room = at.screen().find<QComboBox>(u"room_id"_s, page->arriving());
    room->setCurrentIndex(room->findText(u"3"_s));
    at.screen().press(u"save"_s, page->arriving());
    const Arrival here = *need(at.intake().arrivalOf(dana));
    CHECK(here.stay.value.arrivedOn == QDate(2026, 9, 15)); // the day she left the ward: no night between
    CHECK(here.stay.value.arrivedTime == QTime(13, 5));
    CHECK(here.stay.value.roomId == at.room.id);
    CHECK_FALSE(here.gaps.contains(ArrivalGap::Steps));
    CHECK(at.referral().value.state == ReferralInState::Arrived);
}

} // namespace keywork::test::case_study_one_test
