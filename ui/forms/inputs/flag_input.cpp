// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/flag_input.h"

#include "core/services/services.h"
#include "ui/text/words.h"

#include <QCheckBox>

namespace keywork {

FlagInput::FlagInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_box(new QCheckBox(words::label(field.label)))
{
    connect(m_box, &QCheckBox::toggled, this, &FieldInput::edited);
    fillWith(m_box);
}

QVariant FlagInput::value() const { return qint64(m_box->isChecked() ? 1 : 0); }
void FlagInput::setValue(const QVariant &value) { m_box->setChecked(value.toLongLong() != 0); }
QWidget *FlagInput::keys() { return m_box; }

} // namespace keywork
