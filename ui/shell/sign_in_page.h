// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/hostel_file.h"
#include "ui/theme/theme.h"
#include "ui/widgets/centred_card.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Background;

/// Name and password for the chosen file; also the lock screen. Shows nothing of a record.
class SignInPage : public CentredCard {
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);
    ~SignInPage() override;
    /// The file to open; none: a new hostel, the demonstration and files that are there are offered, with a sentence on why.
    void setFile(const std::shared_ptr<HostelFile> &file, const QString &sentence = {});
    /// When the file itself can't be used: the newest backup, to look only. Empty: none is offered.
    void offerBackup(const QString &filePath);
    /// The file opens no more: what is left of it may still be read.
    void offerRescue(bool offer);
    /// Something is done with the file: nobody signs in meanwhile.
    void setBusy(const QString &sentence);
    /// Whether the demonstration can be tried.
    void offerDemonstration(bool offer);
    void signIn();
    void clear();
    /// Whoever locked the file comes back: only the password is asked. Empty: anybody.
    void expect(const QString &name);
    bool isBusy() const;

Q_SIGNALS:
    void signedIn(std::shared_ptr<keywork::OpenHostel> hostel);
    void openAnother();
    void newHostel();
    void demonstrationWanted();
    void lookWanted(keywork::Theme::Kind kind, int percent);
    void forgotten();
    void backupWanted(const QString &path);
    void rescueWanted();
    void actNowWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showLastBackup();
    QWidget *buildForm();
    QWidget *buildWays();
    QLabel *addWay(QPushButton *way, const QString &sentence);
    void showWays();
    QWidget *buildPanel();
    void finish(Result<UnlockedFile> unlocked);
    void fail(const QString &sentence);
    QString whyNot(const Error &error) const;
    std::shared_ptr<HostelFile> m_file;
    Background *m_background = nullptr;
    QLabel *m_fileName = nullptr;
    QLabel *m_lastBackup = nullptr;
    QLabel *m_message = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_forgotten = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_fresh = nullptr;
    QPushButton *m_demonstration = nullptr;
    QWidget *m_fields = nullptr;
    QWidget *m_ways = nullptr; ///< where to begin, besides signing in
    QBoxLayout *m_waysLayout = nullptr;
    QList<QLabel *> m_waysSay; ///< what each is for, for a newcomer
    QLabel *m_demonstrationSays = nullptr;
    QLabel *m_thisFile = nullptr;
    bool m_offersDemonstration = false;
    QPushButton *m_backup = nullptr;
    QPushButton *m_rescue = nullptr;
    QString m_backupPath;
    QTimer m_pause;
    int m_failures = 0;
    int m_attempt = 0; ///< a check of an earlier one opens nothing
};

} // namespace keywork
