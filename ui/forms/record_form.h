// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

namespace keywork {

/// The form of a kind of record, made from its description: two columns, long texts across both.
class RecordForm : public QWidget {
    Q_OBJECT
public:
    /// `hidden` columns get no editor; their values stay as loaded.
    RecordForm(const RecordType &type, const Services &services, const QStringList &hidden = {}, QWidget *parent = nullptr);

    void load(const Row &row);
    Row row() const;
    /// Sentences beside their fields; the first one gets the focus. Gives those that belong to no field here.
    Violations showViolations(const Violations &violations);
    FieldEditor *editor(const QString &column) const;
    const RecordType &type() const { return m_type; }

Q_SIGNALS:
    void edited();

private:
    void checkOne(FieldEditor *editor);
    const RecordType &m_type;
    const Services &m_services;
    QList<FieldEditor *> m_editors;
    Row m_loaded;
};

} // namespace keywork
