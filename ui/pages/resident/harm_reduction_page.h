// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;

/// A resident's naloxone, what they were given and brought back, and when each message was last given.
class HarmReductionPage : public KindsPage {
    Q_OBJECT
public:
    HarmReductionPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void showKnown();
    void addVisits();
    void addMessages();
    void addExchange();
    const Id<Person> m_person;
    Card *m_card = nullptr;
    bool m_isFormShown = false;
};

} // namespace keywork
