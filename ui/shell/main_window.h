// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/hostel_file.h"
#include "ui/shell/bookmark.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace keywork {

class NewHostelPage;
class RecoveryPage;
class SignInPage;
class Workspace;

/// The one window: sign-in, first run, or the workspace. Knows which file is chosen and keeps its lock.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens the sign-in for a file; an unusable one is said to be so there.
    void chooseFile(const QString &path);
    /// Covers the screen, keeps drafts, destroys the pages, closes the file, wipes the keys; in this order.
    void lock();
    void enter(std::shared_ptr<OpenHostel> hostel);
    Workspace *workspace() const { return m_workspace; }
    SignInPage *signInPage() const { return m_signIn; }
    /// Made when it is first needed: the sign-in should be there at once.
    NewHostelPage *newHostelPage();
    RecoveryPage *recoveryPage();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void themeChanged(Theme::Kind kind, int percent);

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Enter presses the button that has the focus, as Space does.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openAnother();
    void setLook(Theme::Kind kind, int percent);
    const Clock &m_clock;
    QStackedWidget *m_stack = nullptr;
    SignInPage *m_signIn = nullptr;
    NewHostelPage *m_newHostel = nullptr;
    RecoveryPage *m_recovery = nullptr;
    Workspace *m_workspace = nullptr;
    Bookmark m_bookmark; ///< where somebody was before the lock; in memory only
    std::shared_ptr<HostelFile> m_file;
    std::shared_ptr<OpenHostel> m_hostel;
};

} // namespace keywork
