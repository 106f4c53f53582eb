// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/emergency/act_now.h"
#include "ui/widgets/parts.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace keywork {

/// Enter afterwards, and times put right: one step and its time, or when it all began. What is wrong is said beside the field
/// and nothing is kept of it.
class Afterwards : public Card {
    Q_OBJECT
public:
    explicit Afterwards(const Clock &clock, QWidget *parent = nullptr);
    /// Whose zone counts.
    void setClock(const Clock &clock) { m_clock = &clock; }
    /// When the emergency began: its steps lie near to that.
    void setBegan(const QDateTime &began) { m_began = began; }
    void askWhenItBegan();
    /// Of an emergency that is over, or of what happened away from the PC.
    void askStep(std::optional<OverdoseStepKind> step = {});
    void askTime(const ActNowStep &step);
    /// What the service said of it; empty: it was kept, and the next one is asked for.
    void answer(const QString &problem);

Q_SIGNALS:
    void began(const QDateTime &at);
    void stepSaid(keywork::OverdoseStepKind step, const QDateTime &at);
    void timeSaid(const keywork::ActNowStep &step, const QDateTime &at);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Asks { Began, Step, Time };
    void open(Asks what, const QString &question);
    void keep();
    QLabel *m_heading = nullptr;
    QDateTime m_began;
    const Clock *m_clock;
    Asks m_asks = Asks::Step;
    ActNowStep m_step;
    QLabel *m_question = nullptr;
    QLabel *m_whichLabel = nullptr;
    QComboBox *m_which = nullptr;
    QLineEdit *m_time = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace keywork
