// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/afterwards.h"

#include "ui/pages/act_now/step_log.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

Afterwards::Afterwards(const Clock &clock, QWidget *parent)
    : Card({}, {}, parent)
    , m_clock(&clock)
{
    m_heading = label({}, "cardTitle", true);
    body()->addWidget(m_heading);
    m_question = label({}, "actNowSays", true);
    body()->addWidget(m_question);
    m_which = new QComboBox;
    m_which->setObjectName(u"afterwardsStep"_s);
    for (const OverdoseStepKind step : allOf<OverdoseStepKind>())
        m_which->addItem(words::labelFor(step), QString::fromLatin1(codeOf(step)));
    m_whichLabel = label(tr("What happened"), "fieldLabel");
    m_whichLabel->setBuddy(m_which);
    body()->addWidget(m_whichLabel);
    body()->addWidget(m_which);
    m_time = labelledLine(body(), tr("When"), "afterwardsTime");
    m_time->setPlaceholderText(tr("02:14:05, 2:14, 14/9 02:14"));
    m_time->installEventFilter(this);
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"afterwardsProblem"_s);
    m_problem->hide();
    body()->addWidget(m_problem);
    auto *buttons = wrappingLine(8);
    auto *keeps = button(tr("Keep  Enter"), "primary");
    keeps->setObjectName(u"afterwardsKeep"_s);
    auto *closes = button(tr("Done  Esc"));
    closes->setObjectName(u"afterwardsDone"_s);
    buttons->addWidget(keeps);
    buttons->addWidget(closes);
    body()->addLayout(buttons);
    connect(keeps, &QPushButton::clicked, this, &Afterwards::keep);
    connect(closes, &QPushButton::clicked, this, &Afterwards::closed);
    hide();
}

void Afterwards::open(Asks what, const QString &question)
{
    m_asks = what;
    m_heading->setText(what == Asks::Time ? tr("Put a time right") : tr("Enter afterwards"));
    m_question->setText(question);
    m_which->setVisible(what == Asks::Step);
    m_whichLabel->setVisible(what == Asks::Step);
    m_time->clear();
    showMessage(m_problem, {});
    show();
    bringIntoView(this);
    m_time->setFocus();
}

void Afterwards::askWhenItBegan() { open(Asks::Began, tr("When did it begin? Its steps and their times come next.")); }

void Afterwards::askStep(std::optional<OverdoseStepKind> step)
{
    open(Asks::Step, tr("What happened away from the PC, with its time. When you entered it is kept as well."));
    if (step)
        m_which->setCurrentIndex(m_which->findData(QString::fromLatin1(codeOf(*step))));
    else
        m_which->setFocus();
}

void Afterwards::askTime(const ActNowStep &step)
{
    m_step = step;
    open(Asks::Time, tr("When was this really: %1? What the clock said is kept as well.").arg(words::labelFor(step.said.step)));
    m_time->setText(m_clock->local(step.said.happenedAt).toString(u"HH:mm:ss"_s));
    m_time->selectAll();
}

void Afterwards::answer(const QString &problem)
{
    showMessage(m_problem, problem);
    if (!problem.isEmpty()) {
        m_time->setFocus();
        m_time->selectAll();
    } else if (m_asks == Asks::Time) {
        Q_EMIT closed();
    } else {
        askStep();
    }
}

void Afterwards::keep()
{
    const QDateTime about = m_asks == Asks::Time ? m_step.said.happenedAt : m_asks == Asks::Step ? m_began : QDateTime();
    const auto at = stepMoment(m_time->text(), *m_clock, about);
    if (!at)
        return answer(tr("A time, as 02:14:05 or 14/9 02:14."));
    if (*at > m_clock->now())
        return answer(tr("That is still to come."));
    switch (m_asks) {
    case Asks::Began:
        Q_EMIT began(*at);
        break;
    case Asks::Step:
        if (const auto step = fromCode<OverdoseStepKind>(m_which->currentData().toString()))
            Q_EMIT stepSaid(*step, *at);
        break;
    case Asks::Time:
        Q_EMIT timeSaid(m_step, *at);
        break;
    }
}

bool Afterwards::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_time && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            keep();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace keywork
