// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/place.h"

#include "core/domain/timed_check.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/checks/checks_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<Visit> whereIsCheck(const KeptRow &kept)
{
    if (kept.row.type == &recordType<CheckSeries>())
        return Visit{.place = u"checks"_s, .record = {u"check_series"_s, kept.id}};
    if (kept.row.type == &recordType<TimedCheck>()) // it is read below its series
        return Visit{.place = u"checks"_s, .record = {u"check_series"_s, kept.row.value(u"series_id"_s).toLongLong()}};
    return {};
}

} // namespace

/// Not in the navigation: Today's lines and the key for it lead here.
PlaceInfo checksPlace()
{
    return {.id = "checks",
        .title = QT_TRANSLATE_NOOP("places", "Timed checks"),
        .under = "today",
        .mayOpen = [](const Services &services) { return worksInHouse(services) && services.records.mayRead(recordType<CheckSeries>()); },
        .make = [](const PlaceContext &here) -> QWidget * { return new ChecksPage(here.services, here.navigator); },
        .whereIs = whereIsCheck};
}

} // namespace keywork
