// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supplies/place.h"

#include "core/domain/supplies.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/supplies/supplies_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<Visit> whereInSupplies(const KeptRow &kept)
{
    if (kept.row.type == &recordType<SupplyLine>()) // it is read where it belongs
        return Visit{.place = u"supplies"_s, .record = {u"supply_visit"_s, kept.row.value(u"visit_id"_s).toLongLong()}};
    return whereListed("supplies", Place::Supplies, kept);
}

void giveSupplies(const PlaceContext &here)
{
    QVariantMap start;
    if (here.visit.place == u"resident" && here.visit.person > 0)
        start.insert(u"person_id"_s, here.visit.person);
    here.navigator.visit({.place = u"supplies"_s, .record = {u"supply_visit"_s, 0, start}});
}

} // namespace

PlaceInfo suppliesPlace()
{
    return {.id = "supplies",
        .title = QT_TRANSLATE_NOOP("places", "Naloxone and supplies"),
        .titleShort = QT_TRANSLATE_NOOP("places", "Naloxone"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Supplies, services); },
        .make = [](const PlaceContext &here) -> QWidget * { return new SuppliesPage(here.services, here.navigator); },
        .whereIs = whereInSupplies,
        .actions = {{QT_TRANSLATE_NOOP("places", "Give supplies"), giveSupplies,
            [](const Services &services) { return services.records.mayAdd(recordType<SupplyVisit>()); }, QKeySequence(u"Ctrl+G"_s)}}};
}

} // namespace keywork
