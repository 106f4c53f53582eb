// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/desk/place.h"

#include "core/domain/roll_call.h"
#include "core/services/house/roll_calls.h"
#include "core/services/records/records.h"
#include "ui/pages/desk/desk_page.h"
#include "ui/pages/desk/roll_call_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Written down before anything is shown: what is printed and ticked is this list. While one goes on, it is that one.
void beginRollCall(const PlaceContext &here)
{
    if (const auto begun = here.services.rollCalls.begin(); !begun)
        return here.navigator.refuse(begun.error());
    here.navigator.openPlace(u"roll-call"_s);
}

bool mayCallRoll(const Services &services) { return worksInHouse(services) && services.records.mayAdd(recordType<RollCall>()); }

void addVisitorHere(const PlaceContext &here)
{
    QVariantMap start;
    if (here.visit.place == u"resident" && here.visit.person > 0)
        start.insert(u"person_id"_s, here.visit.person);
    here.navigator.visit({.place = u"desk"_s, .record = {u"visitor"_s, 0, start}});
}

std::optional<Visit> whereAtDesk(const KeptRow &kept)
{
    if (kept.row.type == &recordType<RollCallLine>()) // it is read below its roll call
        return Visit{.place = u"desk"_s, .record = {u"roll_call"_s, kept.row.value(u"roll_call_id"_s).toLongLong()}};
    return whereListed("desk", Place::Desk, kept);
}

} // namespace

PlaceInfo deskPlace()
{
    return {.id = "desk",
        .title = QT_TRANSLATE_NOOP("places", "In and out"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return worksInHouse(services) && mayReadAnyOf(Place::Desk, services); },
        .make = [](const PlaceContext &here) -> QWidget * { return new DeskPage(here.services, here.navigator); },
        .whereIs = whereAtDesk,
        .actions = {{QT_TRANSLATE_NOOP("places", "New visitor"), addVisitorHere,
                        [](const Services &services) { return services.records.mayAdd(recordType<Visitor>()); }},
            {QT_TRANSLATE_NOOP("places", "New barring"),
                [](const PlaceContext &here) {
                    here.navigator.visit({.place = u"desk"_s, .record = {u"barring"_s, 0}});
                },
                [](const Services &services) { return services.records.mayAdd(recordType<Barring>()); }}}};
}

/// Not from the locked screen: the list is who lives here. The last printed one lies at the desk.
PlaceInfo rollCallPlace()
{
    return {.id = "roll-call",
        .title = QT_TRANSLATE_NOOP("places", "Roll call"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Roll call, the one that goes on"),
        .under = "desk",
        .mayOpen = mayCallRoll,
        .make = [](const PlaceContext &here) -> QWidget * { return new RollCallPage(here.services, here.navigator); },
        .draftPart = kRollEnding,
        .actions
        = {{QT_TRANSLATE_NOOP("places", "Roll call: begin now (fire, drill)"), beginRollCall, mayCallRoll, QKeySequence(Qt::Key_F9)}}};
}

} // namespace keywork
