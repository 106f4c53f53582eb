// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "core/services/sharing/referrals_in.h"
#include "tests/support/pdf_text.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "tests/ui/widget_walker.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/intake/referrals_in_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/sharing/ledger_page.h"
#include "ui/pages/sharing/referral_view.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/workspace.h"

#include <QCheckBox>
#include <QDir>

namespace keywork::test::stories_sharing_test {

using namespace Qt::StringLiterals;

namespace {

struct Desk {
    TestHostel hostel;
    Kept<Person> ben = person();
    Kept<Agency> agency = anAgency(hostel);
    MainWindow window{hostel.clock};
    Screen screen{window};
    QString out = hostel.folder.filePath(u"out"_s);

    Desk()
    {
        QDir(hostel.folder.path()).mkpath(u"out"_s);
        window.show();
        window.enter(shared(hostel));
    }
    Kept<Person> person()
    {
        auto builder = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3));
        builder.person.medicines = u"Methadone 35 mg (35 ml of 1 mg/ml)"_s;
        return builder.in(hostel);
    }
    SharingPage *sharing()
    {
        window.workspace()->openResident(ben.id);
        auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(u"sharing"_s);
        Screen::settle();
        return qobject_cast<SharingPage *>(page->currentTab());
    }
    void agreeTo(const std::set<Category> &categories)
    {
        need(hostel.services().agreements.record(agreement(ben.id, agency.id), categories));
        Screen::settle();
    }
    /// As far as the last step of a referral.
    ReferralWizard *referTo(const QString &why)
    {
        sharing()->openReferral();
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        ReferralWizard *wizard = qobject_cast<SharingPage *>(page->currentTab())->wizard();
        screen.press(u"referralNext"_s);
        screen.type(u"why"_s, why);
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        CHECK(window.focusWidget()->objectName() == u"referralBack");
        screen.press(u"referralNext"_s);
        return wizard;
    }
    PreviewPage *preview() { return qobject_cast<PreviewPage *>(window.workspace()->currentPage()); }
    QString saved(const QString &name)
    {
        REQUIRE(preview());
        const QString path = hostel.folder.filePath(name);
        need(preview()->savePdf(path));
        return pdfText(path);
    }
};

} // namespace

TEST_CASE("An emergency at night: what was not agreed leaves with its reason, and the manager looks at it in the morning")
{
    Desk desk;
    ReferralWizard *wizard = desk.referTo(u"Unconscious, taken to hospital"_s);
    CHECK(desk.screen.shows(u"has not agreed that anything is shared"_s));
    CHECK_FALSE(wizard->ticks()->box(Category::Treatment)->isEnabled());
    desk.screen.press(u"recordLawfulReason"_s);
    CHECK(wizard->lawful()->because()->toPlainText() == u"Unconscious, taken to hospital");
    desk.screen.find<QCheckBox>(u"share-identity"_s)->click();
    desk.screen.find<QCheckBox>(u"share-treatment"_s)->click();
    Screen::settle();
    desk.screen.press(u"referralNext"_s);
    REQUIRE(wizard->prepared().has_value());
    need(wizard->handOver(desk.out));
    CHECK(desk.screen.shows(u"A manager is asked to look"_s));
    const QString phrase = desk.screen.find<QLabel>(u"toldPassphrase"_s)->text();
    CHECK(kindOfError(desk.hostel.services().referralsIn.open(desk.out + u"/referral-R-0001-protected.pdf"_s, {}))
        == ErrorKind::WrongPassword);
    CHECK(need(desk.hostel.services().referralsIn.open(desk.out + u"/referral-R-0001-protected.pdf"_s, phrase)).personName()
        == u"Ben Barker");
    CHECK_FALSE(desk.screen.shows(u"'s copy"_s)); // nobody told Ben yet, and paper is not to be the first
    desk.screen.press(u"referralNext"_s); // closes
    CHECK(desk.screen.shows(u"Shared without agreement"_s));
    CHECK(desk.screen.shows(phrase)); // waits until it was told
    desk.screen.press(u"whoHasMyData"_s);
    CHECK(desk.saved(u"who.pdf"_s).contains(u"Nothing has left."_s));
    desk.sharing();
    desk.screen.press(u"passphraseTold"_s);
    CHECK_FALSE(desk.screen.shows(phrase));

    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"Waits for a manager's review."_s));
    CHECK(desk.screen.shows(u"does the resident know?"_s));
    desk.window.workspace()->openPlace(u"ledger"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"Unconscious, taken to hospital"_s));
    desk.screen.press(u"reviewNotRight"_s); // without a word: nothing happens
    CHECK(need(desk.hostel.services().referrals.unreviewed()).size() == 1);
    desk.screen.type(u"reviewNote"_s, u"right, and quick"_s);
    desk.screen.press(u"reviewRight"_s);
    CHECK(need(desk.hostel.services().referrals.unreviewed()).isEmpty());

    // The paper is lost later: its file says what it could have shown.
    auto *ledger = qobject_cast<LedgerPage *>(desk.window.workspace()->currentPage());
    REQUIRE(ledger);
    ledger->lookFor(desk.out + u"/referral-R-0001-protected.pdf"_s);
    CHECK(ledger->table()->model()->rowCount() == 1);
    CHECK(desk.screen.shows(u"This is what it could have shown."_s));
    ledger->lookFor(desk.hostel.path);
    CHECK(desk.screen.shows(u"can't be read"_s));
    ledger->fingerprint()->setText(u"0000-0000-0000"_s);
    CHECK(ledger->table()->model()->rowCount() == 0);
}

TEST_CASE("A referral is handed over with a copy for the resident, followed, declined with a reason, and the agreement withdrawn")
{
    Desk desk;
    desk.agreeTo({Category::Identity, Category::Treatment});
    ReferralWizard *wizard = desk.referTo(u"Review of the dose"_s);
    desk.screen.find<QCheckBox>(u"share-treatment"_s)->click();
    desk.screen.press(u"referralNext"_s);
    desk.screen.type(u"passphrase"_s, u"barker1981"_s);
    CHECK(kindOfError(wizard->handOver(desk.out)) == ErrorKind::Invalid);
    CHECK(QDir(desk.out).isEmpty());
    desk.screen.press(u"anotherPassphrase"_s);
    need(wizard->handOver(desk.out));
    desk.screen.press(u"ownCopy"_s);
    const QString copy = desk.saved(u"copy.pdf"_s);
    CHECK(copy.contains(u"Your copy of a referral"_s));
    CHECK(copy.contains(u"Methadone 35 mg (35 ml of 1 mg/ml)"_s));
    CHECK(copy.contains(u"Confirm with the"_s));
    CHECK(need(desk.hostel.services().records.all<Disclosure>()).size() == 2);

    SharingPage *sharing = desk.sharing();
    sharing->openReferral(need(desk.hostel.services().records.all<Referral>()).first());
    Screen::settle();
    desk.screen.choose(u"state"_s, u"declined_by_them"_s, sharing->referralView());
    desk.screen.press(u"save"_s, sharing->referralView());
    CHECK(desk.screen.shows(u"Please say why."_s));
    desk.screen.type(u"note"_s, u"no places before spring"_s, sharing->referralView());
    desk.screen.press(u"save"_s, sharing->referralView());
    CHECK(need(desk.hostel.services().records.all<Referral>()).first().value.state == ReferralState::DeclinedByThem);

    desk.sharing();
    desk.screen.press(u"withdraw"_s);
    CHECK(need(desk.hostel.services().agreements.scope(desk.ben.id, desk.agency.id, QDate(2026, 9, 14))).categories.size() == 2);
    desk.screen.press(u"withdraw"_s);
    CHECK(desk.screen.shows(u"They already hold from us:"_s));
    desk.screen.press(u"withdrawalLetter"_s);
    const QString letter = desk.saved(u"letter.pdf"_s);
    CHECK(letter.contains(u"has withdrawn the agreement"_s));
    CHECK(letter.contains(u"Treatment and medicine"_s));
    CHECK_FALSE(letter.contains(u"Methadone"_s));
    desk.sharing();
    desk.screen.press(u"whoHasMyData"_s);
    const QString who = desk.saved(u"who.pdf"_s);
    CHECK(who.contains(u"Wellbeing drug"_s));
    CHECK(who.contains(u"Letter: agreement"_s));
}

TEST_CASE("A resident reads the form before signing, and the wording is the house's own")
{
    Desk desk;
    desk.window.workspace()->openPlace(u"house"_s);
    Screen::settle();
    desk.screen.type(u"wording"_s, u"We tell them what you tick, and nothing else."_s);
    desk.screen.press(u"saveWording"_s);
    CHECK(desk.screen.shows(u"Version 1"_s));
    SharingPage *sharing = desk.sharing();
    desk.screen.press(u"newAgreement"_s);
    desk.screen.name(u"agency_id"_s, desk.agency.value.name);
    desk.screen.find<QCheckBox>(u"share-identity"_s)->click();
    desk.screen.press(u"printNewAgreement"_s);
    const QString form = desk.saved(u"form.pdf"_s);
    CHECK(form.contains(u"We tell them what you tick, and nothing else."_s));
    CHECK(form.contains(u"☑"_s));
    CHECK(form.contains(u"Signed, Ben Barker"_s));
    desk.window.workspace()->back();
    Screen::settle();
    sharing = desk.sharing();
    desk.screen.press(u"newAgreement"_s); // what was typed waits
    CHECK(desk.screen.find<QCheckBox>(u"share-identity"_s)->isChecked());
    desk.screen.press(u"save"_s, sharing->editor());
    CHECK(need(desk.hostel.services().records.all<SharingAgreement>()).first().value.wordingVersion == 1);
}

TEST_CASE("A referral comes in as a file from another house, is read, kept and becomes the start of a record")
{
    Desk desk;
    desk.agreeTo({Category::Identity, Category::Treatment});
    const QString phrase = u"cradle rose panda crown"_s;
    need(desk.hostel.services().referrals.send(wishFor(desk.ben.id, desk.agency.id, {Category::Identity, Category::Treatment}),
        {.plainPdf = false, .protectedPdf = true, .data = true, .passphrase = phrase}, PdfStandIn(), desk.out));
    desk.window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    desk.screen.press(u"referralsIn"_s);
    auto *page = qobject_cast<ReferralsInPage *>(desk.window.workspace()->currentPage());
    REQUIRE(page);
    page->openFile(desk.hostel.path); // the hostel's own file is no referral
    CHECK(desk.screen.shows(u"It can't be found."_s));
    page->openFile(desk.out + u"/referral-R-0001-protected.pdf"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"This file is protected"_s));
    desk.screen.type(u"incomingPassphrase"_s, u"wrong one"_s);
    QTest::keyClick(desk.screen.find<QLineEdit>(u"incomingPassphrase"_s), Qt::Key_Return);
    Screen::settle();
    CHECK(desk.screen.shows(u"not its passphrase"_s));
    desk.screen.type(u"incomingPassphrase"_s, phrase);
    QTest::keyClick(desk.screen.find<QLineEdit>(u"incomingPassphrase"_s), Qt::Key_Return);
    Screen::settle();
    CHECK(desk.screen.shows(u"Nothing of it has been checked"_s));
    CHECK(desk.screen.shows(u"breathless on stairs"_s));
    CHECK(need(desk.hostel.services().records.all<ReferralIn>()).isEmpty());
    desk.screen.press(u"keepReferralIn"_s);
    REQUIRE(need(desk.hostel.services().records.all<ReferralIn>()).size() == 1);
    CHECK(need(desk.hostel.services().records.all<Person>()).size() == 1); // nobody was made of it
    page->openFile(desk.out + u"/referral-R-0001-protected.pdf"_s, phrase);
    CHECK(desk.screen.shows(u"is here already as RI-0001"_s));
    page->openFile(desk.out + u"/referral-R-0001.fhir.json"_s); // the same document in another file
    Screen::settle();
    CHECK(desk.screen.shows(u"is here already as RI-0001"_s));
    const auto kept = need(desk.hostel.services().records.all<ReferralIn>());
    REQUIRE(kept.size() == 1);
    page->showRecord({u"referral_in"_s, kept.first().id.value});
    Screen::settle();
    desk.screen.press(u"beginRecord"_s);
    CHECK(desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Ben");
    CHECK(desk.screen.find<QLineEdit>(u"family_name"_s)->text() == u"Barker");
    CHECK(desk.screen.find<QPlainTextEdit>(u"reason"_s)->toPlainText() == u"breathless on stairs");
}

TEST_CASE("The page shows what of the plan is agreed, and says that the rest is left out")
{
    Desk desk;
    const auto addGoal = [&](Area area, const QString &words) {
        Goal goal;
        goal.area = area;
        goal.statement = words;
        need(desk.hostel.services().plans.saveGoal(desk.ben.id, goal));
    };
    addGoal(Area::SubstanceUse, u"Less in the evenings"_s);
    addGoal(Area::MeaningfulTime, u"Paint again"_s);
    need(desk.hostel.services().plans.issue(desk.ben.id));
    desk.agreeTo({Category::Identity, Category::CarePlan});
    desk.referTo(u"A place in the art group"_s);
    CHECK(desk.screen.shows(u"leaves only when that is ticked, too."_s));
    desk.screen.find<QCheckBox>(u"share-care_plan"_s)->click();
    desk.screen.press(u"referralNext"_s);
    desk.screen.press(u"anotherPassphrase"_s);
    auto *page = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
    need(qobject_cast<SharingPage *>(page->currentTab())->wizard()->handOver(desk.out));
    desk.screen.press(u"ownCopy"_s);
    const QString copy = desk.saved(u"copy.pdf"_s);
    CHECK(copy.contains(u"Paint again"_s));
    CHECK_FALSE(copy.contains(u"evenings"_s));
    CHECK(copy.contains(u"are left out."_s));
}

TEST_CASE("Withdrawing takes each key that presses a button, both times")
{
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        INFO(int(key));
        Desk desk;
        desk.agreeTo({Category::Identity, Category::Health});
        desk.sharing();
        auto *withdraw = desk.screen.find<QPushButton>(u"withdraw"_s);
        withdraw->setFocus();
        QTest::keyClick(withdraw, key);
        Screen::settle();
        CHECK(withdraw->text().startsWith(u"Press again"_s));
        QTest::keyClick(withdraw, key);
        Screen::settle();
        CHECK(desk.screen.shows(u"They hold nothing from us."_s));
        INFO(widgetProblems(desk.window).join(u'\n').toStdString());
        CHECK(widgetProblems(desk.window).isEmpty()); // no two controls with one letter
    }
}

TEST_CASE("In a referral where nothing is agreed the resident is asked on the spot, and the referral goes on where it was")
{
    Desk desk;
    desk.referTo(u"A place in the art group"_s);
    CHECK(desk.screen.shows(u"Ask Ben now, or, to keep somebody safe, record the lawful reason below."_s));
    desk.screen.press(u"recordAgreement"_s);
    auto *sharing = qobject_cast<SharingPage *>(qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage())->currentTab());
    REQUIRE(sharing->editor());
    CHECK(sharing->editor()->form()->row().value(u"agency_id"_s).toLongLong() == desk.agency.id.value);
    CHECK(desk.screen.find<QPlainTextEdit>(u"wording"_s, sharing->editor())->toPlainText().startsWith(u"I agree"));
    desk.screen.find<QCheckBox>(u"share-identity"_s, sharing->editor())->setChecked(true);
    desk.screen.find<QCheckBox>(u"share-housing"_s, sharing->editor())->setChecked(true);
    desk.screen.press(u"save"_s, sharing->editor());
    ReferralWizard *wizard = sharing->wizard();
    REQUIRE(wizard);
    CHECK(wizard->step() == 2); // what to share
    CHECK(wizard->reasonEdit()->toPlainText() == u"A place in the art group");
    CHECK(wizard->ticks()->box(Category::Identity)->isChecked());
    CHECK(wizard->ticks()->box(Category::Housing)->isEnabled());
    CHECK_FALSE(wizard->ticks()->box(Category::Health)->isEnabled());
    CHECK(desk.window.findChildren<QPushButton *>(u"recordAgreement"_s).first()->isHidden());
    desk.screen.press(u"referralNext"_s);
    CHECK(wizard->prepared().has_value());
}

TEST_CASE("Leaving the question about an agreement leads back into the referral, and nothing is agreed")
{
    Desk desk;
    desk.referTo(u"A place in the art group"_s);
    desk.screen.press(u"recordAgreement"_s);
    desk.screen.press(u"cancel"_s);
    CHECK(desk.screen.shows(u"has not agreed that anything is shared"_s));
    CHECK(desk.screen.find<QPushButton>(u"recordAgreement"_s)->isEnabled());
    CHECK(need(desk.hostel.services().records.all<SharingAgreement>()).isEmpty());
}

TEST_CASE("The question whether sharing stops stays until it is answered, moves nothing, and can be answered with no")
{
    Desk desk;
    desk.agreeTo({Category::Identity, Category::Health});
    desk.sharing();
    auto *withdraw = desk.screen.find<QPushButton>(u"withdraw"_s);
    auto *form = desk.screen.find<QPushButton>(u"agreementForm"_s);
    const QRect before = withdraw->geometry();
    const QRect formBefore = form->geometry();
    desk.screen.press(u"withdraw"_s);
    CHECK(withdraw->geometry() == before);
    CHECK(form->geometry() == formBefore);
    desk.sharing(); // left: nothing is asked any more
    withdraw = desk.screen.find<QPushButton>(u"withdraw"_s);
    CHECK(withdraw->text() == u"Withdraw");
    desk.screen.press(u"withdraw"_s);
    need(desk.hostel.services().records.add(Agency{u"Other"_s, {u"debt"_s}, {}, {}, {}, {}, {}, {}, {}})); // the page is read anew
    Screen::settle();
    withdraw = desk.screen.find<QPushButton>(u"withdraw"_s);
    CHECK(withdraw->text().startsWith(u"Press again"_s));
    desk.screen.press(u"keepSharing"_s);
    CHECK(withdraw->text() == u"Withdraw");
    CHECK(need(desk.hostel.services().agreements.scope(desk.ben.id, desk.agency.id, QDate(2026, 9, 14))).categories.size() == 2);
}

} // namespace keywork::test::stories_sharing_test
