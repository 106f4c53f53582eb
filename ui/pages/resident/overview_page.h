// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

class Card;
class CheckRounds;

/// Where the person is, what the plan says, what happened last.
class OverviewPage : public Page {
    Q_OBJECT
public:
    OverviewPage(Id<Person> person, const Services &services, const Navigator &navigator, std::function<void(const QString &)> showTab,
        QWidget *parent = nullptr);
    void reload() override;

private:
    void reloadOpen();
    void reloadStages();
    void reloadPlan();
    void reloadRecent();
    const Id<Person> m_person;
    CheckRounds *m_rounds = nullptr; ///< timed checks that are running; hidden when there are none
    Card *m_open = nullptr; ///< what is still to be asked; hidden when there is nothing
    Card *m_stages = nullptr;
    Card *m_plan = nullptr;
    Card *m_recent = nullptr;
};

} // namespace keywork
