// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// What can't wait in somebody's substitute treatment: dose days in a row without a dose, then the gap that is coming or has
/// begun, with the number to ring. Hidden when there is neither.
class GapCard : public Card {
    Q_OBJECT
public:
    GapCard(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void tell(const PersonTreatment &treatment);

Q_SIGNALS:
    /// Somebody says what was arranged: a confirmation of this prescription (0: none is on file).
    void arrangedWanted(qint64 script);

private:
    void addAlarm(const PersonTreatment &treatment);
    void addRung(Id<Person> person);
    void addGap(const PersonTreatment &treatment, const TreatmentGap &gap);
    QPushButton *ringButton(const PersonTreatment &treatment, const QString &name);
    const Services m_services;
    const Navigator m_navigator;
};

} // namespace keywork
