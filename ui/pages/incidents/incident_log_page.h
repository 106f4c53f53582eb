// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/records/change_notifier.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// The quick log of an incident for whoever may add and not read: the form, and that it was handed on.
class IncidentLogPage : public Page {
    Q_OBJECT
public:
    IncidentLogPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    bool concerns(const QList<Change> &) const override { return false; } // a form stays as it is
    RecordEditor *editor() const { return m_editor; }

private:
    void open(Id<Person> person);
    Card *m_card = nullptr;
    QLabel *m_handedOn = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
