// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

#include <QLineEdit>

namespace keywork {

/// A whole number, an exact measure with its unit, or an amount of money. Nothing is ever a floating point number.
class NumberInput final : public FieldInput {
    Q_OBJECT
public:
    NumberInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return m_edit; }

private:
    /// Empty when the text is no such number.
    std::optional<QVariant> read(const QString &text) const;
    QLineEdit *m_edit;
};

} // namespace keywork
