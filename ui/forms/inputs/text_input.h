// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "ui/forms/inputs/field_input.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace keywork {

/// Words on one line or several.
class TextInput final : public FieldInput {
    Q_OBJECT
public:
    TextInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override;

private:
    QString shown() const;
    QVariant m_set = emptyText(); ///< last, and how it stood in the field then
    QString m_shownAtFirst;
    QLineEdit *m_line = nullptr; ///< one of the two
    QPlainTextEdit *m_area = nullptr;
};

} // namespace keywork
