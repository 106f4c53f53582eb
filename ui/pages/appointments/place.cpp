// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/place.h"

#include "core/domain/appointment.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/appointments/week_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

/// Not in the navigation: Today shows what is on, and leads here.
PlaceInfo appointmentsPlace()
{
    return {.id = "appointments",
        .title = QT_TRANSLATE_NOOP("places", "Appointments"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Appointments of the week"),
        .under = "today",
        .mayOpen = [](const Services &services) { return worksInHouse(services) && services.records.mayRead(recordType<Appointment>()); },
        .make = [](const PlaceContext &here) -> QWidget * { return new WeekPage(here.services, here.navigator); },
        .keys = {QKeySequence(u"Ctrl+Shift+A"_s)}};
}

} // namespace keywork
