// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/background.h"
#include "core/services/emergency/act_now.h"
#include "ui/pages/act_now/act_now_page.h"
#include "ui/shell/beside_work.h"
#include "ui/shell/cover.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/rescue_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/unfinished_word.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace keywork {

MainWindow::MainWindow(const Clock &clock, const SeenHeads &seen, QWidget *parent)
    : QMainWindow(parent)
    , m_clock(clock)
    , m_seen(seen)
{
    setWindowTitle(u"Keywork"_s); // never a name: the task bar is seen by the lobby
    resize(1366, 768);
    qApp->installEventFilter(this);
    m_stack = new QStackedWidget;
    setCentralWidget(m_stack);
    m_signIn = new SignInPage;
    m_stack->addWidget(m_signIn);
    m_signIn->setFile(nullptr);
    m_making = new Background(this);
    connectSignIn();
    addShortcuts();
    m_cover = new Cover(m_stack);
    makeActNow();
    makeIdleWatch();
    m_beside = new BesideWork(m_clock, this);
    connect(m_beside, &BesideWork::said, this, [this](const QString &sentence) {
        if (m_workspace)
            m_workspace->say(sentence);
    });
    connect(m_beside, &BesideWork::refused, this, [this](const QString &sentence) {
        if (m_workspace)
            m_workspace->refuse(sentence);
    });
}

void MainWindow::makeIdleWatch()
{
    m_idle = new IdleWatch(this);
    connect(m_idle, &IdleWatch::coverDue, this, [this] { coverFor(Cover::Came::ByItself); });
    connect(m_idle, &IdleWatch::coverSoon, this, [this] {
        if (m_workspace)
            m_workspace->say(tr("Names are covered in 10 seconds; any key keeps them."));
    });
    connect(m_idle, &IdleWatch::lockSoon, this, [this] {
        if (m_workspace)
            m_workspace->say(tr("The file locks itself in 20 seconds."));
    });
    connect(m_idle, &IdleWatch::lockDue, this, &MainWindow::lock);
    connect(m_idle, &IdleWatch::cameBack, this, [this] {
        if (m_workspace)
            m_workspace->lookAtFile();
    });
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const char *keys, auto action) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on("Ctrl+L", [this] { lock(); });
    on("Ctrl+Shift+L", [this] { switchUser(); });
    on("F11", [this] { m_cover->isVisible() ? m_cover->takeAway() : cover(); });
    on("F12", [this] { openActNow(); }); // most often the filter has it first
    on("Ctrl++", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), 1)); });
    on("Ctrl+=", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), 1)); });
    on("Ctrl+-", [this] { setLook(Theme::kind(), Theme::nextPercent(Theme::percent(), -1)); });
    on("Ctrl+0", [this] { setLook(Theme::kind(), 100); });
    on("Ctrl+D", [this] { setLook(Theme::Kind((int(Theme::kind()) + 1) % 3), Theme::percent()); });
}

MainWindow::~MainWindow() { lock(); }

void MainWindow::setLook(Theme::Kind kind, int percent)
{
    const bool isMadeAnew = m_workspace && percent != Theme::percent(); // colours are looked up when they are painted
    const QSize before = size();
    const double scrolled = isMadeAnew ? m_workspace->scrolled() : 0;
    if (isMadeAnew) {
        // Sizes that were taken when the pages were made are made anew; drafts keep what was typed. First the old ones go:
        // in letters of the new size they would need a window wider than the screen, and it would stay so.
        finishWord();
        m_bookmark = m_workspace->bookmark();
        m_bookmark.visit.leftAs = m_workspace->leftAs();
        m_stack->removeWidget(m_workspace);
        delete m_workspace;
        m_workspace = nullptr;
    }
    const bool isOtherSize = percent != Theme::percent();
    Theme::apply(*static_cast<QApplication *>(QApplication::instance()), kind, percent);
    if (isOtherSize)
        m_actNowPage->makeAnew();
    Q_EMIT themeChanged(kind, percent);
    if (!isMadeAnew)
        return;
    enter(m_hostel);
    m_bookmark.visit.leftAs.clear();
    if (m_workspace)
        m_workspace->scrollTo(scrolled);
    QTimer::singleShot(0, this, [this, before] { // once the layouts know what they need
        if (!isMaximized() && !isFullScreen())
            resize(before);
    });
}

void MainWindow::makeWorkspace()
{
    m_workspace = new Workspace(*m_hostel,
        {[this](auto job, const QString &done) { rewriteFile(std::move(job), done); },
            [this] { QTimer::singleShot(0, this, &MainWindow::rescueFile); },
            m_demonstration.make ? std::function<void()>([this] { QTimer::singleShot(0, this, &MainWindow::tryDemonstration); })
                                 : std::function<void()>()});
    connect(m_workspace, &Workspace::actNowRequested, this, &MainWindow::openActNow, Qt::QueuedConnection);
    connect(
        m_workspace, &Workspace::actNowRequestedFor, this,
        [this](Id<Person> person) {
            openActNow();
            m_actNowPage->beginWith(person);
        },
        Qt::QueuedConnection);
    connect(m_workspace, &Workspace::actNowCardRequested, this, &MainWindow::previewActNowCard, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::lockRequested, this, &MainWindow::lock, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::lookRequested, this, &MainWindow::setLook, Qt::QueuedConnection); // takes the pages down
    connect(m_workspace, &Workspace::switchRequested, this, &MainWindow::switchUser, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::coverRequested, this, &MainWindow::cover, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::passwordRequested, this, &MainWindow::choosePassword, Qt::QueuedConnection);
    connect(&m_hostel->notifier(), &ChangeNotifier::changed, m_workspace, [this](const QList<Change> &changes) { onChanged(changes); });
    connect(m_workspace, &Workspace::visited, this, [this] { m_idle->setCover(secondsUntilCover(m_hostel->house())); });
}

/// What the house settled, or what whoever is signed in may do, may be another.
void MainWindow::onChanged(const QList<Change> &changes)
{
    for (const Change &change : changes)
        if (change.kind == u"house")
            watchIdleness();
    const qint64 self = m_hostel->session().staff().value;
    const bool isOfSelf = std::any_of(
        changes.cbegin(), changes.cend(), [self](const Change &change) { return change.kind == u"staff" && change.record == self; });
    if (isOfSelf && m_hostel->isTeamNews()) // once the save is through: it may be the form that is open
        QTimer::singleShot(0, m_workspace, [this] { lockBecause(tr("What you may do here was changed. Please sign in again.")); });
}

void MainWindow::enter(std::shared_ptr<OpenHostel> hostel)
{
    if (m_workspace)
        return; // somebody is in already
    m_hostel = std::move(hostel);
    m_beside->begin(m_hostel);
    m_signedOut = false;
    if (!m_actNow)
        setActNow();
    m_actNow->signedIn(*m_hostel);
    m_actNowPage->setServices(&m_hostel->services());
    watchIdleness();
    if (m_hostel->session().choosesPassword()) {
        choosePassword();
        return;
    }
    m_hostel->checkpointInWorker();
    m_beside->keepGoing();
    makeWorkspace();
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    // Back to where this person was; nobody else is led there.
    if (m_bookmark.staff == m_hostel->session().staff().value)
        m_workspace->open(m_bookmark);
    m_bookmark = {};
    m_workspace->focusPage();
    tellEndedLocked();
    showRunning();
    if (m_actNowPage->isOpen())
        m_actNowPage->stayAbove();
}

/// A record is talked about in front of the screen.
int MainWindow::secondsUntilCover(const House &house) const
{
    return int(m_workspace && m_workspace->showsRecord() ? house.hideRecordSeconds : house.hideSeconds);
}

void MainWindow::watchIdleness()
{
    const House house = m_hostel->house();
    m_idle->start(secondsUntilCover(house), int(house.lockMinutes) * 60);
}

void MainWindow::cover() { coverFor(Cover::Came::Asked); }

void MainWindow::coverFor(Cover::Came how)
{
    if (m_hostel || (m_rescue && m_stack->currentWidget() == m_rescue))
        m_cover->raiseOver(how);
    m_actNowPage->setCovered(m_cover->isVisible());
    if (m_actNowPage->isOpen()) // names go, the steps stay
        m_actNowPage->stayAbove();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (keepsFromWheel(watched, event))
        return true;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F12) { // before any dialog, list or field has it
            if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
                openActNow();
            return true;
        }
        auto *button = qobject_cast<QPushButton *>(watched);
        if (button && button->isEnabled() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            if (!static_cast<QKeyEvent *>(event)->isAutoRepeat()) // a key that is held asks once
                button->click();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace keywork
