// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/background.h"
#include "core/services/emergency/act_now.h"
#include "ui/pages/act_now/act_now_page.h"
#include "ui/shell/beside_work.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/file_question.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

void MainWindow::chooseFile(const QString &path) { choose(path, Remembered::Yes); }

void MainWindow::choose(const QString &path, Remembered remembered)
{
    lock();
    m_bookmark = {};
    m_actNowPage->setActNow(nullptr);
    if (m_actNow && !m_actNow->isWithoutFile()) // what was pressed before any file was chosen goes into this one
        m_actNow.reset();
    m_file.reset();
    m_beside->forgetCheck();
    if (m_recovery)
        m_recovery->start(nullptr);
    m_signIn->setFile(nullptr); // lets go of the file, so that it can be chosen again
    auto chosen = HostelFile::choose(path, m_clock, m_seen);
    if (!chosen) {
        m_actNowPage->setActNow(m_actNow.get());
        m_signIn->setFile(nullptr, path + u": "_s + words::error(chosen.error()));
        m_signIn->offerBackup(path);
        return;
    }
    m_file = std::move(*chosen);
    m_signIn->setFile(m_file);
    setActNow();
    if (remembered == Remembered::Yes && !m_file->summary().backupMadeAt.isValid()) // a backup that was looked at is not where work goes on
        Q_EMIT fileChosen(path);
}

void MainWindow::setDemonstration(const Demonstration &demonstration)
{
    m_demonstration = demonstration;
    m_signIn->offerDemonstration(bool(demonstration.make));
}

void MainWindow::tryDemonstration()
{
    if (!m_demonstration.make || m_making->isBusy())
        return;
    lock();
    if (QFileInfo::exists(m_demonstration.path)) {
        showDemonstration();
        return;
    }
    m_signIn->setBusy(tr("Making the demonstration … This takes up to a minute."));
    m_making->ask([make = m_demonstration.make, path = m_demonstration.path] { return make(path); },
        [this](const Done &made) {
            if (m_hostel)
                return; // somebody signed in to something else meanwhile
            if (made)
                showDemonstration();
            else
                m_signIn->setFile(m_file, tr("The demonstration could not be made. %1").arg(words::error(made.error())));
        });
}

void MainWindow::showDemonstration()
{
    const bool hadOwn = m_file && m_file->path() != m_demonstration.path;
    choose(m_demonstration.path, Remembered::No); // the next start opens the house's own file again
    if (!m_file)
        return;
    const QString back = hadOwn ? tr("The next start opens your own file again.") : QString();
    m_signIn->setFile(m_file, (tr("Everybody in it is invented. Its password: %1").arg(m_demonstration.password) + u'\n' + back).trimmed());
    m_signIn->expect(m_demonstration.name);
}

void MainWindow::openAnother()
{
    askForFile(this, {.title = tr("Open a hostel's file"), .filter = tr("Keywork files (*.keywork)")},
        [this](const QString &path) { chooseFile(path); });
}

} // namespace keywork
