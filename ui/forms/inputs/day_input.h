// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partial_date.h"
#include "core/record/field.h"
#include "core/services/services.h"
#include "ui/forms/inputs/field_input.h"

#include <QLineEdit>

namespace keywork {

/// A day or a partly known date: typed, or picked in a calendar.
class DayInput final : public FieldInput {
    Q_OBJECT
public:
    DayInput(const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return m_edit; }

private:
    bool isPartial() const { return field().kind == Kind::PartialDate; }
    QString example() const;
    QString inWords(const PartialDate &date) const;
    void showUnderstood();
    void openCalendar();
    QLineEdit *m_edit;
};

} // namespace keywork
