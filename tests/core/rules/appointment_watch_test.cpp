// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "tests/support/catch.h"

namespace keywork::test::appointment_watch_test {

namespace {

const QDate kOn(2026, 9, 18);

Appointment reminding(std::optional<qint64> days)
{
    Appointment appointment;
    appointment.startsAt = QDateTime(kOn, QTime(9, 30), Qt::UTC);
    appointment.remindDays = days;
    return appointment;
}

} // namespace

TEST_CASE("An appointment is spoken of from so many days before as it says, and on its day, not after")
{
    CHECK_FALSE(remindsOn(reminding(3), kOn, QDate(2026, 9, 14)));
    CHECK(remindsOn(reminding(3), kOn, QDate(2026, 9, 15)));
    CHECK(remindsOn(reminding(3), kOn, kOn));
    CHECK_FALSE(remindsOn(reminding(3), kOn, QDate(2026, 9, 19)));
    CHECK_FALSE(remindsOn(reminding({}), kOn, kOn));
    CHECK_FALSE(remindsOn(reminding(3), QDate(), kOn));
}

TEST_CASE("Nobody is reminded of an appointment that was cancelled or has been kept")
{
    for (const AppointmentOutcome outcome : allOf<AppointmentOutcome>()) {
        Appointment appointment = reminding(3);
        appointment.outcome = outcome;
        CHECK(remindsOn(appointment, kOn, kOn) == (outcome == AppointmentOutcome::Booked));
        CHECK(outcomeMissing(appointment, appointment.startsAt.addDays(2)) == (outcome == AppointmentOutcome::Booked));
    }
}

TEST_CASE("How it went is missing when it began more than 24 hours ago, to the second")
{
    const Appointment appointment = reminding({});
    CHECK_FALSE(outcomeMissing(appointment, appointment.startsAt.addSecs(-60)));
    CHECK_FALSE(outcomeMissing(appointment, appointment.startsAt.addSecs(24 * 3600)));
    CHECK(outcomeMissing(appointment, appointment.startsAt.addSecs(24 * 3600 + 1)));
}

} // namespace keywork::test::appointment_watch_test
