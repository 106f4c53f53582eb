// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/lawful_part.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <Coded E> QComboBox *choiceOf(QVBoxLayout *layout, const QString &title, const char *name)
{
    auto *combo = new ChoiceBox;
    combo->setObjectName(QString::fromLatin1(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    for (const E value : allOf<E>())
        combo->addItem(words::labelFor(value), int(value));
    auto *above = label(title, "fieldLabel");
    above->setBuddy(combo);
    layout->addWidget(above);
    layout->addWidget(combo);
    layout->addWidget(combo->inFull());
    return combo;
}

} // namespace

LawfulPart::LawfulPart(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_ground = choiceOf<LawfulGround>(layout, tr("Ground"), "ground");
    auto *becauseLabel = label(tr("Why it has to be shared now"), "fieldLabel");
    m_because = new QPlainTextEdit;
    m_because->setObjectName(u"because"_s);
    m_because->setTabChangesFocus(true);
    m_because->setFixedHeight(Theme::scaled(56));
    becauseLabel->setBuddy(m_because);
    layout->addWidget(becauseLabel);
    layout->addWidget(m_because);
    layout->addWidget(
        label(tr("This is printed on the pages. The rest is not, and can be completed later; Today reminds you."), "soft", true));
    m_told = choiceOf<PersonTold>(layout, tr("Does the resident know?"), "told");
    m_whyNotTold = labelledLine(layout, tr("Why they are not told"), "whyNotTold");
    m_authority = labelledLine(layout, tr("Who asked; reference of the order or request"), "authority");
    connect(m_ground, &QComboBox::currentIndexChanged, this, &LawfulPart::changed);
    connect(m_because, &QPlainTextEdit::textChanged, this, &LawfulPart::changed);
    connect(m_told, &QComboBox::currentIndexChanged, this, &LawfulPart::changed);
    connect(m_whyNotTold, &QLineEdit::textChanged, this, &LawfulPart::changed);
    connect(m_authority, &QLineEdit::textChanged, this, &LawfulPart::changed);
}

LawfulReason LawfulPart::reason() const
{
    LawfulReason reason;
    reason.ground = LawfulGround(m_ground->currentData().toInt());
    reason.because = m_because->toPlainText().trimmed();
    reason.authority = m_authority->text().trimmed();
    reason.told = PersonTold(m_told->currentData().toInt());
    reason.whyNotTold = m_whyNotTold->text().trimmed();
    return reason;
}

void LawfulPart::setReason(const LawfulReason &reason)
{
    m_ground->setCurrentIndex(m_ground->findData(int(reason.ground)));
    m_because->setPlainText(reason.because);
    m_authority->setText(reason.authority);
    m_told->setCurrentIndex(m_told->findData(int(reason.told)));
    m_whyNotTold->setText(reason.whyNotTold);
}

} // namespace keywork
