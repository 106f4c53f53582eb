// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/care_plans.h"

#include <QJsonObject>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// Beside a sign-off: what the resident said to each goal that nobody had asked about. Nothing when there is none.
class GoalsAsked : public QWidget {
    Q_OBJECT
public:
    GoalsAsked(const QList<Kept<Goal>> &goals, const QString &called, QWidget *parent = nullptr);
    /// What an unanswered goal is refused as.
    static QString column() { return QStringLiteral("goals_asked"); }
    bool isAnswered() const;
    QList<GoalAnswer> answers() const;
    /// For the draft.
    QJsonObject typed() const;
    void setTyped(const QJsonObject &kept);
    /// Says what is missing here; gives the rest.
    Violations show(const Violations &all);

Q_SIGNALS:
    void edited();

private:
    QList<std::pair<QString, QComboBox *>> m_goals; ///< by thread
    QLabel *m_missing = nullptr;
};

} // namespace keywork
