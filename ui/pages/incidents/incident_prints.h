// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"
#include "ui/pages/page.h"
#include "ui/print/incident_document.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// The preview of the report; what leaves is kept in the ledger. Says so when it can't be.
void previewIncident(Id<Incident> incident, print::IncidentNames names, const Services &services, const Navigator &navigator);
/// Below an incident: its report with and without names, for whom papers may be taken along.
void addIncidentPrints(Id<Incident> incident, QVBoxLayout *below, const Services &services, const Navigator &navigator);

} // namespace keywork
