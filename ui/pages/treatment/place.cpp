// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/place.h"

#include "core/domain/prescription.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/treatment/renewals_page.h"

namespace keywork {

/// Not in the navigation: Today's collections and the warnings lead here.
PlaceInfo renewalsPlace()
{
    return {.id = "renewals",
        .title = QT_TRANSLATE_NOOP("places", "Prescriptions to renew"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Renewals of prescriptions, by service"),
        .under = "today",
        .mayOpen = [](const Services &services) { return worksInHouse(services) && services.records.mayRead(recordType<Prescription>()); },
        .make = [](const PlaceContext &here) -> QWidget * { return new RenewalsPage(here.services, here.navigator); }};
}

} // namespace keywork
