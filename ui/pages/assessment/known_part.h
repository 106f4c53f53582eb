// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/asked_form.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// What the record already knows of a section's questions: shown, confirmed with one press and not typed again; what was
/// typed otherwise goes into the record with one press, and facts that have a record of their own are kept there: its form
/// opens with what the answer says.
class KnownPart : public QWidget {
    Q_OBJECT
public:
    KnownPart(Id<Person> person, const FormSection &section, RecordEditor *editor, const Services &services, const Navigator &navigator);
    /// Whether there is anything to show.
    bool isNeeded() const { return m_isNeeded; }

private:
    void addKnown(const Question &question, const KeptRow &person);
    void addKept(const Question &question);
    /// Of a table the row is chosen from a menu.
    void keepInRecord(const Question &question, QPushButton *from);
    void openRecord(const Question &question, const QVariantMap &start);
    void putIntoRecord(const Question &question);
    const Id<Person> m_person;
    RecordEditor *m_editor;
    const Services m_services;
    const Navigator m_navigator;
    bool m_isNeeded = false;
};

} // namespace keywork
