// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/prescription.h"
#include "core/services/care/move_on.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/pages/move_on/leaver_print.h"
#include "ui/pages/move_on/move_on_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/leaver_document.h"
#include "ui/shell/places.h"
#include "ui/text/words_move_on.h"

namespace keywork::test::move_on_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct WayOut {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);

    Records &records() { return desk.services().records; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    ResidentPage *resident(const QString &tab)
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, tab));
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(page);
        return page;
    }
    /// What is prescribed, who is seen next, and what was agreed about contact.
    void fill()
    {
        Prescription script{.personId = ben.id, .medicine = {u"methadone"_s}, .form = MedicineForm::Liquid};
        script.dose = script.amount = Decimal::fromWhole(35);
        script.strength = Decimal::fromWhole(1);
        script.fromOn = QDate(2026, 9, 1);
        script.untilOn = QDate(2026, 10, 10);
        script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
        script.prescriber = u"Dr Hale"_s;
        need(records().add(script));
        Appointment appointment;
        appointment.personId = ben.id;
        appointment.purpose = u"Liver scan"_s;
        appointment.startsAt = kNow.addDays(9);
        need(records().add(appointment));
        need(records().add(MoveOnPlan{.personId = ben.id, .begunOn = QDate(2026, 9, 1), .wants = u"A garden."_s}));
    }
    QString paper(const print::LeaverCopy &copy)
    {
        return pdfText(need(print::leaverSummary(desk.services(), ben.id, copy)).document.toPdf()).simplified();
    }
};

} // namespace

TEST_CASE("The page to take along tells of medicine only on their own full copy, and others get what was agreed")
{
    WayOut at;
    at.fill();
    const QString own = at.paper({});
    for (const QString &said : {u"Dr Hale"_s, u"Liver scan"_s, u"A garden."_s, u"Who to ring"_s, u"We will not ring you."_s}) {
        INFO(said.toStdString());
        CHECK(own.contains(said));
    }
    const QString discreet = at.paper({.kind = print::CopyKind::Discreet});
    CHECK(discreet.contains(u"Supported housing, not abstinence-based"_s));
    for (const QString &hidden : {u"A garden."_s, u"Dr Hale"_s, u"Liver scan"_s, u"Your prescription"_s, u"aloxone"_s}) {
        INFO(hidden.toStdString());
        CHECK_FALSE(discreet.contains(hidden));
    }
    const std::set<Category> agreed{Category::Identity, Category::Housing};
    const auto copy = need(print::leaverSummary(at.desk.services(), at.ben.id, {.agreed = agreed}));
    CHECK(copy.holds == agreed);
    const QString words = pdfText(copy.document.toPdf()).simplified();
    CHECK(words.contains(u"Supported housing, not abstinence-based"_s));
    CHECK_FALSE(words.contains(u"A garden."_s)); // of the care plan
    CHECK_FALSE(words.contains(u"Liver scan"_s));
    CHECK_FALSE(words.contains(u"What you did"_s));
    CHECK(agenciesAgreedWith(at.ben.id, at.desk.services()).isEmpty());
    const auto agency = anAgency(at.desk.made);
    need(at.desk.services().agreements.record(agreement(at.ben.id, agency.id), agreed));
    const auto known = agenciesAgreedWith(at.ben.id, at.desk.services());
    REQUIRE(known.size() == 1);
    CHECK(known.first().id == agency.id);
}

TEST_CASE("A return within a year stands in the header and on the way in")
{
    WayOut at;
    Stay before;
    before.personId = at.ben.id;
    before.referredOn = QDate(2025, 9, 1);
    before.arrivedOn = QDate(2025, 9, 20);
    before.leftOn = QDate(2026, 2, 1);
    before.destination = {u"friends"_s};
    need(at.desk.services().people.saveStay({}, before));
    at.open();
    at.resident(u"way-in"_s);
    CHECK(at.desk.screen.shows(u"back within a year"_s));
    CHECK(at.desk.screen.find<QLabel>(u"returnedFrom"_s)->text() == u"Back within a year: was here from 20 Sep 2025 to 1 Feb 2026.");
}

TEST_CASE("What was typed about leaving is offered back in its own form")
{
    WayOut at;
    at.open();
    const auto line = need(at.desk.services().people.line(at.ben.id));
    const DraftPlace typed{.kind = u"stay"_s, .record = line.stay->id.value, .person = at.ben.id.value, .part = u"leaving"_s};
    auto where = visitTo(typed, at.desk.services());
    REQUIRE(where);
    CHECK(where->tab == u"move-on");
    where->part = typed.part; // as "Not saved" on Today leads there
    at.desk.window.workspace()->visit(*where);
    Screen::settle();
    auto *page = qobject_cast<ResidentPage *>(at.desk.window.workspace()->currentPage());
    REQUIRE(page);
    auto *moveOn = qobject_cast<MoveOnPage *>(page->currentTab());
    REQUIRE(moveOn);
    CHECK(moveOn->leaving());
}

TEST_CASE("Whether they may be contacted is told as it stands on the day")
{
    WayOut at;
    at.open();
    auto *page = qobject_cast<MoveOnPage *>(at.resident(u"move-on"_s)->currentTab());
    REQUIRE(page);
    CHECK(at.desk.screen.shows(u"Contact after leaving: nobody has asked yet."_s));
    CHECK_FALSE(at.desk.screen.find<QPushButton>(u"leaveHouse"_s, page)->isHidden());
    const QDate day(2026, 9, 14);
    PostMoveContact contact{.onDay = day, .agreed = ContactAgreed::Yes, .how = u"07700 900123"_s};
    CHECK(words::contactSentence(contact, day) == u"Contact after leaving: agreed. 07700 900123");
    contact.untilOn = day.addDays(1);
    CHECK(words::contactSentence(contact, day) == u"Contact after leaving: agreed, until 15 Sep 2026. 07700 900123");
    CHECK(words::contactSentence(contact, day.addDays(2)) == u"Contact after leaving: was agreed until 15 Sep 2026.");
    contact.withdrawnOn = day;
    CHECK(words::contactSentence(contact, day) == u"Contact after leaving: taken back on 14 Sep 2026.");
    contact.agreed = ContactAgreed::No;
    CHECK(words::contactSentence(contact, day) == u"Contact after leaving: no, said on 14 Sep 2026.");
    CHECK(words::followUpSentence({.after = FollowUpAfter::Six, .dueOn = day, .state = FollowUpState::NotReached, .tries = 2})
        == u"6 months (14 Sep 2026): tried, not reached, 2 tries without an answer");
    CHECK(words::uncoveredSentence({day}) == u"No prescription is known to cover 14 Sep 2026.");
    CHECK(words::leavingLine({LeavingGap::Medicine, 2}) == u"Medicine still held here: 2");
}

} // namespace keywork::test::move_on_screen_test
