// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Background;
class NewPassword;

/// Under a member of the team: whether they can sign in, and a new password for them.
class AccessPart : public QWidget {
    Q_OBJECT
public:
    AccessPart(const Kept<Staff> &member, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    ~AccessPart() override;
    void setPassword();
    bool isBusy() const;

private:
    void finish(const Result<Accounts::Prepared> &prepared);
    const Kept<Staff> m_member;
    const Services m_services;
    const Navigator m_navigator;
    Background *m_background = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_message = nullptr;
    NewPassword *m_password = nullptr;
    QPushButton *m_set = nullptr;
};

} // namespace keywork
