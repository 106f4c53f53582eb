// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::services_appointments_test {

namespace {

Appointment at(Id<Person> person, QDate day, QTime time)
{
    Appointment appointment;
    appointment.personId = person;
    appointment.purpose = u"Keyworker there"_s;
    appointment.startsAt = QDateTime(day, time, QTimeZone("Europe/London")).toUTC();
    return appointment;
}

QStringList localTimes(TestHostel &hostel, const QList<Kept<Appointment>> &booked)
{
    QStringList times;
    for (const auto &one : booked)
        times.append(hostel.services().records.clock().local(one.value.startsAt).toString(u"d MMM HH:mm"_s));
    return times;
}

} // namespace

TEST_CASE("A weekly appointment stays at half past two across the change of the clocks")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto booked = need(hostel.services().appointments.book(at(ben.id, QDate(2026, 10, 19), QTime(14, 30)), Repeat{.times = 3}));
    CHECK(localTimes(hostel, booked) == QStringList{u"19 Oct 14:30"_s, u"26 Oct 14:30"_s, u"2 Nov 14:30"_s});
    CHECK(booked.at(0).value.startsAt.time() == QTime(13, 30)); // UTC
    CHECK(booked.at(1).value.startsAt.time() == QTime(14, 30));
    CHECK_FALSE(booked.first().value.series.isEmpty());
}

TEST_CASE("Moving one and all that follow leaves those before, and those that were ended, as they are")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Appointments &appointments = hostel.services().appointments;
    const auto booked = need(appointments.book(at(ben.id, QDate(2026, 9, 15), QTime(10, 0)), Repeat{.times = 4}));
    need(appointments.end(booked.at(2).id, AppointmentOutcome::CancelledByAgency));
    const QDateTime thursday = QDateTime(QDate(2026, 9, 24), QTime(11, 15), QTimeZone("Europe/London"));
    CHECK(need(appointments.moveFollowing(booked.at(1).id, thursday)) == 2);
    const auto now = need(appointments.between(QDate(2026, 9, 1), QDate(2026, 10, 31), ben.id));
    CHECK(localTimes(hostel, now) == QStringList{u"15 Sep 10:00"_s, u"24 Sep 11:15"_s, u"29 Sep 10:00"_s, u"8 Oct 11:15"_s});
    CHECK(need(appointments.cancelFollowing(booked.at(1).id, AppointmentOutcome::CancelledByThem, u"moved away"_s)) == 2);
    CHECK(need(hostel.services().records.one(booked.at(0).id)).value.isOpen());
    CHECK(need(hostel.services().records.one(booked.at(3).id)).value.outcome == AppointmentOutcome::CancelledByThem);
    CHECK(need(hostel.services().records.one(booked.at(2).id)).value.outcome == AppointmentOutcome::CancelledByAgency);
}

TEST_CASE("An appointment that is still to come can't have been kept; one of today can")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Appointments &appointments = hostel.services().appointments;
    const auto tomorrow = need(appointments.book(at(ben.id, QDate(2026, 9, 15), QTime(0, 5)))).first();
    const auto today = need(appointments.book(at(ben.id, QDate(2026, 9, 14), QTime(23, 55)))).first();
    CHECK(kindOfError(appointments.end(tomorrow.id, AppointmentOutcome::Kept)) == ErrorKind::Invalid);
    need(appointments.end(tomorrow.id, AppointmentOutcome::CancelledByThem));
    CHECK(need(appointments.end(today.id, AppointmentOutcome::Missed)).value.outcome == AppointmentOutcome::Missed);
    CHECK(need(appointments.end(today.id, AppointmentOutcome::Booked)).value.isOpen());
}

TEST_CASE("Two at the same time are said for the same resident and for the same worker, not for others or what was cancelled")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    Appointments &appointments = hostel.services().appointments;
    Appointment first = at(ben.id, QDate(2026, 9, 15), QTime(10, 0));
    first.minutes = 60;
    first.goesAlongId = hostel.hostel->session().staff();
    const auto kept = need(appointments.book(first)).first();
    const auto said = [&](Id<Person> person, QTime time, Id<Staff> worker) {
        Appointment wanted = at(person, QDate(2026, 9, 15), time);
        wanted.goesAlongId = worker;
        return need(appointments.clashes(wanted));
    };
    CHECK(said(ben.id, QTime(10, 59), {}).size() == 1);
    CHECK(said(ben.id, QTime(10, 59), {}).first().samePerson);
    CHECK(said(ben.id, QTime(11, 0), {}).isEmpty());
    CHECK(said(ben.id, QTime(9, 30), {}).isEmpty());
    CHECK(said(ben.id, QTime(9, 31), {}).size() == 1);
    CHECK(said(grace.id, QTime(10, 30), {}).isEmpty());
    CHECK_FALSE(said(grace.id, QTime(10, 30), first.goesAlongId).first().samePerson);
    CHECK(need(appointments.clashes(first, kept.id)).isEmpty());
    need(appointments.end(kept.id, AppointmentOutcome::CancelledByHouse));
    CHECK(said(ben.id, QTime(10, 30), {}).isEmpty());
}

TEST_CASE("Attendance is counted before arriving and since")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Appointments &appointments = hostel.services().appointments;
    const auto ended = [&](QDate day, AppointmentOutcome outcome) {
        const auto one = need(appointments.book(at(ben.id, day, QTime(10, 0)))).first();
        need(appointments.end(one.id, outcome));
    };
    CHECK_FALSE(need(appointments.attendance(ben.id)).since.percent().has_value());
    ended(QDate(2026, 7, 20), AppointmentOutcome::Missed);
    ended(QDate(2026, 7, 27), AppointmentOutcome::Kept);
    ended(QDate(2026, 8, 3), AppointmentOutcome::Kept);
    ended(QDate(2026, 9, 1), AppointmentOutcome::Late);
    const auto around = need(appointments.attendance(ben.id));
    CHECK(around.before == Attendance{1, 1});
    CHECK(around.since == Attendance{2, 0});
}

TEST_CASE("A series that would have no day, or too many, is refused whole")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const Appointment first = at(ben.id, QDate(2026, 9, 15), QTime(10, 0));
    CHECK(kindOfError(hostel.services().appointments.book(first, Repeat{.until = QDate(2026, 9, 14)})) == ErrorKind::Invalid);
    CHECK(kindOfError(hostel.services().appointments.book(first, Repeat{.times = 105})) == ErrorKind::Invalid);
    CHECK(need(hostel.services().records.count(recordType<Appointment>())) == 0);
}

} // namespace keywork::test::services_appointments_test
