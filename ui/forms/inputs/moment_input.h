// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/forms/inputs/field_input.h"

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// A day with its time, on the house's clocks. A time that was twice or never that night is asked about, never guessed.
class MomentInput final : public FieldInput {
    Q_OBJECT
public:
    MomentInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return m_edit; }
    QString question() const override;

private:
    void read(const QString &text);
    void choose(const QDateTime &moment);
    void showChoice();
    QString local(const QDateTime &moment) const;
    QLineEdit *m_edit;
    QWidget *m_choice;
    QLabel *m_asked;
    QPushButton *m_earlier;
    QPushButton *m_later;
    std::optional<WallTime> m_read; ///< what the text means
    QDateTime m_moment; ///< held since it was typed, so that "now" stays then; invalid: none, or not clear
};

} // namespace keywork
