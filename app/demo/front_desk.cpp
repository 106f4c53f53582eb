// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/front_desk.h"
#include "app/demo/areas.h"
#include "core/services/house/presence.h"
#include "core/services/house/roll_calls.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kMovementDays = 14; ///< before the end: what the desk said a year ago nobody reads, and it would fill the file
constexpr int kVisitDays = 28;
constexpr int kDrillDays = 91;

int daysToEnd(const DemoDay &day) { return int(day.date.daysTo(day.house.wish.end)); }

/// As somebody at the desk sees them go or come; whoever is away is nowhere to be seen.
Done passesDesk(DemoHouse &house, Id<Person> person, DeskDirection direction)
{
    const auto now = readPresence(house.services.records, house.clock.now(), {person.value});
    if (!now)
        return now.error();
    const auto state = now->states.constFind(person.value);
    if (state == now->states.constEnd() || state->where == Whereabouts::Away)
        return {};
    if (direction == DeskDirection::Out && state->where == Whereabouts::Out)
        return {};
    const bool saysWhen = direction == DeskDirection::Out && person.value % 4 == 0;
    return onlyDone(
        house.services.presence.put(person, direction, saysWhen ? std::optional(house.clock.now().addSecs(4 * 3600)) : std::nullopt));
}

/// What a rule of the desk refuses or asks about does not happen.
template <class T> Done unlessRefused(const Result<T> &kept)
{
    return kept || kept.error().kind == ErrorKind::Invalid ? Done() : Done(kept.error());
}

Done visits(DemoHouse &house, DemoRandom &random, Id<Person> host, const std::shared_ptr<Id<Visitor>> &kept)
{
    Visitor visitor;
    visitor.name = random.pick(house.list(u"visitorNames")).toString();
    visitor.personId = host;
    visitor.cameAt = house.clock.now();
    visitor.idSeen = random.oneIn(3) ? IdSeen::Known : random.oneIn(6) ? IdSeen::NotSeen : IdSeen::Seen;
    if (visitor.idSeen == IdSeen::Seen)
        visitor.idKind = {random.oneIn(2) ? u"driving_licence"_s : u"bank_card"_s};
    visitor.note = random.pick(house.list(u"visitorNotes")).toString();
    const auto added = house.services.records.add(visitor);
    if (added)
        *kept = added->id;
    return unlessRefused(added);
}

void planVisit(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const DemoResidentPtr host = random.pick(house.present);
    const auto kept = std::make_shared<Id<Visitor>>();
    const int hour = 13 + random.upTo(6);
    day.at(hour, [&house, &random, host, kept] { return visits(house, random, host->id, kept); });
    day.at(hour + 1 + random.upTo(2), [&house, kept] { return *kept ? house.services.frontDesk.visitorLeft(*kept) : Done(); });
}

Done contractorComes(DemoHouse &house, DemoRandom &random, const std::shared_ptr<Id<Contractor>> &kept)
{
    const QJsonArray text = random.pick(house.list(u"contractorVisits")).toArray();
    Contractor contractor{.firm = text.at(0).toString(),
        .name = text.at(1).toString(),
        .whatFor = text.at(2).toString(),
        .where = text.at(3).toString(),
        .cameAt = house.clock.now()};
    contractor.checked = random.oneIn(3) ? ContractorCheck::NotAlone : ContractorCheck::Escorted;
    if (contractor.checked == ContractorCheck::Escorted)
        contractor.escortId = house.someone(random).id;
    const auto added = house.services.records.add(contractor);
    if (added)
        *kept = added->id;
    return onlyDone(added);
}

void planContractor(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const auto kept = std::make_shared<Id<Contractor>>();
    day.at(10, [&house, &random, kept] { return contractorComes(house, random, kept); });
    day.at(12 + random.upTo(3), [&house, kept] { return *kept ? house.services.frontDesk.contractorLeft(*kept) : Done(); });
}

void planDelivery(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const DemoResidentPtr resident = random.pick(house.present);
    const QJsonArray text = random.pick(house.list(u"deliveryThings")).toArray();
    const QString place = random.pick(house.list(u"deliveryPlaces")).toString();
    const auto kept = std::make_shared<Id<Delivery>>();
    day.at(11, [&house, resident, text, place, kept] {
        const auto added = house.services.records.add(Delivery{.personId = resident->id,
            .what = text.at(0).toString(),
            .sender = text.at(1).toString(),
            .cameAt = house.clock.now(),
            .keptWhere = place});
        if (added)
            *kept = added->id;
        return unlessRefused(added);
    });
    if (!random.oneIn(8)) // some lie there for long
        day.on(
            day.date.addDays(random.upTo(3)), 17, [&house, kept] { return *kept ? house.services.frontDesk.handedOver(*kept) : Done(); });
}

void planShift(DemoDay &day)
{
    auto &house = day.house;
    if (house.team.isEmpty())
        return;
    const Id<Staff> member = house.someone(day.random).id;
    const auto kept = std::make_shared<Id<StaffPresence>>();
    day.at(9, [&house, member, kept] {
        const auto came = house.services.frontDesk.staffCame(member);
        if (came)
            *kept = came->id;
        return unlessRefused(came);
    });
    day.at(17, [&house, kept] { return *kept ? house.services.frontDesk.staffLeft(*kept) : Done(); });
}

Done barSomebody(DemoHouse &house, DemoRandom &random, const QJsonArray &text)
{
    Barring barring;
    barring.name = text.at(0).toString();
    barring.described = text.at(1).toString();
    barring.reason = text.at(2).toString();
    barring.fromOn = house.today();
    barring.untilOn = barring.fromOn.addDays(text.at(3).toInt());
    barring.reviewOn = barring.fromOn.addDays(text.at(3).toInt() / 2);
    barring.decidedById = house.someone(random).id;
    barring.appeal = BarringAppeal::Told;
    return onlyDone(house.services.records.add(barring));
}

Done tickEverybody(DemoHouse &house, DemoRandom &random, Id<RollCall> call)
{
    const auto now = house.services.rollCalls.read(call);
    if (!now)
        return now.error();
    bool leavesOne = random.oneIn(3); // one in so many drills shows somebody who stayed in bed
    for (const RollLine &line : now->lines) {
        if (!isLookedFor(line.entry))
            continue;
        if (leavesOne && line.entry.sort == RollSort::Resident && !line.entry.needsHelp) {
            leavesOne = false;
            continue;
        }
        if (Done done = house.services.rollCalls.tick(line.line.id, true); !done)
            return done;
    }
    return {};
}

Done drill(DemoHouse &house, DemoRandom &random)
{
    const auto call = house.services.rollCalls.begin();
    if (!call)
        return call.error();
    if (Done done = tickEverybody(house, random, *call); !done)
        return done;
    return house.services.rollCalls.end(*call, random.oneIn(4) ? RollCallKind::FalseAlarm : RollCallKind::Drill,
        random.pick(house.list(u"drillPlaces")).toString(), random.pick(house.list(u"drillNotes")).toString());
}

} // namespace

/// A drill a quarter over the years; the rest of the desk in the last weeks alone.
Done frontDesk(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const int left = daysToEnd(day);
    if (house.present.isEmpty())
        return {};
    if (left % kDrillDays == 30)
        day.at(14, [&house, &random] { return drill(house, random); });
    if (left < kMovementDays) {
        planShift(day);
        for (const DemoResidentPtr &resident : std::as_const(house.present)) {
            if (random.oneIn(6))
                continue; // stays in
            day.at(9 + random.upTo(4), [&house, resident] { return passesDesk(house, resident->id, DeskDirection::Out); });
            if (!random.oneIn(9))
                day.at(14 + random.upTo(7), [&house, resident] { return passesDesk(house, resident->id, DeskDirection::In); });
        }
    }
    if (left < kVisitDays && !random.oneIn(3))
        planVisit(day);
    if (left < kVisitDays && left % 9 == 4)
        planContractor(day);
    if (left < kVisitDays && random.oneIn(3))
        planDelivery(day);
    const QJsonArray barrings = house.list(u"barrings");
    for (int i = 0; i < barrings.size(); ++i)
        if (left == 12 + 9 * i)
            day.at(16, [&house, &random, text = barrings.at(i).toArray()] { return barSomebody(house, random, text); });
    return {};
}

} // namespace keywork::demo
