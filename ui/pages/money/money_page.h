// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;

/// A resident's money: where they stand with the service charge, then the lists that it follows from, and their debts.
class MoneyPage : public KindsPage {
    Q_OBJECT
public:
    MoneyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void buildCard();
    QPushButton *printButton();
    const Id<Person> m_person;
    Card *m_card = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_benefits = nullptr;
    QLabel *m_weeks = nullptr;
    QPushButton *m_allWeeks = nullptr;
    bool m_showsAll = false;
};

} // namespace keywork
