// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/incident.h"
#include "core/services/services.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// Without: residents, team and visitors stand as "Resident A", "Colleague A", "Visitor A", also in what was written.
enum class IncidentNames { With, Without };

struct IncidentReport {
    Document document;
    QString number;
    QList<Id<Person>> people; ///< whom it is about; none where nobody is named
    std::set<Category> holds; ///< what it tells of
};

/// An incident as one report: its fields, whatever is a part of it, whatever else was kept because of it (timed checks with
/// each check), all from the descriptions and as far as whoever is signed in may read. NotFound, NotPermitted, NeedToKnow.
Result<IncidentReport> incidentReport(const Services &services, Id<Incident> incident, IncidentNames names);

} // namespace keywork::print
