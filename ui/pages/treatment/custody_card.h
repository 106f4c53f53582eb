// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// "Handed in at reception": what is held of a resident's medicine with the last count and what is still to be done, and the
/// ways to write into its register. Stands by itself: a press leads to the tab "Medicine held" with the form open.
class CustodyCard : public Card {
    Q_OBJECT
public:
    CustodyCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Reads anew. Hidden where whoever is signed in may not read about treatment.
    void reload();

private:
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_lines = nullptr;
    QPushButton *m_handOver = nullptr;
    QPushButton *m_count = nullptr;
};

} // namespace keywork
