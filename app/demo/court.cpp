// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "app/demo/areas.h"
#include "core/base/anniversary.h"
#include "core/rules/attendance.h"
#include "core/services/care/appointments.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// Of their own: no other area sends anybody there.
Done addProbation(DemoHouse &house)
{
    Agency agency;
    agency.name = u"Mill Lane probation office"_s;
    agency.category = {kProbation};
    agency.telephone = u"020 7946 0170"_s;
    return onlyDone(house.services.records.add(agency));
}

Result<Id<Agency>> probationOf(const DemoHouse &house)
{
    const auto found
        = house.services.records.all<Agency>({.filters = {{u"category"_s, Filter::Comparison::Equals, QString(kProbation)}}, .limit = 1});
    if (!found)
        return found.error();
    return found->isEmpty() ? Id<Agency>() : found->first().id;
}

/// One with probation that has been, and how it went.
Done recallVisit(DemoHouse &house, const DemoResident &resident, QDate on, AppointmentOutcome outcome)
{
    const auto office = probationOf(house);
    if (!office)
        return office.error();
    Appointment visit;
    visit.personId = resident.id;
    visit.agencyId = *office;
    visit.purpose = u"Probation"_s;
    visit.startsAt = QDateTime(on, QTime(11, 30), house.services.records.clock().zone()).toUTC();
    visit.outcome = outcome;
    return onlyDone(house.services.appointments.book(visit));
}

QDate onOfficeDay(QDate day)
{
    while (day.dayOfWeek() > 5)
        day = day.addDays(1);
    return day;
}

/// Every other one was kept before they came; since, nearly all (W, case study 2).
void planVisits(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    using enum AppointmentOutcome;
    for (const auto &[ago, outcome] : {std::pair{30, Missed}, {16, Kept}})
        day.at(13, [&house, resident, ago = ago, outcome = outcome] {
            return recallVisit(house, *resident, onOfficeDay(house.today().addDays(-ago)), outcome);
        });
    for (QDate on = onOfficeDay(day.date.addDays(9)); on < resident->until && on < day.date.addDays(120); on = on.addDays(14)) {
        const AppointmentOutcome outcome = day.random.oneIn(20) ? Missed : Kept;
        day.on(on, 18, [&house, resident, on, outcome] { return recallVisit(house, *resident, on, outcome); });
    }
}

/// A line of the texts: kind, court, months, how often, requirement, what exactly.
Done addOrder(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"courtOrders")).toArray();
    CourtOrder order;
    order.personId = resident.id;
    order.kind = {text.at(0).toString()};
    order.court = text.at(1).toString();
    order.fromOn = house.today().addDays(-20 - random.upTo(200));
    order.untilOn = monthsAfter(order.fromOn, text.at(2).toInt(), MonthEnd::LastDay);
    const auto office = probationOf(house);
    if (!office)
        return office.error();
    order.agencyId = *office;
    order.officer = random.pick(house.list(u"probationOfficers")).toString();
    order.contactsWanted = text.at(3).toString();
    OrderRequirement requirement;
    requirement.kind = {text.at(4).toString()};
    requirement.what = text.at(5).toString();
    requirement.fromOn = order.fromOn;
    requirement.untilOn = order.untilOn;
    requirement.reviewOn = house.today().addDays(3 + random.upTo(40));
    requirement.contactsWanted = 4 + random.upTo(12);
    requirement.contactsKept = *requirement.contactsWanted / 2 + random.upTo(int(*requirement.contactsWanted) / 2);
    Family family;
    family.head.row = toRow(order);
    KeptRow part;
    part.row = toRow(requirement);
    family.parts.append(part);
    return onlyDone(house.services.families.save(family, {}));
}

Hearing hearingOf(const DemoHouse &house, const DemoResident &resident, const QJsonArray &text, QDate on)
{
    Hearing hearing;
    hearing.personId = resident.id;
    hearing.startsAt = QDateTime(on, QTime(10, 0), house.services.records.clock().zone()).toUTC();
    hearing.court = text.at(0).toString();
    hearing.why = text.at(1).toString();
    hearing.solicitor = text.at(2).toString();
    return hearing;
}

/// Known of some weeks before; what came of it is said that evening.
void planHearing(DemoDay &day, const DemoResidentPtr &resident, QDate on)
{
    auto &house = day.house;
    const QJsonArray text = day.random.pick(house.list(u"hearings")).toArray();
    on = onOfficeDay(on);
    day.on(on.addDays(-14), 15, [&house, resident, text, on]() -> Done {
        const auto kept = house.services.records.add(hearingOf(house, *resident, text, on));
        if (!kept)
            return kept.error();
        if (on < house.wish.end)
            house.agenda.add(QDateTime(on, QTime(19, 0), Qt::UTC), [&house, hearing = *kept, text]() mutable {
                hearing.value.outcome = text.at(3).toString();
                return onlyDone(house.services.records.amend(hearing));
            });
        return {};
    });
}

Done addTag(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    return onlyDone(house.services.records.add(ElectronicTag{resident.id, {u"curfew"_s}, house.today(),
        house.today().addDays(60 + random.upTo(60)), QTime(19, 0), QTime(7, 0), {}, u"Monitoring centre, 020 7946 0180"_s}));
}

Done addCustody(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"custody")).toArray();
    const QDate left = house.today().addDays(-1 - random.upTo(90));
    return onlyDone(house.services.records.add(CustodySpell{resident.id, left.addDays(-3 - random.upTo(120)), left, text.at(0).toString(),
        text.at(1).toString(), {text.at(2).toString()}, text.at(3).toString()}));
}

Done addOffence(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"pastOffences")).toArray();
    return onlyDone(house.services.records.add(
        PastOffence{resident.id, text.at(0).toString(), PartialDate::fromText(QString::number(house.today().year() - 3 - random.upTo(12))),
            text.at(1).toString(), text.at(2).toString(), house.today().addDays(180)}));
}

} // namespace

/// Two in five come with an order or a licence; some of them with a tag, or from custody.
Done court(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        if (Done added = addProbation(house); !added)
            return added;
    for (const DemoResidentPtr &resident : day.arriving) {
        if (random.upTo(5) >= 2)
            continue;
        planVisits(day, resident);
        day.at(14, [&house, &random, resident] { return addOrder(house, random, *resident); });
        if (random.oneIn(2) && day.date.addDays(40) < resident->until)
            planHearing(day, resident, day.date.addDays(20 + random.upTo(15)));
        if (random.oneIn(3))
            day.at(15, [&house, &random, resident] { return addTag(house, random, *resident); });
        if (random.oneIn(2))
            day.at(15, [&house, &random, resident] { return addCustody(house, random, *resident); });
        if (random.oneIn(2))
            day.at(16, [&house, &random, resident] { return addOffence(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
