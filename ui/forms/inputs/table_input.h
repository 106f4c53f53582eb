// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// A table of rows: a blank row always stands below the last one, until there are as many as a form may have.
class TableInput final : public FieldInput {
    Q_OBJECT
public:
    TableInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return this; }

private:
    void addRow();
    void growIfFull();
    bool isBlankRow(qsizetype row) const;
    QGridLayout *m_grid;
    QList<QList<QLineEdit *>> m_rows;
};

} // namespace keywork
