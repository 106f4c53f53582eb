// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/place.h"

#include "core/domain/room.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/house/new_rooms_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

namespace keywork {

namespace {

QWidget *makeRooms(const PlaceContext &here)
{
    const QString rooms = QCoreApplication::translate("places", "Rooms");
    auto *page = new KindsPage(Place::Rooms, rooms, {}, here.services, here.navigator);
    if (here.services.records.mayAdd(recordType<Room>())) {
        auto *several = button(QCoreApplication::translate("places", "Se&veral rooms at once…"));
        several->setObjectName(QStringLiteral("severalRooms"));
        QObject::connect(
            several, &QPushButton::clicked, page, [navigator = here.navigator] { navigator.openPlace(QStringLiteral("new-rooms")); });
        page->addToTitle(several);
    }
    page->addToTitle(tonightButton(here.services, here.navigator)); // where it is seen which room is free
    return page;
}

} // namespace

PlaceInfo roomsPlace()
{
    return {.id = "rooms",
        .title = QT_TRANSLATE_NOOP("places", "Rooms"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Rooms, services); },
        .make = makeRooms,
        .whereIs = [](const KeptRow &kept) { return whereListed("rooms", Place::Rooms, kept); }};
}

PlaceInfo newRoomsPlace()
{
    return {.id = "new-rooms",
        .title = QT_TRANSLATE_NOOP("places", "Several rooms at once"),
        .under = "rooms",
        .mayOpen = [](const Services &services) { return services.records.mayAdd(recordType<Room>()); },
        .make = [](const PlaceContext &here) -> QWidget * { return new NewRoomsPage(here.services, here.navigator); },
        .draftPart = kSeveralRooms};
}

} // namespace keywork
