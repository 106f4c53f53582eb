// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sharing/referrals.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// How a referral leaves: the protected PDF unless somebody wants another, with a passphrase to be told by telephone.
class LeavingPart : public QWidget {
    Q_OBJECT
public:
    explicit LeavingPart(QWidget *parent = nullptr);
    ReferralForm form() const;
    QCheckBox *protect() const { return m_protect; }
    QCheckBox *plain() const { return m_plain; }
    QLineEdit *passphrase() const { return m_passphrase; }

private:
    QCheckBox *tick(const QString &text, const QString &hint, const char *name);
    QCheckBox *m_protect = nullptr;
    QCheckBox *m_plain = nullptr;
    QCheckBox *m_data = nullptr;
    QLineEdit *m_passphrase = nullptr;
};

} // namespace keywork
