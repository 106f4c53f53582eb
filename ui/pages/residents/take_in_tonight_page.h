// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/residents/taking_in_page.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// Taking someone in at the door at night, on one screen: name, birth date if it is known, room, an alert, whom to ring.
/// The rest is asked by day; Today says what.
class TakeInTonightPage : public TakingInPage {
    Q_OBJECT
public:
    TakeInTonightPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);

protected:
    QString saidOf(Id<Person> taken) const override;
};

/// Whether whoever is signed in takes people in.
bool mayTakeIn(const Services &services);
/// "Take in tonight", for the pages from where it is near.
QPushButton *tonightButton(const Services &services, const Navigator &navigator);

} // namespace keywork
