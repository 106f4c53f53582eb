// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inputs/field_input.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// A scale from 0 to 10: pressed, moved along with the arrows, or typed with the number keys (1 and then 0 is 10).
class ScaleInput final : public FieldInput {
    Q_OBJECT
public:
    ScaleInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return this; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(std::optional<int> number);
    void showChosen();
    QList<QPushButton *> m_numbers;
    std::optional<int> m_value;
    QVariant m_unread; ///< what a draft or a harmed file gave that is no number of the scale
    QElapsedTimer m_sinceOne; ///< a 0 that follows at once makes 10 of the 1
};

} // namespace keywork
