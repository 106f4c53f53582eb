// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "core/services/services.h"
#include "ui/text/words_team.h"

#include <QStringList>

namespace keywork::words {

/// "2 waiting for review · 9 this month, 3 near misses".
QString incidentNumbers(const IncidentNumbers &numbers);
QString incidentKind(const Incident &incident, const Services &services);
/// The look of a chip that says how far it is.
const char *incidentChip(IncidentState state);
/// Everybody who was in it, with how: "Marek Zielinski (hurt or affected)".
QStringList whoWasInIncident(const WholeIncident &whole, const Services &services);
/// What was said afterwards, line by line: services called, found items, who was told, talking about it.
QStringList whatElseOfIncident(const WholeIncident &whole, const Services &services);
/// What is still to be said; empty when nothing is.
QString stillToSay(const QList<IncidentGap> &gaps);
/// What a found item waits for; empty: nothing.
QString foundWaits(FoundWaits waits);
/// Elapsed hours as people say them: "3 hours", "2 days".
QString hoursLong(qint64 hours);
/// Who sees to an action.
QString ownerOf(const IncidentAction &action, const Services &services);

} // namespace keywork::words
