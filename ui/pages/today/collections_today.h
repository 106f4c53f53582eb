// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The card on Today of who collects their medicine, where, and who goes along: first names with rooms, no medicine, what
/// became of it in one press. Hidden where nobody collects, or treatment may not be read.
class CollectionsToday : public Card {
    Q_OBJECT
public:
    CollectionsToday(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void addLine(const CollectionDue &due);
    void addPress(QLayout *line, const CollectionDue &due, const QString &words, const QString &who, CollectionOutcome outcome);
    void keep(const CollectionDue &due, CollectionOutcome outcome, const QString &who);
    const Services m_services;
    const Navigator m_navigator;
    QPushButton *m_renewals = nullptr;
};

} // namespace keywork
