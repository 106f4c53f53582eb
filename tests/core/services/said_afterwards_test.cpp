// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/services/care/appointments.h"
#include "core/services/records/undo.h"
#include "tests/support/services.h"

namespace keywork::test::said_afterwards_test {

namespace {

Appointment atTheClinic(Id<Person> person)
{
    Appointment appointment;
    appointment.personId = person;
    appointment.purpose = u"Prescription review"_s;
    appointment.startsAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    return appointment;
}

/// The columns of an appointment that whoever is signed in may change, each tried alone.
QStringList changeable(TestHostel &hostel, Id<Appointment> id)
{
    Records &records = hostel.services().records;
    const QList<std::pair<QString, QVariant>> tries{{u"starts_at"_s, u"2026-09-14T07:30:00.000Z"_s}, {u"minutes"_s, 45},
        {u"with_whom"_s, u"Jo"_s}, {u"purpose"_s, u"Something else"_s}, {u"place"_s, u"upstairs"_s}, {u"goes_along_other"_s, u"a friend"_s},
        {u"remind_days"_s, 3}, {u"outcome"_s, u"late"_s}, {u"outcome_note"_s, u"a new dose"_s}, {u"follow_up"_s, u"ring on Monday"_s}};
    QStringList changed;
    for (const auto &[column, value] : tries) {
        KeptRow edited = need(records.one(recordType<Appointment>(), id.value));
        edited.row.set(column, value);
        const auto kept = records.amend(edited);
        INFO(column.toStdString());
        if (kept)
            changed.append(column);
        else
            CHECK(kept.error().kind == ErrorKind::NotPermitted);
    }
    return changed;
}

} // namespace

TEST_CASE("Whoever may add an appointment may say how it went, and change nothing else of it")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    signInAs(hostel, u"Rae Relief"_s, Role::Relief);
    Services &services = hostel.services();
    const auto own = need(services.records.add(atTheClinic(ben.id)));
    CHECK(changeable(hostel, own.id) == QStringList{u"outcome"_s, u"outcome_note"_s});
    const auto said = need(services.records.one(own.id));
    CHECK(said.value.outcome == AppointmentOutcome::Late);
    CHECK(said.value.outcomeNote == u"a new dose");
    CHECK(said.value.purpose == u"Prescription review");

    // In one press, taken back by Ctrl+Z; what is entered in error stays with those who may change it.
    need(services.appointments.end(own.id, AppointmentOutcome::Missed));
    need(services.undo.last(u"a slip of mine"_s));
    const auto back = need(services.records.one(own.id));
    CHECK(back.value.outcome == AppointmentOutcome::Late);
    CHECK(kindOfError(services.records.withdraw(recordType<Appointment>(), own.id.value, back.version, u"a slip of mine"_s))
        == ErrorKind::NotPermitted);
}

TEST_CASE("One save of what may be said and what may not is refused whole")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto booked = need(hostel.services().records.add(atTheClinic(ben.id)));
    signInAs(hostel, u"Rae Relief"_s, Role::Relief);
    auto edited = booked;
    edited.value.outcome = AppointmentOutcome::Kept;
    edited.value.purpose = u"Something else"_s;
    CHECK(kindOfError(hostel.services().records.amend(edited)) == ErrorKind::NotPermitted);
    CHECK(need(hostel.services().records.one(booked.id)).value == booked.value);
    CHECK(kindOfError(hostel.services().appointments.moveFollowing(booked.id, kNow.addDays(1))) == ErrorKind::NotPermitted);
}

TEST_CASE("Nobody says anything afterwards of a kind that they may not change, but relief workers of the way in and of appointments, "
          "and whoever may add of kits, boxes, repairs and the desk of the house")
{
    TestHostel hostel;
    QStringList completed;
    for (const Role role : allOf<Role>()) {
        hostel.reopen();
        signInAs(hostel, u"Una "_s + QString::number(int(role)), role);
        const Records &records = hostel.services().records;
        for (const RecordType *type : allKinds()) {
            INFO(codeOf(role) << ' ' << type->table);
            CHECK((!records.mayChange(*type) || records.mayComplete(*type)));
            if (records.mayComplete(*type) && !records.mayChange(*type))
                completed.append(QString::fromLatin1(codeOf(role)) + u' ' + QString::fromLatin1(type->table));
        }
    }
    QStringList expected;
    for (const QString &kind : {u"arrival_step"_s, u"move_step"_s, u"appointment"_s, u"hospital_stay"_s, u"loss"_s})
        expected.append(u"relief "_s + kind);
    for (const QString &role : {u"relief "_s, u"volunteer "_s, u"peer_supporter "_s})
        for (const QString &kind : {u"room_repair"_s, u"contractor"_s, u"staff_presence"_s, u"roll_call"_s, u"roll_call_line"_s,
                 u"naloxone_kit"_s, u"naloxone_recall"_s, u"harm_poster"_s, u"sharps_box"_s, u"on_shift"_s, u"lone_working"_s})
            expected.append(role + kind);
    completed.sort();
    expected.sort();
    CHECK(completed == expected);
}

} // namespace keywork::test::said_afterwards_test
