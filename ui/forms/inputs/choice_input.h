// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"
#include "core/services/services.h"
#include "ui/forms/inputs/field_input.h"
#include "ui/widgets/choice_box.h"

namespace keywork {

/// A box to choose from that never widens the form and leaves the wheel to the page.
ChoiceBox *formCombo();

/// One code of a list.
class ChoiceInput final : public FieldInput {
    Q_OBJECT
public:
    ChoiceInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override;

private:
    ChoiceBox *m_combo;
};

} // namespace keywork
