// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pdf_text.h"
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
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/workspace.h"

namespace keywork::test {

using namespace Qt::StringLiterals;

inline QString textOf(const QString &pdf) { return pdfText(pdf, QStringList()).simplified(); }

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
    WayInPage *openWayIn()
    {
        ResidentPage *page = openBen();
        page->showTab(u"way-in"_s);
        Screen::settle();
        auto *wayIn = qobject_cast<WayInPage *>(page->currentTab());
        REQUIRE(wayIn);
        return wayIn;
    }
    /// His referral, from his way in.
    WayInPage *openReferral()
    {
        WayInPage *wayIn = openWayIn();
        Screen(*window).press(u"openReferralInRI-0001"_s);
        REQUIRE(wayIn->referral());
        return wayIn;
    }
    /// Booked now, and on the day nobody comes.
    void missAppointment(qint64 id, const QString &when, QDate day)
    {
        {
            ResidentPage *page = openBen();
            page->showTab(u"appointments"_s);
            Screen screen(*window);
            screen.press(u"newAppointment"_s);
            screen.type(u"starts_at"_s, when);
            screen.type(u"purpose"_s, u"Assessment"_s);
            screen.press(u"save"_s);
        }
        comeBackOn(day.addDays(1));
        ResidentPage *page = openBen();
        page->showTab(u"appointments"_s);
        auto *appointments = qobject_cast<ResidentAppointmentsPage *>(page->currentTab());
        REQUIRE(appointments);
        appointments->showRecord({u"appointment"_s, id});
        Screen::settle();
        Screen screen(*window);
        screen.choose(u"outcome"_s, u"missed"_s, appointments->form());
        screen.press(u"save"_s, appointments->form());
    }
    AssessmentsPage *openAssessments()
    {
        ResidentPage *page = openBen();
        page->showTab(u"assessments"_s);
        Screen::settle();
        auto *assessments = qobject_cast<AssessmentsPage *>(page->currentTab());
        REQUIRE(assessments);
        return assessments;
    }
    void section(AssessmentsPage *page, const QString &section)
    {
        page->form()->showSection(section);
        Screen::settle();
        REQUIRE(page->form()->section() == section);
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

inline void firstRun(ReceptionPc &house)
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

} // namespace keywork::test
