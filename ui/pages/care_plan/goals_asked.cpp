// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_plan/goals_asked.h"

#include "ui/text/words.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/parts.h"

#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

GoalsAsked::GoalsAsked(const QList<Kept<Goal>> &goals, const QString &called, QWidget *parent)
    : QWidget(parent)
{
    if (goals.isEmpty())
        hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        label(tr("What %1 says to each goal that was not asked about before the plan was issued").arg(called), "strong", true));
    for (const Kept<Goal> &goal : goals) {
        auto *answer = new ChoiceBox;
        answer->setObjectName(u"goalAnswer%1"_s.arg(m_goals.size() + 1));
        answer->setAccessibleName(tr("Agreed: %1").arg(goal.value.statement));
        for (const GoalAgreement said : allOf<GoalAgreement>())
            answer->addItem(words::labelFor(said), QString::fromLatin1(codeOf(said)));
        connect(answer, &QComboBox::currentIndexChanged, this, [this] {
            m_missing->hide();
            Q_EMIT edited();
        });
        layout->addWidget(label(goal.value.statement, "fieldLabel", true));
        layout->addWidget(answer);
        layout->addWidget(answer->inFull());
        m_goals.append({goal.value.thread, answer});
    }
    m_missing = label(tr("Please say of each goal whether it was agreed."), "problem", true);
    m_missing->setObjectName(u"goalsMissing"_s);
    m_missing->hide();
    layout->addWidget(m_missing);
}

bool GoalsAsked::isAnswered() const
{
    return std::none_of(m_goals.cbegin(), m_goals.cend(),
        [](const auto &goal) { return goal.second->currentData().toString() == QLatin1String(codeOf(GoalAgreement::NotAskedYet)); });
}

QList<GoalAnswer> GoalsAsked::answers() const
{
    QList<GoalAnswer> all;
    for (const auto &[thread, answer] : m_goals)
        all.append({thread, fromCode<GoalAgreement>(answer->currentData().toString()).value_or(GoalAgreement::NotAskedYet)});
    return all;
}

QJsonObject GoalsAsked::typed() const
{
    QJsonObject all;
    for (const auto &[thread, answer] : m_goals)
        all.insert(thread, answer->currentData().toString());
    return all;
}

void GoalsAsked::setTyped(const QJsonObject &kept)
{
    for (const auto &[thread, answer] : m_goals)
        answer->setCurrentIndex(std::max(0, answer->findData(kept.value(thread).toString())));
}

Violations GoalsAsked::show(const Violations &all)
{
    Violations rest;
    for (const Violation &violation : all)
        if (violation.column != column())
            rest.append(violation);
    const bool isMissing = rest.size() < all.size();
    showMessage(m_missing, isMissing ? m_missing->text() : QString());
    if (isMissing)
        bringIntoView(m_missing);
    return rest;
}

} // namespace keywork
