// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// An incident to be read: what happened, who was in it, what was done and what came of it.
class IncidentReading : public Card {
    Q_OBJECT
public:
    IncidentReading(const WholeIncident &whole, const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void changeWanted();
    void printWanted();

private:
    void addColumns(const WholeIncident &whole);
    void addOverdose(Id<Incident> incident);
    void addRest(const WholeIncident &whole);
    const Services m_services;
};

/// After a death: what is to be done, and what was done by whom. `stepWanted` with the code of one that is still to do.
class DeathCard : public Card {
    Q_OBJECT
public:
    DeathCard(const WholeIncident &whole, const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void stepWanted(const QString &code);
    void stepOpened(qint64 step);
};

} // namespace keywork
