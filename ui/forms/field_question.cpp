// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_question.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

FieldQuestion::FieldQuestion(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sentence(label({}, "soft", true))
    , m_yes(button({}, "pill"))
    , m_no(button({}, "pill"))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_sentence);
    auto *answers = new FlowLayout(8);
    layout->addLayout(answers);
    m_yes->setObjectName(name + u"-yes"_s);
    m_no->setObjectName(name + u"-no"_s);
    for (QPushButton *one : {m_yes, m_no}) {
        answers->addWidget(one);
        connect(one, &QPushButton::clicked, this, [this, one] { answer(one == m_yes); });
    }
    setTabOrder(m_yes, m_no);
    hide();
}

void FieldQuestion::ask(const QString &sentence, const QString &yes, const QString &no, const std::function<void(bool)> &answered)
{
    m_sentence->setText(sentence);
    m_yes->setText(yes);
    m_no->setText(no);
    for (QPushButton *one : {m_yes, m_no})
        one->setAccessibleName(sentence + u' ' + one->text());
    m_answered = answered;
    show();
}

void FieldQuestion::answer(bool isYes)
{
    hide();
    const auto answered = std::exchange(m_answered, {});
    if (answered)
        answered(isYes);
}

} // namespace keywork
