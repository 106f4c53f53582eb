// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/services.h"
#include "ui/text/appointment_lines.h"
#include "ui/text/words.h"

namespace keywork::test::stories_appointments_test {

using namespace Qt::StringLiterals;

TEST_CASE("The service rings: from next week Ben comes on Thursdays, not Tuesdays; and in November they are closed")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto service = anAgency(hostel);
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto london = QTimeZone("Europe/London");

    // His keyworker books every Tuesday at half past ten until the end of November, and goes along.
    Appointment tuesday;
    tuesday.personId = ben.id;
    tuesday.agencyId = service.id;
    tuesday.purpose = u"Prescription review"_s;
    tuesday.startsAt = QDateTime(QDate(2026, 9, 15), QTime(10, 30), london).toUTC();
    tuesday.goesAlongId = services.records.session().staff();
    const auto booked = need(services.appointments.book(tuesday, Repeat{.until = QDate(2026, 11, 30)}));
    CHECK(booked.size() == 11);

    // He goes on time, then late, then not at all.
    hostel.clock.set(QDateTime(QDate(2026, 9, 29), QTime(15, 0), Qt::UTC));
    need(services.appointments.end(booked.at(0).id, AppointmentOutcome::Kept));
    need(services.appointments.end(booked.at(1).id, AppointmentOutcome::Late));
    need(services.appointments.end(booked.at(2).id, AppointmentOutcome::Missed, u"Overslept; rang them ourselves."_s));
    CHECK(words::attendance(need(services.appointments.attendance(ben.id))) == u"Kept 2 of 3 since arriving (67 %)");

    // The service rings about the Thursdays, and later about November.
    need(services.appointments.moveFollowing(booked.at(3).id, QDateTime(QDate(2026, 10, 8), QTime(11, 0), london)));
    const auto october = need(appointmentLines(services, QDate(2026, 10, 1), QDate(2026, 10, 31), ben.id));
    QStringList said;
    for (const AppointmentLine &line : october)
        said.append(line.at.toString(u"ddd d HH:mm"_s) + u' ' + line.withWhom + u", "_s + words::goesAlong(line));
    CHECK(said
        == QStringList{u"Thu 8 11:00 Wellbeing drug service, goes along: Priya Shah"_s,
            u"Thu 15 11:00 Wellbeing drug service, goes along: Priya Shah"_s,
            u"Thu 22 11:00 Wellbeing drug service, goes along: Priya Shah"_s,
            u"Thu 29 11:00 Wellbeing drug service, goes along: Priya Shah"_s}); // at the same time after the clocks went back
    const auto november = need(services.appointments.between(QDate(2026, 11, 1), QDate(2026, 11, 30), ben.id));
    CHECK(need(services.appointments.cancelFollowing(november.first().id, AppointmentOutcome::CancelledByAgency)) == november.size());

    // The three of September still count as they were; what was cancelled counts for nobody.
    hostel.reopen();
    CHECK(words::attendance(need(hostel.services().appointments.attendance(ben.id))) == u"Kept 2 of 3 since arriving (67 %)");
}

} // namespace keywork::test::stories_appointments_test
