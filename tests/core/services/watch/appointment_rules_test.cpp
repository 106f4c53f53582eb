// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/care/appointments.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::appointment_rules_test {

namespace {

/// A house on Monday 14 September 2026, 9:42 in the morning, with a drug service, a group and a surgery.
struct Escorts {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Agency> service = anAgency(hostel);
    Kept<Agency> group = of(u"Evening circle"_s, u"mutual_aid"_s);
    Kept<Agency> surgery = of(u"Northside GP"_s, u"primary_care"_s);

    Kept<Agency> of(const QString &name, const QString &category)
    {
        Agency agency;
        agency.name = name;
        agency.category = {category};
        return need(hostel.services().records.add(agency));
    }
    Appointment at(QDate day, QTime time, Id<Agency> agency) const
    {
        Appointment one;
        one.personId = ben.id;
        one.agencyId = agency;
        one.purpose = u"Review"_s;
        one.startsAt = QDateTime(day, time, QTimeZone("Europe/London")).toUTC();
        return one;
    }
    Kept<Appointment> keep(const Appointment &one) { return need(hostel.services().records.add(one)); }
    Kept<Staff> worker() { return need(hostel.services().records.add(Staff{.name = u"Marlon Otis"_s})); }
};

const QDate kThursday(2026, 9, 17);

} // namespace

TEST_CASE("Nobody goes to the drug service alone: it shows three days before, until somebody goes along or it has begun")
{
    Escorts house;
    const auto kept = house.keep(house.at(kThursday, QTime(10, 30), house.service.id));
    house.keep(house.at(kThursday, QTime(11, 30), house.surgery.id)); // where people go alone
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday,
        {{-kEscortMissingDays - 1, false}, {-kEscortMissingDays, true}, {0, true}, {1, false}});
    const WatchItem line = lineOf(house.hostel, u"appointment_escort_missing"_s);
    CHECK(line.subject == WatchSubject{u"appointment"_s, kept.id.value, house.ben.id});
    CHECK(line.places.value(u"purpose"_s) == u"Review");
    CHECK(line.places.value(u"time"_s) == u"10:30");
    CHECK(line.places.value(u"who"_s).isEmpty());
    auto accompanied = kept;
    accompanied.value.goesAlongOther = u"his sister"_s;
    accompanied = need(house.hostel.services().records.amend(accompanied));
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{-1, false}, {0, false}});
    accompanied.value.goesAlongOther.clear();
    need(house.hostel.services().records.amend(accompanied));
    house.hostel.clock.set(QDateTime(kThursday, QTime(9, 29), Qt::UTC)); // an hour behind the house
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{0, true}});
    house.hostel.clock.set(QDateTime(kThursday, QTime(9, 31), Qt::UTC));
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{0, false}});
}

TEST_CASE("An appointment to which nobody goes along yet is said once, and what is reminded of goes on once it has begun")
{
    Escorts house;
    auto alone = house.at(kThursday, QTime(10, 30), house.service.id);
    alone.remindDays = 7;
    house.keep(alone);
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{-4, false}, {-3, true}, {0, true}});
    checkEdges(house.hostel, u"appointment_ahead"_s, kThursday, {{-8, false}, {-7, true}, {-4, true}, {-3, false}, {0, false}});
    house.hostel.clock.set(QDateTime(kThursday, QTime(9, 31), Qt::UTC)); // begun a minute ago
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{0, false}});
    checkEdges(house.hostel, u"appointment_ahead"_s, kThursday, {{0, true}});
}

TEST_CASE("To a mutual-aid meeting somebody goes along until the resident has been to one")
{
    Escorts house;
    house.keep(house.at(kThursday, QTime(19, 0), house.group.id));
    auto earlier = house.at(QDate(2026, 9, 10), QTime(19, 0), house.group.id);
    const auto first = house.keep(earlier);
    for (const auto &[outcome, isDue] : {std::pair{AppointmentOutcome::Booked, true}, {AppointmentOutcome::Missed, true},
             {AppointmentOutcome::CancelledByThem, true}, {AppointmentOutcome::Kept, false}, {AppointmentOutcome::Late, false}}) {
        INFO(codeOf(outcome));
        need(house.hostel.services().appointments.end(first.id, outcome));
        checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{0, isDue}});
    }
    // Somebody else's is their own matter.
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 9, 2)).in(house.hostel);
    auto theirs = house.at(kThursday, QTime(19, 0), house.group.id);
    theirs.personId = grace.id;
    house.keep(theirs);
    CHECK(lineOf(house.hostel, u"appointment_escort_missing"_s).name == u"Grace Adeyemi");
}

TEST_CASE("Who goes along is said on the day and the day before, in one line with the appointment")
{
    Escorts house;
    auto accompanied = house.at(kThursday, QTime(11, 0), house.surgery.id);
    accompanied.goesAlongId = house.worker().id;
    accompanied.goesAlongOther = u"his sister"_s;
    accompanied.remindDays = 5;
    const auto kept = house.keep(accompanied);
    checkEdges(house.hostel, u"appointment_escort"_s, kThursday, {{-2, false}, {-1, true}, {0, true}, {1, false}});
    checkEdges(house.hostel, u"appointment_ahead"_s, kThursday, {{-6, false}, {-5, true}, {-2, true}, {-1, false}, {0, false}});
    CHECK(lineOf(house.hostel, u"appointment_escort"_s, kThursday).places.value(u"who"_s) == u"Marlon Otis, his sister");
    need(house.hostel.services().appointments.end(kept.id, AppointmentOutcome::CancelledByAgency));
    checkEdges(house.hostel, u"appointment_escort"_s, kThursday, {{-1, false}, {0, false}});
}

TEST_CASE("That whoever was to go along is not in the team then is said two weeks before, and by no other line")
{
    Escorts house;
    auto worker = house.worker();
    auto accompanied = house.at(kThursday, QTime(11, 0), house.service.id);
    accompanied.goesAlongId = worker.id;
    house.keep(accompanied);
    Records &records = house.hostel.services().records;
    worker.value.leftOn = kThursday.addDays(1);
    worker = need(records.amend(worker));
    checkEdges(house.hostel, u"appointment_escort_gone"_s, kThursday, {{-1, false}, {0, false}});
    checkEdges(house.hostel, u"appointment_escort"_s, kThursday, {{0, true}});
    worker.value.leftOn = kThursday;
    worker = need(records.amend(worker));
    checkEdges(house.hostel, u"appointment_escort_gone"_s, kThursday,
        {{-kEscortGoneDays - 1, false}, {-kEscortGoneDays, true}, {-1, true}, {0, true}, {1, false}});
    checkEdges(house.hostel, u"appointment_escort"_s, kThursday, {{-1, false}, {0, false}});
    checkEdges(house.hostel, u"appointment_escort_missing"_s, kThursday, {{-1, false}, {0, false}});
    CHECK(lineOf(house.hostel, u"appointment_escort_gone"_s).places.value(u"who"_s) == u"Marlon Otis");
    worker.value.leftOn.reset();
    worker = need(records.amend(worker));
    checkEdges(house.hostel, u"appointment_escort_gone"_s, kThursday, {{-1, false}});
    need(records.withdraw(recordType<Staff>(), worker.id.value, worker.version, u"put in twice"_s));
    checkEdges(house.hostel, u"appointment_escort_gone"_s, kThursday, {{-1, true}});
}

} // namespace keywork::test::appointment_rules_test
