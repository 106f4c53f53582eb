// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/partners/place.h"

#include "core/domain/kinds.h"
#include "core/services/services.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/partners/agency_page.h"
#include "ui/print/directory_document.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfPlaces(const char *marked) { return QCoreApplication::translate("places", marked); }

void printDirectory(const Services &services, const Navigator &navigator)
{
    const auto document = print::directoryDocument(services);
    if (!document)
        return navigator.refuse(document.error());
    navigator.preview(
        {.document = *document, .title = sayOfPlaces(QT_TRANSLATE_NOOP("places", "Help nearby")), .fileName = u"help-nearby"_s});
}

QWidget *makePartners(const PlaceContext &here)
{
    auto *partners
        = new KindsPage(Place::Partners, sayOfPlaces(QT_TRANSLATE_NOOP("places", "Partners")), {}, here.services, here.navigator);
    auto *print = button(sayOfPlaces(QT_TRANSLATE_NOOP("places", "&Print for residents")));
    print->setObjectName(u"printDirectory"_s);
    QObject::connect(print, &QPushButton::clicked, partners,
        [services = here.services, navigator = here.navigator] { printDirectory(services, navigator); });
    partners->addToTitle(print);
    return partners;
}

QWidget *makeAgency(const PlaceContext &here)
{
    const RecordRef agency = here.visit.record;
    const auto change = [navigator = here.navigator, agency] { navigator.visit({.place = u"partners"_s, .record = agency}); };
    return new AgencyPage({agency.id}, change, here.services, here.navigator);
}

/// An agency, or what is written down about one: all of it stands on the agency's page.
std::optional<Visit> whereIsAgency(const KeptRow &kept)
{
    const RecordType &agencies = recordType<Agency>();
    const bool isAgency = kept.row.type == &agencies;
    const qint64 agency = isAgency ? kept.id : kept.row.value(u"agency_id"_s).toLongLong();
    if (kept.row.type->place != Place::Partners || agency == 0)
        return {};
    return Visit{.place = u"agency"_s, .record = {QString::fromLatin1(agencies.table), agency}};
}

bool mayOpenPartners(const Services &services) { return mayReadAnyOf(Place::Partners, services); }

} // namespace

PlaceInfo partnersPlace()
{
    return {.id = "partners",
        .title = QT_TRANSLATE_NOOP("places", "Partners"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Partner agencies"),
        .isInNavigation = true,
        .mayOpen = mayOpenPartners,
        .make = makePartners,
        .whereIs = [](const KeptRow &kept) { return whereListed("partners", Place::Partners, kept); }};
}

PlaceInfo agencyPlace()
{
    return {.id = "agency",
        .title = QT_TRANSLATE_NOOP("places", "Agency"),
        .under = "partners",
        .needsSubject = true,
        .isForReading = true,
        .mayOpen = mayOpenPartners,
        .make = makeAgency,
        .whereIs = whereIsAgency};
}

} // namespace keywork
