// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/place.h"

#include "core/domain/handover.h"
#include "core/domain/lone_working.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/handover/handover_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<Visit> whereInHandover(const KeptRow &kept)
{
    if (kept.row.type == &recordType<HandoverRead>() || kept.row.type == &recordType<HandoverLine>()) // read where they belong
        return Visit{.place = u"handover"_s, .record = {u"handover"_s, kept.row.value(u"handover_id"_s).toLongLong()}};
    if (kept.row.type == &recordType<LoneCheckIn>())
        return Visit{.place = u"handover"_s, .record = {u"lone_working"_s, kept.row.value(u"lone_id"_s).toLongLong()}};
    return whereListed("handover", Place::Handover, kept);
}

void leaveItem(const PlaceContext &here)
{
    QVariantMap start;
    if (here.visit.place == u"resident" && here.visit.person > 0)
        start.insert(u"person_id"_s, here.visit.person);
    here.navigator.visit({.place = u"handover"_s, .record = {u"handover_item"_s, 0, start}});
}

} // namespace

PlaceInfo handoverPlace()
{
    return {.id = "handover",
        .title = QT_TRANSLATE_NOOP("places", "Handover"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Handover, shifts, who is on call"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Handover, services); },
        .make = [](const PlaceContext &here) -> QWidget * { return new HandoverPage(here.services, here.navigator); },
        .whereIs = whereInHandover,
        .actions = {{QT_TRANSLATE_NOOP("places", "Leave something to be done for the next shift"), leaveItem,
            [](const Services &services) { return services.records.mayAdd(recordType<HandoverItem>()); }}}};
}

} // namespace keywork
