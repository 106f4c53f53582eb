// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/accounts.h"
#include "core/services/keeping/hostel_file.h"
#include "ui/widgets/centred_card.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Background;
class NewPassword;

/// "I forgot my password": the printed recovery key opens the file for a manager, who sets a new password.
class RecoveryPage : public CentredCard {
    Q_OBJECT
public:
    explicit RecoveryPage(QWidget *parent = nullptr);
    ~RecoveryPage() override;
    void start(const std::shared_ptr<HostelFile> &file);
    void recover();
    bool isBusy() const;

Q_SIGNALS:
    void signedIn(std::shared_ptr<keywork::OpenHostel> hostel);
    void cancelled();

private:
    void fail(const QString &sentence);
    void pause();
    void setPassword(UnlockedFile unlocked);
    void finish(const std::shared_ptr<OpenHostel> &hostel, const Result<Accounts::Prepared> &prepared);
    std::shared_ptr<HostelFile> m_file;
    int m_attempt = 0; ///< a job of an earlier one changes nothing
    Background *m_background = nullptr;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_name = nullptr;
    NewPassword *m_password = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_button = nullptr;
    QTimer m_pause; ///< after a wrong key
};

} // namespace keywork
