// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/ticks_input.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace keywork {

TicksInput::TicksInput(const Field &field, const Services &services)
    : FieldInput(field, services)
{
    auto *flow = new FlowLayout(8, this);
    const QString list = QString::fromLatin1(field.list);
    const ChoiceSource &choices = listsOf(field, services.records.choices());
    for (const ChoiceOption &option : choices.options(list)) {
        auto *box = new QCheckBox(words::choice(choices, list, option.code));
        box->setProperty("code", option.code);
        connect(box, &QCheckBox::toggled, this, &FieldInput::edited);
        flow->addWidget(box);
        box->setVisible(!option.retired);
        m_boxes.append(box);
    }
    setFocusProxy(m_boxes.isEmpty() ? nullptr : m_boxes.first());
}

QVariant TicksInput::value() const
{
    QStringList codes;
    for (const QCheckBox *box : m_boxes)
        if (box->isChecked())
            codes.append(box->property("code").toString());
    return codes.isEmpty() ? emptyText() : codes.join(u',');
}

void TicksInput::setValue(const QVariant &value)
{
    const QStringList codes = value.toString().split(u',', Qt::SkipEmptyParts);
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const bool ticked = codes.contains(box->property("code").toString());
        box->setChecked(ticked);
        if (ticked)
            box->show(); // retired, but this record has it
    }
}

} // namespace keywork
