// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

class Card;
struct RentEntry;

/// A resident's money: where they stand with the service charge, then the lists that it follows from, and their debts.
class MoneyPage : public KindsPage {
    Q_OBJECT
public:
    MoneyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void buildCard();
    void buildLedger();
    void showLedger(const QList<RentEntry> &entries);
    QPushButton *printButton();
    const Id<Person> m_person;
    Card *m_card = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_benefits = nullptr;
    QTableWidget *m_ledger = nullptr;
    QPushButton *m_allEntries = nullptr;
    bool m_showsAll = false;
};

} // namespace keywork
