// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;

/// Somebody moves within the house: who, into which room, since when. The old room stays on file.
class MovePage : public Page {
    Q_OBJECT
public:
    /// `person`: who it is; none: chosen here.
    MovePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { } // what is being typed stays

private:
    void askWho(QVBoxLayout *layout);
    void showForm(Id<Person> person);
    QComboBox *m_who = nullptr;
    QVBoxLayout *m_place = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
