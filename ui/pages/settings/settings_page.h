// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"

namespace keywork {

class RecordEditor;

/// The house: its name and rules, the words on the form that residents sign, the keys to the file.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { } // what is being typed stays

private:
    void addForm(const KeptRow &house);
    QVBoxLayout *m_place = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
