// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/appointments.h"
#include "app/demo/areas.h"
#include "core/domain/appointment.h"
#include "core/rules/appointment_watch.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kDaysAhead = 14; ///< what is booked behind the end of the demonstration
constexpr int kWeeksAlong = 4; ///< somebody goes along in the first month

/// What brings a resident somewhere, and how often.
struct Reason {
    Id<Agency> agency;
    QString withWhom;
    QString purpose;
    QString place;
    QTime time; ///< on the house's clocks
    qint64 minutes = 30;
    int everyDays = 7;
    bool isAccompanied = false; ///< somebody of the team goes along each time, as the house does it
};

Id<Agency> agencyOf(const DemoHouse &house, QStringView category)
{
    const auto found = std::find_if(house.agencies.cbegin(), house.agencies.cend(),
        [category](const Kept<Agency> &agency) { return agency.value.category.code == category; });
    return found == house.agencies.cend() ? Id<Agency>() : found->id;
}

/// A line of the texts: category of the agency or "", with whom, what for, where, minutes, every so many days.
Reason reasonOf(const DemoHouse &house, const QJsonArray &parts, DemoRandom &random)
{
    Reason reason;
    reason.agency = agencyOf(house, parts.at(0).toString());
    reason.isAccompanied = accompaniedEachTime().contains(parts.at(0).toString());
    reason.withWhom = parts.at(1).toString();
    reason.purpose = parts.at(2).toString();
    reason.place = parts.at(3).toString();
    reason.minutes = parts.at(4).toInteger();
    reason.everyDays = parts.at(5).toInt();
    reason.time = QTime(9, 0).addSecs(60 * 15 * random.upTo(28));
    return reason;
}

QDate onWeekday(QDate day)
{
    while (day.dayOfWeek() > 5)
        day = day.addDays(1);
    return day;
}

/// Before they came about half was kept; since, more from month to month.
AppointmentOutcome outcomeOf(DemoRandom &random, qint64 daysHere)
{
    if (random.oneIn(12))
        return random.oneIn(2) ? AppointmentOutcome::CancelledByAgency : AppointmentOutcome::CancelledByThem;
    const int kept = daysHere < 0 ? 45 : daysHere < 60 ? 70 : 88; // of 100
    if (random.upTo(100) >= kept)
        return AppointmentOutcome::Missed;
    return random.oneIn(8) ? AppointmentOutcome::Late : AppointmentOutcome::Kept;
}

Appointment appointmentOf(const DemoHouse &house, const DemoResident &resident, const Reason &reason, QDate day)
{
    Appointment one;
    one.personId = resident.id;
    one.agencyId = reason.agency;
    one.withWhom = reason.withWhom;
    one.purpose = reason.purpose;
    one.place = reason.place;
    one.minutes = reason.minutes;
    one.startsAt = QDateTime(day, reason.time, house.services.records.clock().zone()).toUTC();
    one.remindDays = 2;
    return one;
}

/// Booked a week ahead by somebody; how it went is said the same day.
void plan(DemoDay &day, const DemoResidentPtr &resident, const Reason &reason, QDate on)
{
    auto &house = day.house;
    const qint64 daysHere = resident->stay.arrivesOn.daysTo(on);
    const AppointmentOutcome outcome = outcomeOf(day.random, daysHere);
    const QDate bookedOn = std::clamp(on.addDays(-7 - day.random.upTo(5)), day.date, house.wish.end);
    const bool isNew = daysHere >= 0 && daysHere < kWeeksAlong * 7;
    const int another = day.random.upTo(1000);
    // Later on to where nobody is to go alone; now and then nobody was found yet.
    const bool isAccompanied = isNew || (daysHere >= 0 && reason.isAccompanied && another % 6 != 0);
    day.on(bookedOn, 16, [&house, resident, reason, on, outcome, isAccompanied, another]() -> Done {
        Appointment one = appointmentOf(house, *resident, reason, on);
        if (isAccompanied && !house.team.isEmpty())
            one.goesAlongId = house.team.at(another % house.team.size()).id;
        const auto booked = house.services.appointments.book(one);
        if (!booked)
            return booked.error();
        const bool isOver = on <= house.wish.end && (!house.until.isValid() || one.endsAt() <= house.until);
        if (isOver) // how today's later ones go is not known yet
            house.agenda.add(QDateTime(on, QTime(20, 0), Qt::UTC),
                [&house, id = booked->first().id, outcome] { return onlyDone(house.services.appointments.end(id, outcome)); });
        return {};
    });
}

/// On and on while they are here, and for those who stay some days beyond the end.
void repeat(DemoDay &day, const DemoResidentPtr &resident, const Reason &reason, QDate first)
{
    const bool staysOn = !resident->stay.leavesOn.isValid();
    const QDate last = staysOn ? day.house.wish.end.addDays(kDaysAhead) : resident->until.addDays(-1);
    for (QDate on = onWeekday(first); on <= last; on = onWeekday(on.addDays(reason.everyDays)))
        plan(day, resident, reason, on);
}

/// Two that are known of from before they came, said at the interview.
void recallBefore(DemoDay &day, const DemoResidentPtr &resident, const Reason &reason)
{
    auto &house = day.house;
    for (const int ago : {24, 10}) {
        const QDate on = onWeekday(day.date.addDays(-ago - day.random.upTo(4)));
        const AppointmentOutcome outcome = outcomeOf(day.random, -1);
        day.at(13, [&house, resident, reason, on, outcome] {
            Appointment one = appointmentOf(house, *resident, reason, on);
            one.remindDays.reset();
            one.outcome = outcome;
            return onlyDone(house.services.appointments.book(one));
        });
    }
}

} // namespace

/// Most residents go to the drug service weekly or every fortnight; doctor, probation, benefits and others now and then.
Done appointments(DemoDay &day)
{
    const QJsonArray texts = day.house.list(u"appointments");
    for (const DemoResidentPtr &resident : day.arriving) {
        Reason service = reasonOf(day.house, texts.at(0).toArray(), day.random);
        const bool goesThere = !day.random.oneIn(5);
        if (goesThere) {
            service.everyDays = day.random.oneIn(2) ? 7 : 14;
            recallBefore(day, resident, service);
            repeat(day, resident, service, day.date.addDays(3 + day.random.upTo(5)));
        }
        for (qsizetype i = 1; i < texts.size(); ++i)
            if (day.random.oneIn(3)) {
                const Reason other = reasonOf(day.house, texts.at(i).toArray(), day.random);
                repeat(day, resident, other, day.date.addDays(2 + day.random.upTo(other.everyDays)));
            }
    }
    return {};
}

} // namespace keywork::demo
