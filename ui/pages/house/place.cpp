// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/place.h"

#include "core/services/services.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"

#include <QCoreApplication>

namespace keywork {

PlaceInfo roomsPlace()
{
    return {.id = "rooms",
        .title = QT_TRANSLATE_NOOP("places", "Rooms"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Rooms, services); },
        .make = [](const PlaceContext &here) -> QWidget * {
            auto *page = new KindsPage(Place::Rooms, QCoreApplication::translate("places", "Rooms"), {}, here.services, here.navigator);
            page->addToTitle(tonightButton(here.services, here.navigator)); // where it is seen which room is free
            return page;
        },
        .whereIs = [](const KeptRow &kept) { return whereListed("rooms", Place::Rooms, kept); }};
}

} // namespace keywork
