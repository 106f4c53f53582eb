// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace keywork {

/// The lawful reason for what was not agreed: ground and necessity now, the rest now or later.
class LawfulPart : public QWidget {
    Q_OBJECT
public:
    explicit LawfulPart(QWidget *parent = nullptr);
    LawfulReason reason() const;
    void setReason(const LawfulReason &reason);
    QPlainTextEdit *because() const { return m_because; }

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_ground = nullptr;
    QPlainTextEdit *m_because = nullptr;
    QLineEdit *m_authority = nullptr;
    QComboBox *m_told = nullptr;
    QLineEdit *m_whyNotTold = nullptr;
};

} // namespace keywork
