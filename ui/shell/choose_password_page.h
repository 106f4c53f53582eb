// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/accounts.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/widgets/centred_card.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Background;
class NewPassword;

/// One's own password, with the one until now: at the first sign-in with a passphrase that a manager gave, and whenever
/// somebody wants another.
class ChoosePasswordPage : public CentredCard {
    Q_OBJECT
public:
    ChoosePasswordPage(OpenHostel &hostel, QWidget *parent = nullptr);
    ~ChoosePasswordPage() override;

Q_SIGNALS:
    void chosen();
    void cancelled();

private:
    void choose();
    void finish(const Result<Accounts::Prepared> &prepared);
    void refuse(const Error &error);
    OpenHostel &m_hostel;
    Background *m_background = nullptr;
    QLineEdit *m_until = nullptr;
    NewPassword *m_password = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace keywork
