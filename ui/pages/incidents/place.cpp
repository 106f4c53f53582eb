// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/place.h"

#include "core/domain/kinds.h"
#include "core/services/care/incidents.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/incidents/incident_log_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/pages/incidents/patterns_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kIncidents = u"incidents"_s;

bool mayLog(const Services &services) { return services.records.mayAdd(recordType<Incident>()); }

QWidget *makeIncidents(const PlaceContext &here)
{
    const RecordType &type = recordType<Incident>();
    Id<Person> person{here.visit.person};
    if (!here.services.records.mayRead(type))
        return new IncidentLogPage(person, here.services, here.navigator);
    const bool isForm = here.visit.record.kind == QLatin1String(type.table) && here.visit.tab.isEmpty();
    return new IncidentsPage(isForm ? u"list"_s : here.visit.tab, person, here.services, here.navigator);
}

/// What hangs on an incident and is saved alone is read in its review; the other parts stand in its form.
std::optional<Visit> whereIsPart(const KeptRow &kept)
{
    const RecordType &type = *kept.row.type;
    if (headOf(type) != &recordType<Incident>())
        return {};
    if (type.partSavedAlone)
        return Visit{.place = kIncidents, .record = {QString::fromLatin1(type.table), kept.id}, .tab = u"review"_s};
    return Visit{
        .place = kIncidents, .record = {QString::fromLatin1(recordType<Incident>().table), kept.row.value(u"incident_id"_s).toLongLong()}};
}

std::optional<Visit> whereIsIncident(const KeptRow &kept)
{
    if (const auto part = whereIsPart(kept))
        return part;
    return whereListed("incidents", Place::Incidents, kept);
}

void logIncident(const PlaceContext &here)
{
    const qint64 person = here.visit.place == u"resident" ? here.visit.person : 0;
    here.navigator.visit({.place = kIncidents, .person = person, .record = {QString::fromLatin1(recordType<Incident>().table), 0}});
}

bool mayReadIncidents(const Services &services) { return services.records.mayRead(recordType<Incident>()); }
void openFound(const PlaceContext &here) { here.navigator.visit({.place = kIncidents, .tab = u"found"_s}); }
void openMonths(const PlaceContext &here) { here.navigator.visit({.place = kIncidents, .tab = u"months"_s}); }

} // namespace

PlaceInfo incidentsPlace()
{
    return {.id = "incidents",
        .title = QT_TRANSLATE_NOOP("places", "Incidents"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Incidents, services) || mayLog(services); },
        .make = makeIncidents,
        .whereIs = whereIsIncident,
        .actions = {{QT_TRANSLATE_NOOP("places", "Log incident"), logIncident, mayLog, QKeySequence(u"Ctrl+I"_s)},
            {QT_TRANSLATE_NOOP("places", "Found items"), openFound, mayReadIncidents},
            {QT_TRANSLATE_NOOP("places", "Incidents by month"), openMonths, mayReadIncidents}},
        .waiting = [](const Services &services) { return services.incidents.waiting(); }};
}

/// Not in the navigation: the incidents and Ctrl+K lead here.
PlaceInfo patternsPlace()
{
    return {.id = "patterns",
        .title = QT_TRANSLATE_NOOP("places", "Patterns of incidents"),
        .under = "incidents",
        .isForReading = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Incidents, services); },
        .make = [](const PlaceContext &here) -> QWidget * { return new PatternsPage(here.services, here.navigator); }};
}

} // namespace keywork
