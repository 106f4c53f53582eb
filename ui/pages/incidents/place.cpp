// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/place.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/guidance/tolerance_card.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_log_page.h"
#include "ui/pages/incidents/incident_prints.h"
#include "ui/pages/incidents/new_incident.h"
#include "ui/pages/incidents/patterns_page.h"

#include <QCoreApplication>
#include <utility>

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
    auto *page = new RecordsPage(type, emptyRow(type), {}, here.services, here.navigator, RecordsPage::Frame::Whole);
    QObject::connect(
        page, &RecordsPage::opened, page, [services = here.services, navigator = here.navigator](const KeptRow &row, QVBoxLayout *below) {
            addIncidentPrints({row.id}, below, services, navigator);
        });
    page->table()->setEmptyText(QCoreApplication::translate("places", "Nothing logged yet. Near misses count too."));
    // Whoever's record it was opened from is in the first one only.
    page->beginNewWith(QCoreApplication::translate("places", "&Log incident"),
        [services = here.services, person]() mutable { return newIncident(services, std::exchange(person, {})); });
    showToleranceBelow(page, here.services, here.navigator, [](const Row &row) {
        static const QStringList kinds{u"cannabis_smoking"_s, u"other_use"_s, u"supply_concern"_s, u"found"_s};
        return kinds.contains(row.text(u"kind"_s));
    });
    return page;
}

std::optional<Visit> whereIsIncident(const KeptRow &kept)
{
    if (kept.row.type == &recordType<IncidentPerson>()) // it is read where it belongs
        return Visit{.place = kIncidents,
            .record = {QString::fromLatin1(recordType<Incident>().table), kept.row.value(u"incident_id"_s).toLongLong()}};
    return whereListed("incidents", Place::Incidents, kept);
}

void logIncident(const PlaceContext &here)
{
    const qint64 person = here.visit.place == u"resident" ? here.visit.person : 0;
    here.navigator.visit({.place = kIncidents, .person = person, .record = {QString::fromLatin1(recordType<Incident>().table), 0}});
}

} // namespace

PlaceInfo incidentsPlace()
{
    return {.id = "incidents",
        .title = QT_TRANSLATE_NOOP("places", "Incidents"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Incidents, services) || mayLog(services); },
        .make = makeIncidents,
        .whereIs = whereIsIncident,
        .actions = {{QT_TRANSLATE_NOOP("places", "Log incident"), logIncident, mayLog, QKeySequence(u"Ctrl+I"_s)}}};
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
