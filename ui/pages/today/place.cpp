// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/place.h"

#include "core/domain/watch_call.h"
#include "core/domain/watch_snooze.h"
#include "ui/pages/today/first_steps_card.h"
#include "ui/pages/today/today_page.h"

namespace keywork {

namespace {

void bringFirstStepsBack(const PlaceContext &here) { showFirstStepsAgain(here.services, here.navigator); }

} // namespace

PlaceInfo todayPlace()
{
    return {.id = "today",
        .title = QT_TRANSLATE_NOOP("places", "Today"),
        .isInNavigation = true,
        .mayOpen = worksInHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new TodayPage(here.hostel, here.navigator); },
        .whereIs = [](const KeptRow &kept) -> std::optional<Visit> {
            const bool isOfALine = kept.row.type == &recordType<WatchSnooze>() || kept.row.type == &recordType<WatchCall>();
            return isOfALine ? std::optional(Visit{QStringLiteral("today")}) : std::nullopt;
        },
        .actions = {{QT_TRANSLATE_NOOP("places", "Show the first steps again"), bringFirstStepsBack, managesHouse}}};
}

} // namespace keywork
