// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace keywork {

/// Several codes of a list: one tick each.
class TicksInput final : public FieldInput {
    Q_OBJECT
public:
    TicksInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return this; }

private:
    QList<QCheckBox *> m_boxes;
};

} // namespace keywork
