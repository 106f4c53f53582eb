// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/care/intake.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

#include "core/base/anniversary.h"

#include <algorithm>

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
    nameSomebody(house, random, person);
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

QString someCodes(DemoRandom &random, const QJsonArray &codes, int most)
{
    QStringList some;
    for (int i = 1 + random.upTo(most); i > 0; --i)
        if (const QString code = random.pick(codes).toString(); !some.contains(code))
            some.append(code);
    return some.join(u',');
}

ReferralIn referralFor(const DemoHouse &house, DemoRandom &random)
{
    ReferralIn referral;
    referral.receivedOn = house.today();
    referral.how = ReferralInHow(random.upTo(4));
    referral.source = {random.pick(house.list(u"referralSources")).toString()};
    referral.fromWhom = random.pick(house.list(u"referrers")).toString();
    referral.reason = random.pick(house.list(u"reasons")).toString();
    referral.homelessReason = {random.pick(house.list(u"homelessReasons")).toString()};
    referral.lastAccommodation = {random.pick(house.list(u"lastAccommodation")).toString()};
    referral.localConnection = {random.pick(house.list(u"localConnections")).toString()};
    referral.supportNeeds = someCodes(random, house.list(u"supportNeeds"), 4);
    referral.primaryNeed = {referral.supportNeeds.section(u',', 0, 0)};
    referral.inTheirWords = random.pick(house.list(u"inTheirWordsOfComing")).toString();
    referral.heldById = house.someone(random).id;
    referral.nextStep = random.pick(house.list(u"nextSteps")).toString();
    referral.nextOn = house.today().addDays(1 + random.upTo(3));
    return referral;
}

/// What is said of each criterion: mostly that it is met, once in a while waived by a manager.
QList<CriterionAnswer> answersFor(const DemoHouse &house, DemoRandom &random, bool allHold)
{
    QList<CriterionAnswer> answers;
    const auto criteria = house.services.intake.criteria();
    if (!criteria || !*criteria)
        return answers;
    for (const Kept<EntryCriterion> &criterion : (*criteria)->criteria) {
        CriterionAnswer answer{.criterionId = criterion.id, .answer = CriterionAnswered::Met};
        if (random.oneIn(9)) {
            answer.answer = allHold ? CriterionAnswered::Waived : CriterionAnswered::NotMet;
            answer.why = random.pick(house.list(allHold ? u"waivedBecause" : u"notMetBecause")).toString();
        }
        answers.append(answer);
    }
    return answers;
}

Done remember(DemoResident &resident, Id<Person> id, const Person &person, Result<Kept<ReferralIn>> referral)
{
    if (!referral)
        return referral.error();
    resident.id = id;
    resident.firstName = person.givenName;
    resident.familyName = person.familyName;
    resident.referral = std::move(*referral);
    return {};
}

Done referIn(DemoHouse &house, DemoRandom &random, DemoResident &resident)
{
    const ReferralIn referral = referralFor(house, random);
    if (resident.returns()) {
        const auto known = house.services.records.one(house.comingBack.take(resident.stay.returnsFrom));
        return known ? remember(resident, known->id, known->value, house.services.intake.refer(known->id, referral)) : Done(known.error());
    }
    Person person = personFor(house, random, resident.number());
    if (!random.oneIn(12))
        person.keyworkerId = house.team.at(resident.number() % house.team.size()).id;
    auto referred = house.services.intake.refer(person, referral);
    const Id<Person> id = referred ? referred->value.personId : Id<Person>();
    return remember(resident, id, person, std::move(referred));
}

/// The assessment was held, and they get the next room that falls free.
Done accept(DemoHouse &house, DemoRandom &random, DemoResident &resident)
{
    Kept<ReferralIn> referral = *resident.referral;
    referral.value.state = ReferralInState::Accepted;
    referral.value.decidedWhy = random.pick(house.list(u"accepted")).toString();
    referral.value.nextStep = random.pick(house.list(u"nextStepsAfter")).toString();
    referral.value.nextOn = resident.stay.arrivesOn;
    const auto kept = house.services.intake.save(referral, answersFor(house, random, true));
    if (!kept)
        return kept.error();
    const auto arrival = house.services.intake.arrivalOf(resident.id);
    if (!arrival)
        return arrival.error();
    Stay stay = (*arrival)->stay.value;
    stay.expectedOn = resident.stay.arrivesOn;
    stay.expectedWeeks = 104;
    auto planned = house.services.people.saveStay((*arrival)->stay, stay);
    if (planned)
        resident.kept = *planned;
    return onlyDone(planned);
}

Done save(DemoHouse &house, DemoResident &resident, const Stay &stay)
{
    auto saved = house.services.people.saveStay(resident.kept, stay);
    if (saved)
        resident.kept = *saved;
    return onlyDone(saved);
}

Done arrive(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident)
{
    const QTime time(9 + random.upTo(2), 10 * random.upTo(6));
    auto arrived = house.services.intake.arrive(*resident->kept, house.today(), time, house.rooms.at(resident->stay.bed));
    if (!arrived)
        return arrived.error();
    resident->kept = std::move(*arrived);
    house.present.append(resident);
    return {};
}

/// By day, what the night left open.
Done settleIn(DemoHouse &house, DemoRandom &random, DemoResident &resident)
{
    Stay stay = resident.kept->value;
    stay.licenceSignedOn = house.today();
    stay.belongingsSeen = {random.pick(house.list(u"belongingsSeen")).toString()};
    stay.escapePlan = random.pick(house.list(u"escapePlans")).toString();
    QStringList shown;
    for (const ChoiceOption &item : house.services.records.choices().options(u"induction_item"_s))
        shown.append(item.code);
    stay.induction = shown.join(u',');
    stay.leaflets = someCodes(random, house.list(u"leafletsGiven"), 6);
    stay.arrivalOpen = false;
    return save(house, resident, stay);
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
    auto referred = house.services.intake.refer(person, referralFor(house, random));
    const Id<Person> id = referred ? referred->value.personId : Id<Person>();
    return remember(*somebody, id, person, std::move(referred));
}

/// The first free place on the list.
Result<qint64> nextPlace(const DemoHouse &house)
{
    const auto waiting = house.services.records.all<ReferralIn>(
        {.filters = {{u"state"_s, Filter::Comparison::Equals, QString::fromLatin1(codeOf(ReferralInState::WaitingList))}}});
    if (!waiting)
        return waiting.error();
    qint64 last = 0;
    for (const Kept<ReferralIn> &one : *waiting)
        last = std::max(last, one.value.waitingPlace.value_or(0));
    return last + 1;
}

Done turnAway(DemoHouse &house, DemoRandom &random, const DemoResident &somebody)
{
    Kept<ReferralIn> referral = *somebody.referral;
    const bool withdrew = random.oneIn(4);
    const bool waits = referral.value.receivedOn.daysTo(house.wish.end) < 14 && random.oneIn(6);
    referral.value.state = waits ? ReferralInState::WaitingList : withdrew ? ReferralInState::Withdrew : ReferralInState::Declined;
    referral.value.decidedWhy = random.pick(house.list(waits || !withdrew ? u"declined" : u"withdrew")).toString();
    referral.value.pointedTo = random.pick(house.list(u"pointedTo")).toString();
    if (waits) {
        const auto place = nextPlace(house);
        if (!place)
            return place.error();
        referral.value.waitingPlace = *place;
    }
    return onlyDone(house.services.intake.save(referral, answersFor(house, random, withdrew)));
}

} // namespace

/// Referrals to the house, deciding, arriving, leaving. First in the list of those about people: gives residents their record.
Done residents(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    constexpr int kDaysToDecide = 2;
    for (const DemoResidentPtr &resident : day.referred) {
        const DemoStay &stay = resident->stay;
        const QDate latest = std::min(stay.arrivesOn, house.wish.end.addDays(-1));
        const QDate decided = std::max(day.date, std::min(day.date.addDays(random.upTo(kDaysToDecide + 1)), latest));
        day.at(9, [&house, &random, resident] { return referIn(house, random, *resident); });
        day.on(decided, 10, [&house, &random, resident] { return accept(house, random, *resident); });
        day.on(stay.arrivesOn, 11, [&house, &random, resident] { return arrive(house, random, resident); });
        day.on(stay.arrivesOn, 14, [&house, &random, resident] { return settleIn(house, random, *resident); });
        if (stay.leavesOn.isValid())
            day.on(stay.leavesOn, 15, [&house, &random, resident] { return leave(house, random, resident); });
    }
    for (int i = 0; i < day.notOffered; ++i) {
        const auto somebody = std::make_shared<DemoResident>();
        day.at(10, [&house, &random, somebody] { return referInVain(house, random, somebody); });
        day.on(day.date.addDays(1 + random.upTo(6)), 16, [&house, &random, somebody] { return turnAway(house, random, *somebody); });
    }
    return {};
}

} // namespace keywork::demo
