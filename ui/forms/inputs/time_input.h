// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

#include <QLineEdit>

namespace keywork {

/// A time of day.
class TimeInput final : public FieldInput {
    Q_OBJECT
public:
    TimeInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override { m_edit->setText(value.toString()); }
    QWidget *keys() override { return m_edit; }

private:
    QLineEdit *m_edit;
};

} // namespace keywork
