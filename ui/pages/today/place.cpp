// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/place.h"

#include "ui/pages/today/today_page.h"

namespace keywork {

PlaceInfo todayPlace()
{
    return {.id = "today",
        .title = QT_TRANSLATE_NOOP("places", "Today"),
        .isInNavigation = true,
        .mayOpen = worksInHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new TodayPage(here.hostel, here.navigator); }};
}

} // namespace keywork
