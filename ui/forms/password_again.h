// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/services.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Background;

/// Asks whoever is signed in for the password again, before what can't be taken back.
class PasswordAgain : public QDialog {
    Q_OBJECT
public:
    /// `what` is about to be done, as a sentence.
    PasswordAgain(const Services &services, const QString &what, QWidget *parent);
    ~PasswordAgain() override;

private:
    void check();
    Services m_services;
    Background *m_background = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_go = nullptr;
    QTimer m_pause;
};

/// Runs `attempt`; where it needs the password typed again, says what is about to be done, asks, and runs it once more.
/// `after` hears how it ended, and nothing when the question was cancelled.
void withPassword(
    QWidget *parent, const Services &services, const QString &what, std::function<Done()> attempt, std::function<void(const Done &)> after);
/// The same for what nothing brings back: asks each time, however short ago the last answer was.
void withPasswordAnew(
    QWidget *parent, const Services &services, const QString &what, std::function<Done()> attempt, std::function<void(const Done &)> after);

} // namespace keywork
