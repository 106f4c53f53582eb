// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/history_lines.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPushButton;
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
    void read();
    void showWhoLooked();
    void bringBack();
    /// -1 while none is selected.
    int chosenRow() const;
    /// The entry that is selected, when the record can be brought back to how it stood after it.
    const HistoryLine *chosen() const;
    const Id<Person> m_person;
    QCheckBox *m_looks = nullptr;
    QLabel *m_who = nullptr;
    QPushButton *m_bringBack = nullptr;
    QTableWidget *m_table = nullptr;
    QList<HistoryLine> m_lines;
};

} // namespace keywork
