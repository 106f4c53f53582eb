// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Asks before something is saved that may be on file already: go back, or save it all the same.
class SaveAnyway : public QDialog {
    Q_OBJECT
public:
    enum class Reason { NotAsked, Needed };
    SaveAnyway(const QString &sentence, Reason reason, QWidget *parent);
    /// Why it is saved all the same; goes into the history.
    QString reason() const;

private:
    void goOn();
    QLineEdit *m_reason = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace keywork
