// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/intake.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/intake/criteria_page.h"
#include "ui/pages/intake/new_referral.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/pages/intake/referrals_in_page.h"
#include "ui/print/directory_document.h"
#include "ui/print/intake_documents.h"

namespace keywork::test::intake_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026; Ben is on file and lives here.
struct Referred {
    Desk desk;
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(desk.made);

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    ReferralsInPage *list() { return desk.openPlace<ReferralsInPage>(u"referrals-in"_s); }
    Kept<ReferralIn> referral(const QString &given, ReferralInState state, std::optional<qint64> place = {})
    {
        Person person;
        person.givenName = given;
        ReferralIn referral;
        referral.receivedOn = QDate(2026, 9, 1);
        const auto kept = need(services().intake.refer(person, referral));
        if (state == ReferralInState::New)
            return kept;
        auto decided = kept;
        decided.value.state = state;
        decided.value.decidedWhy = u"no room with a lift"_s;
        decided.value.pointedTo = u"Harbour housing support, 020 7946 0188"_s;
        decided.value.waitingPlace = place;
        return need(services().intake.save(decided, {}));
    }
    void publish(const QStringList &wordings)
    {
        KeptRow head;
        head.row = toRow(EntryCriteria{.fromOn = QDate(2026, 9, 1)});
        Family family{head, {}};
        for (const QString &wording : wordings) {
            KeptRow part;
            part.row = toRow(EntryCriterion{.wording = wording});
            family.parts.append(part);
        }
        need(services().families.save(family, {}));
    }
    QString printed(const print::Document &document) { return pdfText(document.toPdf(), QStringList()).simplified(); }
};

} // namespace

TEST_CASE("What became of a referral stands on its line wherever the lines differ in it")
{
    Referred at;
    at.referral(u"Ada"_s, ReferralInState::Declined);
    at.referral(u"Dan"_s, ReferralInState::New);
    at.open();
    ReferralsInPage *page = at.list();
    const auto *model = page->table()->model();
    const int state = model->columnOf(u"state"_s);
    REQUIRE(state >= 0);
    page->showGroup(ReferralsInPage::Group::Closed);
    REQUIRE(model->rowCount() == 1);
    CHECK_FALSE(page->table()->view()->isColumnHidden(state));
    CHECK(model->index(0, state).data().toString() == u"Not offered a place");
    page->showGroup(ReferralsInPage::Group::Waiting);
    CHECK(page->table()->view()->isColumnHidden(state)); // the same on every line
    page->showGroup(ReferralsInPage::Group::All);
    CHECK_FALSE(page->table()->view()->isColumnHidden(state));
}

TEST_CASE("A referral that is half taken down is there again after the lock, the person and the rest")
{
    Referred at;
    at.open();
    at.list()->openNew();
    at.screen().type(u"given_name"_s, u"Ada"_s);
    at.screen().type(u"reason"_s, u"sofa surfing since March"_s);
    at.desk.window.lock();
    at.desk.window.enter(shared(at.desk.made));
    Screen::settle();
    at.list()->openNew();
    Screen::settle();
    CHECK(at.screen().find<QLineEdit>(u"given_name"_s)->text() == u"Ada");
    CHECK(at.screen().find<QPlainTextEdit>(u"reason"_s)->toPlainText() == u"sofa surfing since March");
    CHECK(need(at.services().records.all<ReferralIn>()).isEmpty());
    at.screen().press(u"save"_s);
    const auto kept = need(at.services().records.all<ReferralIn>()).first();
    CHECK(kept.value.personName == u"Ada");
    CHECK(kept.value.heldById == at.services().records.session().staff());
    CHECK(at.list()->table()->model()->rowCount() == 1);
}

TEST_CASE("Somebody who is on file is referred anew with one press, and what was typed of the referral comes along")
{
    Referred at;
    at.open();
    auto *page = at.list();
    page->openNew();
    at.screen().type(u"reason"_s, u"the tenancy ended"_s);
    at.screen().type(u"given_name"_s, u"ben"_s);
    at.screen().type(u"family_name"_s, u"barker"_s);
    QTest::qWait(400);
    at.screen().press(u"thisIsThem"_s);
    CHECK(at.screen().shows(u"Ben Barker · P-0001"_s));
    CHECK(at.screen().find<QPlainTextEdit>(u"reason"_s)->toPlainText() == u"the tenancy ended");
    at.screen().press(u"save"_s);
    const auto kept = need(at.services().records.all<ReferralIn>());
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().value.personId == at.ben.id);
    CHECK(kept.first().value.reason == u"the tenancy ended");
    CHECK(need(at.services().records.all<Person>()).size() == 1);
    // Who was looked up is told, as of any search.
    auto looked = need(at.services().audit.list({.limit = 500}));
    looked.removeIf([](const HistoryLine &line) { return line.action != u"searched"; });
    REQUIRE(looked.size() == 1);
    CHECK(looked.first().changes.value(u"words"_s).toString() == u"ben barker");
    CHECK(looked.first().changes.value(u"near_matches"_s).toBool());
}

TEST_CASE("A likely double is asked about before a referral makes a second record")
{
    Referred at;
    at.open();
    at.list()->openNew();
    at.screen().type(u"given_name"_s, u"ben"_s);
    at.screen().type(u"family_name"_s, u"barker"_s);
    at.screen().press(u"save"_s);
    CHECK(at.screen().shows(u"is on file already: same name"_s));
    CHECK(need(at.services().records.all<Person>()).size() == 1);
    at.screen().press(u"goBack"_s);
    CHECK(need(at.services().records.all<ReferralIn>()).isEmpty());
}

TEST_CASE("The list shows what waits, what is mine, the waiting list and what was decided")
{
    Referred at;
    at.referral(u"Ada"_s, ReferralInState::New);
    auto mine = at.referral(u"Bob"_s, ReferralInState::New);
    mine.value.heldById = at.services().records.session().staff();
    need(at.services().records.amend(mine));
    at.referral(u"Cleo"_s, ReferralInState::WaitingList, 1);
    at.referral(u"Dan"_s, ReferralInState::Declined);
    at.open();
    ReferralsInPage *page = at.list();
    const auto count = [&](const QString &pill) {
        at.screen().press(pill);
        return page->table()->model()->rowCount();
    };
    CHECK(page->table()->model()->rowCount() == 3);
    CHECK(count(u"referrals-1"_s) == 1);
    CHECK(count(u"referrals-2"_s) == 1);
    CHECK(count(u"referrals-3"_s) == 1);
    CHECK(count(u"referrals-4"_s) == 4);
    CHECK(count(u"referrals-0"_s) == 3);
}

TEST_CASE("A place on the waiting list that somebody has is told beside the field")
{
    Referred at;
    at.referral(u"Cleo"_s, ReferralInState::WaitingList, 1);
    const auto dan = at.referral(u"Dan"_s, ReferralInState::New);
    at.open();
    ReferralInView view(dan, at.services(), {});
    Screen screen(view);
    view.show();
    screen.choose(u"state"_s, u"waiting_list"_s);
    screen.type(u"waiting_place"_s, u"1"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"RI-0001 has this place on the waiting list already."_s));
    CHECK(need(at.services().records.one(dan.id)).value.state == ReferralInState::New);
    screen.type(u"waiting_place"_s, u"2"_s);
    screen.press(u"save"_s);
    CHECK(need(at.services().records.one(dan.id)).value.waitingPlace == 2);
}

TEST_CASE("Accepting somebody for whom a criterion is not met asks first, and waiving says by whom and why")
{
    Referred at;
    at.publish({u"Is 18 or over"_s, u"Has nowhere safe to live"_s});
    const auto ada = at.referral(u"Ada"_s, ReferralInState::New);
    at.open();
    at.desk.window.workspace()->openRecord(u"referral_in"_s, ada.id.value);
    Screen::settle();
    at.screen().choose(u"criterion-2"_s, u"not_met"_s);
    at.screen().choose(u"state"_s, u"accepted"_s);
    at.screen().press(u"save"_s);
    CHECK(at.screen().shows(u"Not met, and not waived: Has nowhere safe to live. Accept all the same?"_s));
    at.screen().press(u"goBack"_s);
    CHECK(need(at.services().records.one(ada.id)).value.state == ReferralInState::New);
    at.screen().choose(u"criterion-2"_s, u"waived"_s);
    at.screen().press(u"save"_s);
    CHECK(at.screen().shows(u"Please say why."_s));
    CHECK(need(at.services().records.one(ada.id)).value.state == ReferralInState::New);
    at.screen().type(u"criterion-why-2"_s, u"the landlord will not let her back"_s);
    at.screen().press(u"save"_s);
    CHECK(need(at.services().records.one(ada.id)).value.state == ReferralInState::Accepted);
    const auto answer = need(at.services().records.all<CriterionAnswer>()).first();
    CHECK(answer.value.answer == CriterionAnswered::Waived);
    CHECK(answer.value.waivedById == at.services().records.session().staff());
}

TEST_CASE("A manager who writes that people who use drugs stay out is asked whether it is meant")
{
    Referred at;
    at.open();
    auto *page = at.desk.openPlace<CriteriaPage>(u"entry-criteria"_s);
    page->openNext();
    Screen::settle();
    auto *first = at.screen().find<QWidget>(u"entry_criterion-1"_s, page->editor());
    at.screen().type(u"wording"_s, u"Does not use drugs"_s, first);
    at.screen().press(u"save"_s, page->editor());
    CHECK(at.screen().shows(u"Nobody is turned away for that alone. Is it meant like this?"_s));
    CHECK(need(at.services().records.all<EntryCriteria>()).isEmpty());
    at.screen().press(u"wording-right-yes"_s, first);
    at.screen().press(u"save"_s, page->editor());
    REQUIRE(need(at.services().intake.criteria()));
    CHECK(need(at.services().intake.criteria())->criteria.first().value.wording == u"Does not use drugs");
    CHECK(at.screen().shows(u"Holds now: EC-0001"_s));
}

TEST_CASE("Letter, blank form, directory and the page for a GP practice say what they are for, in plain words")
{
    Referred at;
    at.publish({u"Is 18 or over"_s});
    const auto declined = at.referral(u"Ada"_s, ReferralInState::Declined);
    const QString letter = at.printed(need(print::decisionLetter(at.services(), declined)));
    for (const QString &needed : {u"Dear Ada,"_s, u"We can't offer you a place here at the moment."_s, u"no room with a lift"_s,
             u"Where else you can turn now"_s, u"020 7946 0188"_s, u"If you see it differently"_s, u"EC-0001"_s})
        CHECK(letter.contains(needed));
    const QString waiting = at.printed(need(print::decisionLetter(at.services(), at.referral(u"Cleo"_s, ReferralInState::WaitingList, 4))));
    CHECK(waiting.contains(u"Your place on the list is 4."_s));
    CHECK_FALSE(bool(print::decisionLetter(at.services(), at.referral(u"Eve"_s, ReferralInState::New))));
    const QString form = at.printed(need(print::blankReferralForm(at.services())));
    CHECK(form.contains(u"Is 18 or over"_s));
    CHECK(form.contains(u"Nobody is turned away only because they use drugs or alcohol."_s));
    CHECK_FALSE(form.contains(u"Ada"_s));
    const QString directory = at.printed(need(print::directoryDocument(at.services())));
    CHECK(directory.contains(u"Referring somebody to us"_s));
    CHECK(directory.contains(u"Is 18 or over"_s));
    CHECK(at.printed(need(print::rightToRegister(at.services()))).contains(u"No proof of address, no ID"_s));
}

TEST_CASE("The sheet for the shift names what a role may not read, and drops nothing in silence")
{
    Referred at;
    need(at.services().records.add(Contact{at.ben.id, u"Rose Barker"_s, {u"sibling"_s}, u"07700 900123"_s, {}, true, {}, {}}));
    const QString managers = at.printed(need(print::arrivalSheet(at.services(), at.ben.id)));
    CHECK(managers.contains(u"Rose Barker"_s));
    CHECK(managers.contains(u"Not asked yet: say to nobody that they live here."_s));
    CHECK(managers.contains(u"not asked yet: ask tonight"_s));
    signInAs(at.desk.made, u"Rita Relief"_s, Role::Relief);
    const QString relief = at.printed(need(print::arrivalSheet(at.services(), at.ben.id)));
    CHECK_FALSE(relief.contains(u"Rose Barker"_s));
    CHECK(relief.contains(u"stands in the record, not for your role: ring on call."_s));
}

} // namespace keywork::test::intake_screen_test
