// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/place.h"

#include "core/domain/room.h"
#include "core/domain/stay.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/house/move_page.h"
#include "ui/pages/house/new_rooms_page.h"
#include "ui/pages/house/nights_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/house/room_page.h"
#include "ui/pages/house/rooms_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

namespace keywork {

namespace {

bool mayReadRooms(const Services &services) { return mayReadAnyOf(Place::Rooms, services); }
bool seesWhoLivesWhere(const Services &services) { return mayReadRooms(services) && services.records.mayRead(recordType<Stay>()); }

void beginMove(const PlaceContext &here)
{
    here.navigator.visit({.place = QStringLiteral("move"), .person = here.visit.place == u"resident" ? here.visit.person : 0});
}

QWidget *makeLists(const PlaceContext &here)
{
    const QString rooms = QCoreApplication::translate("places", "Rooms, voids, repairs and keys");
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
        .mayOpen = mayReadRooms,
        .make = [](const PlaceContext &here) -> QWidget * { return new RoomsPage(here.services, here.navigator); },
        .actions = {{QT_TRANSLATE_NOOP("places", "Move somebody within the house"), beginMove, mayMove}}};
}

/// What the board is made of, as lists with their forms.
PlaceInfo roomListsPlace()
{
    return {.id = "room-lists",
        .title = QT_TRANSLATE_NOOP("places", "Rooms, voids, repairs and keys"),
        .under = "rooms",
        .mayOpen = mayReadRooms,
        .make = makeLists,
        .whereIs = [](const KeptRow &kept) { return whereListed("room-lists", Place::Rooms, kept); }};
}

PlaceInfo roomPlace()
{
    return {.id = "room",
        .title = QT_TRANSLATE_NOOP("places", "Room"),
        .under = "rooms",
        .needsSubject = true,
        .isForReading = true,
        .mayOpen = seesWhoLivesWhere,
        .make = [](const PlaceContext &here) -> QWidget * { return new RoomPage({here.visit.record.id}, here.services, here.navigator); }};
}

PlaceInfo movePlace()
{
    return {.id = "move",
        .title = QT_TRANSLATE_NOOP("places", "Move within the house"),
        .under = "rooms",
        .mayOpen = mayMove,
        .make = [](const PlaceContext &here) -> QWidget * { return new MovePage({here.visit.person}, here.services, here.navigator); },
        .draftPart = kMoving};
}

PlaceInfo nightsPlace()
{
    return {.id = "nights",
        .title = QT_TRANSLATE_NOOP("places", "Nights counted"),
        .under = "rooms",
        .isForReading = true,
        .mayOpen = seesWhoLivesWhere,
        .make = [](const PlaceContext &here) -> QWidget * { return new NightsPage(here.services, here.navigator); }};
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
