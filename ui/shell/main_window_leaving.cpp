// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"
#include "ui/shell/beside_work.h"
#include "ui/shell/choose_password_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/rescue_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"
#include "ui/widgets/unfinished_word.h"

#include <QCloseEvent>
#include <QDialog>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

void MainWindow::takePagesDown()
{
    leaveActNow();
    finishWord();
    m_idle->stop();
    m_cover->takeAway();
    // No dialog outlives the lock; one may own another.
    QList<QPointer<QDialog>> dialogs;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialogs.append(dialog);
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs))
        delete dialog.data();
    for (QWidget *page : {static_cast<QWidget *>(m_workspace), static_cast<QWidget *>(m_choosePassword)})
        if (page)
            m_stack->removeWidget(page);
    if (m_workspace)
        m_bookmark = m_workspace->bookmark();
    delete m_workspace; // editors keep their drafts in their destructors
    m_workspace = nullptr;
    delete m_choosePassword;
    m_choosePassword = nullptr;
    if (m_recovery)
        m_recovery->start(nullptr);
    if (m_rescue)
        m_rescue->start(nullptr);
    if (m_newHostel)
        m_newHostel->start();
}

void MainWindow::closeFile(const QString &sentence)
{
    m_beside->leave();
    m_hostel.reset(); // closes the connection, then wipes the keys
    m_signIn->setFile(m_file, sentence);
}

void MainWindow::lock() { lockBecause({}); }

void MainWindow::lockBecause(const QString &sentence)
{
    const bool wasOpen = m_hostel != nullptr;
    const QString who = wasOpen ? m_hostel->session().name() : QString();
    m_stack->setCurrentWidget(m_signIn);
    leaveActNow(); // without names from here on
    m_stack->repaint(); // covered before anything that may take its time
    takePagesDown();
    const Done takes = wasOpen ? m_hostel->takesWriting() : Done();
    closeFile(!wasOpen ? QString()
            : takes    ? (sentence.isEmpty() ? tr("Locked. What was typed is kept.") : sentence + u' ' + tr("What was typed is kept."))
                       : words::lockedWhile(takes.error(), m_hostel->asidePlace()));
    if (wasOpen)
        m_signIn->expect(who);
    if (m_actNowPage->isOpen()) // what is pressed is a step, and no letter of a password
        m_actNowPage->stayAbove();
}

void MainWindow::switchUser()
{
    lock();
    m_bookmark = {};
    m_signIn->expect({});
}

void MainWindow::signOut(std::function<void()> after)
{
    if (!m_hostel) {
        after();
        return;
    }
    m_stack->setCurrentWidget(m_signIn);
    m_stack->repaint();
    takePagesDown();
    m_beside->stop();
    m_bookmark = {};
    m_signIn->setBusy(tr("Making the backup …"));
    m_hostel->leaveAs(HistoryAction::SignedOut);
    m_beside->backUp([this, after = std::move(after)] {
        QTimer::singleShot(0, this, [this, after] { // the worker that reports is taken down first
            closeFile({});
            after();
        });
    });
}

void MainWindow::rewriteFile(std::function<Result<NextFile>()> job, const QString &done)
{
    m_stack->setCurrentWidget(m_signIn);
    m_stack->repaint();
    takePagesDown();
    m_signIn->setBusy(tr("Writing the file anew …"));
    m_beside->rewrite(std::move(job), [this, done](const Result<NextFile> &next) {
        m_hostel.reset();
        const Done placed = next ? m_file->putInPlace(*next) : Done(next.error());
        if (placed)
            m_beside->forgetCheck();
        m_signIn->setFile(m_file, placed ? done : tr("Nothing was changed. %1").arg(words::error(placed.error())));
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Closing the window is signing out: the backup first. Closing it once more does not wait.
    const bool mayWait = m_hostel && !m_hostel->session().isLookOnly() && !m_signedOut;
    if (!mayWait) {
        lock();
        event->accept();
        return;
    }
    m_signedOut = true;
    event->ignore();
    signOut([this] { close(); });
}

} // namespace keywork
