// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/accounts.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/services.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Background;
class NewPassword;

/// Under a member of the team: whether they can sign in, a passphrase for their first sign-in or a password that they
/// type themselves, and taking their way in away.
class AccessPart : public QWidget {
    Q_OBJECT
public:
    AccessPart(const Kept<Staff> &member, OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    ~AccessPart() override;
    /// The password that was typed in the two fields.
    void setPassword();
    bool isBusy() const;

private:
    void showState();
    void givePassphrase();
    void removeAccess();
    void give(const QString &password, Accounts::Known known, const QString &good);
    void finish(const Result<Accounts::Prepared> &prepared, const QString &good);
    const Kept<Staff> m_member;
    const Services m_services;
    const Navigator m_navigator;
    Background *m_background = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_passphrase = nullptr;
    NewPassword *m_password = nullptr;
    QPushButton *m_set = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace keywork
