// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

/// What was changed, printed and shared, by whom; and, on asking, who looked.
class HistoryPage : public Page {
    Q_OBJECT
public:
    HistoryPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    const Id<Person> m_person;
    QCheckBox *m_looks = nullptr;
    QTableWidget *m_table = nullptr;
};

} // namespace keywork
