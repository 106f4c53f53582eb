// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/act_now.h"
#include "ui/shell/beside_work.h"
#include "ui/shell/choose_password_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/rescue_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kHideSeconds = 60;
constexpr int kLockSeconds = 3 * 60;
} // namespace

void MainWindow::connectSignIn()
{
    connect(m_signIn, &SignInPage::signedIn, this, &MainWindow::enter);
    connect(m_signIn, &SignInPage::backupWanted, this, &MainWindow::chooseFile, Qt::QueuedConnection);
    connect(m_signIn, &SignInPage::rescueWanted, this, &MainWindow::rescueFile);
    connect(m_signIn, &SignInPage::openAnother, this, &MainWindow::openAnother);
    connect(m_signIn, &SignInPage::lookWanted, this, &MainWindow::setLook, Qt::QueuedConnection);
    connect(m_signIn, &SignInPage::demonstrationWanted, this, &MainWindow::tryDemonstration);
    connect(m_signIn, &SignInPage::newHostel, this, [this] {
        m_stack->setCurrentWidget(newHostelPage());
        newHostelPage()->start();
    });
    connect(m_signIn, &SignInPage::forgotten, this, [this] {
        m_stack->setCurrentWidget(recoveryPage());
        recoveryPage()->start(m_file);
    });
}

NewHostelPage *MainWindow::newHostelPage()
{
    if (m_newHostel)
        return m_newHostel;
    m_newHostel = new NewHostelPage(m_clock);
    m_stack->addWidget(m_newHostel);
    connect(m_newHostel, &NewHostelPage::cancelled, this, [this] { m_stack->setCurrentWidget(m_signIn); });
    connect(m_newHostel, &NewHostelPage::created, this,
        [this](const std::shared_ptr<HostelFile> &file, const std::shared_ptr<OpenHostel> &hostel) {
            m_beside->stop(); // whatever was still being written belongs to the file before
            m_file = file;
            setActNow();
            m_beside->forgetCheck();
            m_signIn->setFile(m_file);
            Q_EMIT fileChosen(file->path());
            enter(hostel);
        });
    return m_newHostel;
}

RecoveryPage *MainWindow::recoveryPage()
{
    if (m_recovery)
        return m_recovery;
    m_recovery = new RecoveryPage;
    m_stack->addWidget(m_recovery);
    connect(m_recovery, &RecoveryPage::cancelled, this, [this] {
        m_recovery->start(nullptr);
        m_stack->setCurrentWidget(m_signIn);
    });
    connect(m_recovery, &RecoveryPage::signedIn, this, &MainWindow::enter);
    return m_recovery;
}

RescuePage *MainWindow::rescuePage()
{
    if (m_rescue)
        return m_rescue;
    m_rescue = new RescuePage;
    m_stack->addWidget(m_rescue);
    connect(m_rescue, &RescuePage::cancelled, this, [this] {
        m_rescue->start(nullptr);
        m_stack->setCurrentWidget(m_signIn);
    });
    // Names of residents may stand there: it is covered and locked like the work itself.
    connect(m_rescue, &RescuePage::told, this, [this] { m_idle->start(kHideSeconds, kLockSeconds); });
    connect(m_rescue, &RescuePage::fileWanted, this, &MainWindow::chooseFile);
    return m_rescue;
}

void MainWindow::rescueFile()
{
    lock();
    if (!m_file)
        return;
    m_stack->setCurrentWidget(rescuePage());
    rescuePage()->start(m_file);
}

void MainWindow::choosePassword()
{
    if (m_choosePassword)
        return;
    m_choosePassword = new ChoosePasswordPage(*m_hostel);
    m_stack->addWidget(m_choosePassword);
    m_stack->setCurrentWidget(m_choosePassword);
    m_choosePassword->setFocus();
    const auto leave = [this] {
        m_stack->removeWidget(m_choosePassword);
        m_choosePassword->deleteLater();
        m_choosePassword = nullptr;
    };
    connect(
        m_choosePassword, &ChoosePasswordPage::chosen, this,
        [this, leave] {
            if (!m_hostel || !m_choosePassword)
                return; // locked meanwhile
            leave();
            if (!m_workspace)
                enter(m_hostel);
            else
                m_stack->setCurrentWidget(m_workspace);
            m_workspace->say(tr("Your new password holds from now on."));
        },
        Qt::QueuedConnection);
    connect(
        m_choosePassword, &ChoosePasswordPage::cancelled, this,
        [this, leave] {
            if (!m_hostel || !m_choosePassword)
                return;
            if (!m_workspace) {
                lock();
                return;
            }
            leave();
            m_stack->setCurrentWidget(m_workspace);
        },
        Qt::QueuedConnection);
}

} // namespace keywork
