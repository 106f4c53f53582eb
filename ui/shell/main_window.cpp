// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/new_hostel_page.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"
#include "ui/text/words.h"
#include "ui/widgets/file_question.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace keywork {

MainWindow::MainWindow(const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_clock(clock)
{
    setWindowTitle(u"Keywork"_s); // never a name: the task bar is seen by the lobby
    resize(1366, 768);
    qApp->installEventFilter(this);
    m_stack = new QStackedWidget;
    setCentralWidget(m_stack);
    m_signIn = new SignInPage;
    m_stack->addWidget(m_signIn);
    m_signIn->setFile(nullptr);
    connect(m_signIn, &SignInPage::signedIn, this, &MainWindow::enter);
    connect(m_signIn, &SignInPage::openAnother, this, &MainWindow::openAnother);
    connect(m_signIn, &SignInPage::newHostel, this, [this] {
        m_stack->setCurrentWidget(newHostelPage());
        newHostelPage()->start();
    });
    connect(m_signIn, &SignInPage::forgotten, this, [this] {
        m_stack->setCurrentWidget(recoveryPage());
        recoveryPage()->start(m_file);
    });
    const auto on = [this](const char *keys, auto action) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on("Ctrl+L", [this] { lock(); });
    on("Ctrl++", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), 1)); });
    on("Ctrl+=", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), 1)); });
    on("Ctrl+-", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), -1)); });
    on("Ctrl+0", [this] { setLook(Theme::kind(), 100); });
    on("Ctrl+D", [this] { setLook(Theme::Kind((int(Theme::kind()) + 1) % 3), Theme::percent()); });
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
            m_file = file;
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

MainWindow::~MainWindow() { lock(); }

void MainWindow::setLook(Theme::Kind kind, int percent)
{
    const bool sameSize = percent == Theme::percent();
    Theme::apply(*static_cast<QApplication *>(QApplication::instance()), kind, percent);
    Q_EMIT themeChanged(kind, percent);
    if (!m_workspace || sameSize)
        return; // colours are looked up when they are painted
    m_bookmark = m_workspace->bookmark();
    // Sizes that were taken when the pages were made are made anew; drafts keep what was typed.
    m_stack->removeWidget(m_workspace);
    delete m_workspace;
    m_workspace = nullptr;
    enter(m_hostel);
}

void MainWindow::chooseFile(const QString &path)
{
    lock();
    m_bookmark = {};
    m_file.reset();
    if (m_recovery)
        m_recovery->start(nullptr);
    m_signIn->setFile(nullptr); // lets go of the file, so that it can be chosen again
    auto chosen = HostelFile::choose(path, m_clock);
    if (!chosen) {
        m_signIn->setFile(nullptr, path + u": "_s + words::error(chosen.error()));
        return;
    }
    m_file = std::move(*chosen);
    m_signIn->setFile(m_file);
    Q_EMIT fileChosen(path);
}

void MainWindow::openAnother()
{
    askForFile(this, {.title = tr("Open a hostel's file"), .filter = tr("Keywork files (*.keywork)")},
        [this](const QString &path) { chooseFile(path); });
}

void MainWindow::enter(std::shared_ptr<OpenHostel> hostel)
{
    if (m_workspace)
        return; // somebody is in already
    m_hostel = std::move(hostel);
    m_hostel->checkpointInWorker();
    m_workspace = new Workspace(*m_hostel);
    connect(m_workspace, &Workspace::lockRequested, this, &MainWindow::lock, Qt::QueuedConnection);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    // Back to where this person was; nobody else is led there.
    if (m_bookmark.staff == m_hostel->session().staff().value)
        m_workspace->open(m_bookmark);
    m_bookmark = {};
    m_workspace->focusPage();
}

void MainWindow::lock()
{
    m_stack->setCurrentWidget(m_signIn);
    m_stack->repaint(); // covered before anything that may take its time
    // No dialog outlives the lock; one may own another.
    QList<QPointer<QDialog>> dialogs;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialogs.append(dialog);
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs))
        delete dialog.data();
    const bool wasOpen = m_workspace != nullptr;
    if (m_workspace) {
        m_bookmark = m_workspace->bookmark();
        m_stack->removeWidget(m_workspace);
        delete m_workspace; // editors keep their drafts in their destructors
        m_workspace = nullptr;
    }
    if (m_recovery)
        m_recovery->start(nullptr);
    if (m_newHostel)
        m_newHostel->start();
    m_hostel.reset(); // closes the connection, then wipes the keys
    m_signIn->setFile(m_file, wasOpen ? tr("Locked. What was typed is kept.") : QString());
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        auto *button = qobject_cast<QPushButton *>(watched);
        if (button && button->isEnabled() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            button->click();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    lock();
    event->accept();
}

} // namespace keywork
