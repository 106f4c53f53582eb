// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// A new password, typed twice, with its strength in words and four random words on offer.
class NewPassword : public QWidget {
    Q_OBJECT
public:
    explicit NewPassword(QWidget *parent = nullptr);
    /// Words that make a password easy to guess here: the hostel's name, the person's.
    void setKnownWords(const QStringList &words);
    QString password() const;
    /// A sentence when it can't be used as it stands; empty when it can.
    QString problem() const;
    void clear();

Q_SIGNALS:
    void entered(); ///< Enter in the second field

private:
    void showStrength();
    void suggest();
    QStringList m_knownWords;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
    QLabel *m_strength = nullptr;
};

} // namespace keywork
