// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/rescuing.h"
#include "ui/shell/bookmark.h"
#include "ui/shell/cover.h"
#include "ui/shell/demonstration.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace keywork {

class ActNow;
class ActNowPage;
class Background;
class BesideWork;
class ChoosePasswordPage;
class IdleWatch;
struct Change;
struct Emergency;
class NewHostelPage;
class RecoveryPage;
class RescuePage;
class SignInPage;
class SteadyClock;
class Workspace;

/// The one window: sign-in, first run, or the workspace. Knows which file is chosen and keeps its lock.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `seen`: what this PC remembers of each file's history.
    explicit MainWindow(const Clock &clock, const SeenHeads &seen = SeenHeads(), QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens the sign-in for a file; an unusable one is said to be so there.
    void chooseFile(const QString &path);
    /// Covers the screen, keeps drafts, destroys the pages, closes the file, wipes the keys; in this order.
    void lock();
    /// The same, and says why at the sign-in.
    void lockBecause(const QString &sentence);
    /// The same for somebody else to sign in: nobody is led back to where the last one was.
    void switchUser();
    /// Covers the screen, makes a backup, then closes the file; `after` comes when all is done.
    void signOut(std::function<void()> after);
    /// Covers names and details at once; the file stays open.
    void cover();
    void enter(std::shared_ptr<OpenHostel> hostel);
    Workspace *workspace() const { return m_workspace; }
    IdleWatch *idleWatch() const { return m_idle; }
    Cover *coverPage() const { return m_cover; }
    /// Backups and checks beside the work.
    BesideWork *besideWork() const { return m_beside; }
    SignInPage *signInPage() const { return m_signIn; }
    /// What the sign-in and a manager's first steps offer to try; none until it is set.
    void setDemonstration(const Demonstration &demonstration);
    /// Closes what is open, makes the demonstration if it isn't there, and opens its sign-in.
    void tryDemonstration();
    /// Made when it is first needed: the sign-in should be there at once.
    NewHostelPage *newHostelPage();
    RecoveryPage *recoveryPage();
    RescuePage *rescuePage();
    ActNowPage *actNowPage() const { return m_actNowPage; }
    /// F12, from anywhere: over the sign-in, the cover and open dialogs.
    void openActNow();
    /// For tests: what time goes by, before a file is chosen.
    void setSteadyClock(const SteadyClock &steady) { m_steady = &steady; }

Q_SIGNALS:
    void fileChosen(const QString &path);
    void themeChanged(Theme::Kind kind, int percent);

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Enter presses the button that has the focus, as Space does; the wheel changes nothing.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Whether the program opens this file by itself the next time.
    enum class Remembered { Yes, No };
    void choose(const QString &path, Remembered remembered);
    void showDemonstration();
    void openAnother();
    void addShortcuts();
    void connectSignIn();
    void makeIdleWatch();
    void makeWorkspace();
    void onChanged(const QList<Change> &changes);
    void takePagesDown();
    void closeFile(const QString &sentence);
    void coverFor(Cover::Came how);
    void makeActNow();
    void setActNow();
    void leaveActNow();
    void onActNowEnded(const Emergency &emergency);
    void printSheet(Id<Person> person);
    void previewActNowCard();
    void showRunning();
    void askChecksAfter(const Emergency &emergency);
    void tellEndedLocked();
    int secondsUntilCover(const House &house) const;
    void watchIdleness();
    void choosePassword();
    void rescueFile();
    void rewriteFile(std::function<Result<NextFile>()> job, const QString &done);
    void setLook(Theme::Kind kind, int percent);
    const Clock &m_clock;
    const SeenHeads m_seen;
    IdleWatch *m_idle = nullptr;
    Cover *m_cover = nullptr;
    const SteadyClock *m_steady = nullptr; ///< null: the PC's own
    std::unique_ptr<ActNow> m_actNow; ///< of the chosen file; outlives every lock
    QStringList m_endedLocked; ///< emergencies that were finished with nobody signed in, not told of yet
    ActNowPage *m_actNowPage = nullptr;
    BesideWork *m_beside = nullptr;
    ChoosePasswordPage *m_choosePassword = nullptr;
    Demonstration m_demonstration;
    Background *m_making = nullptr; ///< of the demonstration
    bool m_signedOut = false;
    QStackedWidget *m_stack = nullptr;
    SignInPage *m_signIn = nullptr;
    NewHostelPage *m_newHostel = nullptr;
    RecoveryPage *m_recovery = nullptr;
    RescuePage *m_rescue = nullptr;
    Workspace *m_workspace = nullptr;
    Bookmark m_bookmark; ///< where somebody was before the lock; in memory only
    std::shared_ptr<HostelFile> m_file;
    std::shared_ptr<OpenHostel> m_hostel;
};

} // namespace keywork
