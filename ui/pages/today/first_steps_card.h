// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/first_steps.h"
#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The first steps of a new hostel on Today: hidden once each is done or put away, and for everybody but managers.
class FirstStepsCard : public Card {
    Q_OBJECT
public:
    FirstStepsCard(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void addStep(const FirstStepNow &now);
    void open(FirstStep step);
    void putAway(const QList<FirstStep> &steps);
    const Services m_services;
    const Navigator m_navigator;
};

/// Brings back what a manager put away, opens Today, and says how that ended.
void showFirstStepsAgain(const Services &services, const Navigator &navigator);

} // namespace keywork
