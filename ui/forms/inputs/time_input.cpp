// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/time_input.h"

#include "core/services/services.h"
#include "ui/forms/moment_text.h"

namespace keywork {

TimeInput::TimeInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_edit(new QLineEdit)
{
    m_edit->setPlaceholderText(tr("14:20 or 2.20pm"));
    connect(m_edit, &QLineEdit::textEdited, this, &FieldInput::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { setValue(value()); });
    fillWith(m_edit);
}

QVariant TimeInput::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return blank();
    const auto time = timeFromText(text);
    return time ? toStoredText(*time) : text;
}

} // namespace keywork
