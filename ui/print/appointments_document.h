// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The house's appointments of these days, for the office: by day and time, with whom, who goes along, how it went.
struct HouseAppointments {
    Document document;
    QList<Id<Person>> people; ///< whom it is about
};
Result<HouseAppointments> appointmentsOfHouse(const Services &services, QDate first, QDate last);

/// What is booked for a resident from today on, to take away. Says no more about them than the purposes do; large enough
/// to read on a wall.
Result<Document> upcomingAppointments(const Services &services, Id<Person> person);

/// How many appointments a resident kept, for each kind of agency, before arriving and since: for them, to show a court, a
/// probation officer or a service as they wish.
Result<Document> attendance(const Services &services, Id<Person> person);

} // namespace keywork::print
