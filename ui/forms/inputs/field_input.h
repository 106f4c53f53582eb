// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"
#include "core/services/services.h"

#include <QWidget>

namespace keywork {

/// What one field is typed or chosen in, without its label. One small class for each way of answering.
class FieldInput : public QWidget {
    Q_OBJECT
public:
    FieldInput(const Field &field, const Services &services)
        : m_field(field)
        , m_services(services)
    {
    }
    /// The encoded value. What can't be read comes back as typed, so that the check can say so and a draft keeps it.
    virtual QVariant value() const = 0;
    /// Also takes what value() gave back as typed.
    virtual void setValue(const QVariant &value) = 0;
    /// The widget that takes the keys; this one for several beside each other.
    virtual QWidget *keys() = 0;
    /// Says its own label, as a tick does.
    virtual bool labelsItself() const { return false; }
    /// What has to be answered here before the value is clear; empty when it is.
    virtual QString question() const { return {}; }

Q_SIGNALS:
    void edited();
    void understood(const QString &inWords); ///< what follows from the value, to stand beside the label

protected:
    const Field &field() const { return m_field; }
    const Services &services() const { return m_services; }
    QString column() const { return QString::fromLatin1(m_field.column); }
    /// No answer, as the column keeps it.
    QVariant blank() const;
    /// Puts the only widget of the input into it.
    void fillWith(QWidget *widget);

private:
    const Field &m_field;
    const Services &m_services;
};

/// The input that the kind of field needs.
FieldInput *makeInput(const Field &field, const Services &services);

} // namespace keywork
