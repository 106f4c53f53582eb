// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/screen.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/workspace.h"

#include <QCheckBox>
#include <QDir>
#include <QListWidget>
#include <QProcess>
#include <QTableView>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {pdf, u"-"_s});
    REQUIRE(reader.waitForFinished());
    REQUIRE(reader.exitCode() == 0);
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

/// A window on a set clock that can be closed and opened again.
struct ReceptionPc {
    ReceptionPc()
        : clock(QDateTime(QDate(2026, 7, 15), QTime(9, 0), Qt::UTC))
    {
        open();
    }
    void open()
    {
        window = std::make_unique<MainWindow>(clock);
        window->show();
    }
    void comeBackOn(QDate day)
    {
        window.reset();
        clock.set(QDateTime(day, QTime(10, 0), Qt::UTC));
        open();
        window->chooseFile(path);
        Screen screen(*window);
        screen.type(u"name"_s, u"Priya Shah"_s);
        screen.type(u"password"_s, kPassword);
        QTest::keyClick(screen.find<QLineEdit>(u"password"_s), Qt::Key_Return);
        for (int i = 0; i < 400 && !window->workspace(); ++i)
            QTest::qWait(10);
        REQUIRE(window->workspace());
    }
    ResidentPage *openBen()
    {
        auto *find = window->workspace()->find();
        find->setFocus();
        QTest::keyClicks(find, u"bark"_s);
        REQUIRE(find->results()->count() >= 1);
        QTest::keyClick(find, Qt::Key_Return);
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(window->workspace()->currentPage());
        REQUIRE(page);
        return page;
    }
    void recordStage(const QString &code, const QString &evidence)
    {
        ResidentPage *page = openBen();
        page->showTab(u"stages"_s);
        Screen screen(*window);
        screen.press(u"recordChange"_s);
        QWidget *form = qobject_cast<StagesPage *>(page->currentTab())->editor();
        screen.choose(u"stage"_s, code, form);
        screen.type(u"evidence"_s, evidence, form);
        screen.choose(u"agreement"_s, u"agrees"_s, form);
        screen.press(u"save"_s, form);
        CHECK(screen.shows(evidence));
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"cairn.keywork"_s);
    SetClock clock;
    std::unique_ptr<MainWindow> window;
};

void firstRun(ReceptionPc &house)
{
    Screen screen(*house.window);
    house.window->newHostelPage()->setKeyCost(KeyCost::ForTests);
    screen.press(u"newHostel"_s);
    screen.type(u"hostel"_s, u"Cairn Street Hostel"_s);
    screen.type(u"manager"_s, u"Priya Shah"_s);
    screen.type(u"newPassword"_s, u"password1"_s);
    screen.type(u"again"_s, u"password1"_s);
    screen.type(u"path"_s, house.path);
    screen.press(u"next"_s);
    CHECK(screen.shows(u"too easy to guess"_s));
    screen.type(u"newPassword"_s, kPassword);
    screen.type(u"again"_s, kPassword);
    screen.press(u"next"_s);
    screen.type(u"typedKey"_s, u"0000"_s);
    screen.press(u"create"_s);
    CHECK(screen.shows(u"This is not the key above."_s));
    screen.type(u"typedKey"_s, house.window->newHostelPage()->recoveryKey());
    screen.press(u"create"_s);
    REQUIRE(QTest::qWaitFor([&] { return house.window->workspace() != nullptr; }, 20'000));
}

} // namespace

TEST_CASE("Ben is referred, moves in, moves back and forward, agrees a plan and a referral (case study 2)")
{
    ReceptionPc house;
    firstRun(house);

    { // 15 July: referred by the drug service; a room and an agency are on file
        Screen screen(*house.window);
        house.window->workspace()->openPlace(u"rooms"_s);
        screen.press(u"new"_s);
        screen.type(u"name"_s, u"7"_s);
        screen.press(u"save"_s);
        house.window->workspace()->openPlace(u"partners"_s);
        screen.press(u"new"_s);
        screen.type(u"name"_s, u"Kingston Chest Clinic"_s);
        screen.choose(u"category"_s, u"secondary_care"_s);
        screen.press(u"save"_s);
        house.window->workspace()->openNewResident();
        screen.type(u"given_name"_s, u"Ben"_s);
        screen.type(u"family_name"_s, u"Barker"_s);
        screen.type(u"born_on"_s, u"3/2/1981"_s);
        screen.choose(u"referral_source"_s, u"drug_service"_s);
        screen.type(u"referral_reason"_s, u"Threats at his flat; sofa surfing."_s);
        screen.press(u"save"_s);
        CHECK(screen.find<QLabel>(u"residentName"_s)->text() == u"Ben Barker"_s);
    }
    house.recordStage(u"chaotic_not_in_treatment"_s, u"Missed two appointments before coming."_s);

    house.comeBackOn(QDate(2026, 8, 3)); // assessed and accepted: moves in
    {
        ResidentPage *page = house.openBen();
        page->showTab(u"lists"_s);
        Screen screen(*house.window);
        for (QPushButton *pill : page->findChildren<QPushButton *>())
            if (pill->text() == u"Stays" && pill->isVisibleTo(house.window.get()))
                QTest::mouseClick(pill, Qt::LeftButton);
        Screen::settle();
        auto *list = screen.find<QTableView>(u"list"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        Screen::settle();
        screen.choose(u"decision"_s, u"accepted"_s);
        screen.type(u"arrived_on"_s, u"today"_s);
        auto *room = screen.find<QComboBox>(u"room_id"_s);
        REQUIRE(room->findText(u"7"_s) >= 0);
        room->setCurrentIndex(room->findText(u"7"_s));
        screen.press(u"save"_s);
        CHECK(screen.shows(u"Room 7"_s));
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
