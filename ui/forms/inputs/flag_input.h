// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace keywork {

/// Yes or no: a tick with its own label.
class FlagInput final : public FieldInput {
    Q_OBJECT
public:
    FlagInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override;
    bool labelsItself() const override { return true; }

private:
    QCheckBox *m_box;
};

} // namespace keywork
