// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

#include "core/base/anniversary.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Person knownPerson(const QJsonArray &parts)
{
    Person person;
    person.givenName = parts.at(0).toString();
    person.familyName = parts.at(1).toString();
    person.pronouns = {parts.at(2).toString()};
    person.bornOn = PartialDate::fromText(parts.at(3).toString());
    person.conditions = parts.at(4).toString();
    person.medicines = parts.at(5).toString();
    person.bloodBorneViruses = parts.at(6).toString();
    return person;
}

Person somebody(const DemoHouse &house, DemoRandom &random)
{
    Person person;
    person.givenName = random.pick(house.list(u"given")).toString();
    person.familyName = random.pick(house.list(u"family")).toString();
    person.pronouns = {random.pick(house.list(u"pronouns")).toString()};
    person.bornOn = PartialDate::fromDate(yearsAfter(house.today(), -20 - random.upTo(40), MonthEnd::LastDay).addDays(-random.upTo(365)));
    person.conditions = random.pick(house.list(u"conditions")).toString();
    return person;
}

Person personFor(const DemoHouse &house, DemoRandom &random, int number)
{
    const QJsonArray known = house.list(u"people");
    Person person = number >= 0 && number < known.size() ? knownPerson(known.at(number).toArray()) : somebody(house, random);
    person.allergiesKnown = {random.oneIn(5) ? u"yes"_s : u"none_known"_s};
    if (person.allergiesKnown.code == u"yes")
        person.allergies = u"Penicillin: rash"_s;
    person.gpPractice = u"Cairn Road Surgery"_s;
    person.gpTelephone = u"020 7946 0155"_s;
    person.gpRegistered = {u"yes"_s};
    person.mayRing = {u"yes"_s};
    person.maySayLivesHere = {u"no"_s};
    person.languages = u"English"_s;
    if (random.oneIn(3))
        person.notSaid.reasons.insert(u"ethnicity"_s, NotSaidReason::PrefersNot);
    return person;
}

Stay stayFor(const DemoHouse &house, DemoRandom &random)
{
    Stay stay;
    stay.referredOn = house.today();
    stay.referralSource = {random.pick(house.list(u"referralSources")).toString()};
    stay.referralReason = random.pick(house.list(u"reasons")).toString();
    return stay;
}

Done referBack(DemoHouse &house, DemoResident &resident, Stay stay)
{
    const auto person = house.services.records.one(house.comingBack.take(resident.stay.returnsFrom));
    if (!person)
        return person.error();
    stay.personId = person->id;
    resident.id = person->id;
    resident.firstName = person->value.givenName;
    resident.familyName = person->value.familyName;
    auto saved = house.services.people.saveStay({}, stay);
    if (saved)
        resident.kept = *saved;
    return onlyDone(saved);
}

Done referIn(DemoHouse &house, DemoRandom &random, DemoResident &resident)
{
    Stay stay = stayFor(house, random);
    stay.decision = ReferralDecision::Accepted;
    stay.expectedOn = resident.stay.arrivesOn;
    stay.expectedWeeks = 104;
    if (resident.returns())
        return referBack(house, resident, stay);
    Person person = personFor(house, random, resident.number());
    if (!random.oneIn(12))
        person.keyworkerId = house.team.at(resident.number() % house.team.size()).id;
    const auto taken = house.services.people.takeIn(person, stay);
    if (!taken)
        return taken.error();
    resident.id = taken->id;
    resident.firstName = person.givenName;
    resident.familyName = person.familyName;
    const auto stays = house.services.records.of<Stay>("person_id", taken->id);
    if (!stays)
        return stays.error();
    resident.kept = stays->first();
    return {};
}

Done save(DemoHouse &house, DemoResident &resident, const Stay &stay)
{
    auto saved = house.services.people.saveStay(resident.kept, stay);
    if (saved)
        resident.kept = *saved;
    return onlyDone(saved);
}

Done arrive(DemoHouse &house, const DemoResidentPtr &resident)
{
    Stay stay = resident->kept->value;
    stay.arrivedOn = house.today();
    stay.roomId = house.rooms.at(resident->stay.bed);
    house.present.append(resident);
    return save(house, *resident, stay);
}

Done leave(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident)
{
    const QJsonArray how = random.pick(house.list(u"leaving")).toArray();
    Stay stay = resident->kept->value;
    stay.leftOn = house.today();
    stay.leavingReason = {how.at(0).toString()};
    stay.destination = {how.at(1).toString()};
    house.present.removeOne(resident);
    if (resident->stay.comesBack)
        house.comingBack.insert(resident->number(), resident->id);
    return save(house, *resident, stay);
}

/// Somebody for whom no room falls free: decided within a week, unless the week is not over yet.
Done referInVain(DemoHouse &house, DemoRandom &random, const std::shared_ptr<DemoResident> &somebody)
{
    const Person person = personFor(house, random, -1);
    const Stay stay = stayFor(house, random);
    const auto taken = house.services.people.takeIn(person, stay);
    if (!taken)
        return taken.error();
    somebody->id = taken->id;
    const auto stays = house.services.records.of<Stay>("person_id", taken->id);
    if (stays)
        somebody->kept = stays->first();
    return onlyDone(stays);
}

Done turnAway(DemoHouse &house, DemoRandom &random, DemoResident &somebody)
{
    Stay stay = somebody.kept->value;
    const bool withdrew = random.oneIn(4);
    const bool waits = stay.referredOn.daysTo(house.wish.end) < 14 && random.oneIn(6);
    stay.decision = waits ? ReferralDecision::WaitingList : withdrew ? ReferralDecision::Withdrew : ReferralDecision::Declined;
    stay.decisionReason = random.pick(house.list(waits || !withdrew ? u"declined" : u"withdrew")).toString();
    return save(house, somebody, stay);
}

} // namespace

/// Referrals to the house, arriving, leaving. First in the list of those about people: gives residents their record.
Done residents(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.referred) {
        day.at(9, [&house, &random, resident] { return referIn(house, random, *resident); });
        day.on(resident->stay.arrivesOn, 11, [&house, resident] { return arrive(house, resident); });
        if (resident->stay.leavesOn.isValid())
            day.on(resident->stay.leavesOn, 15, [&house, &random, resident] { return leave(house, random, resident); });
    }
    for (int i = 0; i < day.notOffered; ++i) {
        const auto somebody = std::make_shared<DemoResident>();
        day.at(10, [&house, &random, somebody] { return referInVain(house, random, somebody); });
        day.on(day.date.addDays(1 + random.upTo(6)), 16, [&house, &random, somebody] { return turnAway(house, random, *somebody); });
    }
    return {};
}

} // namespace keywork::demo
