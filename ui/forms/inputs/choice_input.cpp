// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/choice_input.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"

#include <QLabel>

namespace keywork {

ChoiceBox *formCombo()
{
    auto *combo = new ChoiceBox;
    combo->setMaxVisibleItems(20);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long choice never widens the form
    combo->setMinimumContentsLength(8);
    return combo;
}

ChoiceInput::ChoiceInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_combo(formCombo())
{
    m_combo->addItem(QString(), QString());
    const QString list = QString::fromLatin1(field.list);
    const ChoiceSource &choices = listsOf(field, services.records.choices());
    for (const ChoiceOption &option : choices.options(list))
        if (!option.retired)
            m_combo->addItem(words::choice(choices, list, option.code), option.code);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &FieldInput::edited);
    fillWith(m_combo);
    layout()->addWidget(m_combo->inFull());
}

QVariant ChoiceInput::value() const
{
    const QString code = m_combo->currentData().toString();
    return code.isEmpty() ? emptyText() : code;
}

void ChoiceInput::setValue(const QVariant &value)
{
    const QString code = value.toString();
    int index = m_combo->findData(code);
    if (index < 0 && !code.isEmpty()) { // retired, but this record has it
        m_combo->addItem(words::choice(listsOf(field(), services().records.choices()), QString::fromLatin1(field().list), code), code);
        index = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(std::max(0, index));
}

QWidget *ChoiceInput::keys() { return m_combo; }

} // namespace keywork
