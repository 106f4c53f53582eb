// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/place.h"

#include "core/domain/kinds.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/pages/resident/restricted_page.h"
#include "ui/pages/resident/tabs.h"

#include <QCoreApplication>

namespace keywork {

namespace {

QWidget *makeResident(const PlaceContext &here)
{
    const Id<Person> person{here.visit.person};
    if (here.services.restrictions.isClosed(person))
        return new RestrictedPage(person, here.services, here.navigator);
    return new ResidentPage(person, here.services, here.navigator, here.visit.tab);
}

std::optional<Visit> whereIsTheirs(const KeptRow &kept)
{
    const qint64 person = personOf(kept);
    const ResidentTab *tab = tabShowing(*kept.row.type);
    if (person == 0 || !tab)
        return {};
    return residentVisit(person, QString::fromLatin1(tab->id), {QString::fromLatin1(kept.row.type->table), kept.id});
}

/// Whose record is shown; says so when it is nobody's.
bool isAtResident(const PlaceContext &here)
{
    const bool isThere = here.visit.place == QLatin1String("resident") && here.visit.person > 0;
    if (!isThere)
        here.navigator.refuse(QCoreApplication::translate("places", "Open a resident's record first."));
    return isThere;
}

void printPlan(const PlaceContext &here)
{
    if (isAtResident(here))
        previewPlan({here.visit.person}, print::CopyKind::Full, here.services, here.navigator);
}

void printEmergencySheet(const PlaceContext &here)
{
    if (isAtResident(here))
        previewEmergencySheet({here.visit.person}, here.services, here.navigator);
}

void printSummary(const PlaceContext &here)
{
    if (isAtResident(here))
        previewSummary({here.visit.person}, print::SummaryCopy::Full, here.services, here.navigator);
}

bool mayPrintSummary(const Services &services) { return services.records.session().may(Act::Share, Category::Identity); }

template <Category category> bool mayRead(const Services &services) { return services.records.session().may(Act::Read, category); }

} // namespace

PlaceInfo residentPlace()
{
    return {.id = "resident",
        .title = QT_TRANSLATE_NOOP("places", "Resident"),
        .under = "residents",
        .needsSubject = true,
        .mayOpen = worksInHouse,
        .make = makeResident,
        .whereIs = whereIsTheirs,
        .actions = {{QT_TRANSLATE_NOOP("places", "Print care plan"), printPlan, mayRead<Category::CarePlan>},
            {QT_TRANSLATE_NOOP("places", "Summary on one page"), printSummary, mayPrintSummary},
            {QT_TRANSLATE_NOOP("places", "Emergency sheet"), printEmergencySheet, mayRead<Category::Health>}}};
}

} // namespace keywork
