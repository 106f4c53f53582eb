// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/merging.h"
#include "core/services/records/people.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// Somebody who is here already, referred once more by a service that knows their name by ear.
Done referAgain(DemoHouse &house, const DemoResidentPtr &resident, const std::shared_ptr<Id<Person>> &twice)
{
    const auto known = house.services.records.one(resident->id);
    if (!known)
        return known.error();
    Person person;
    person.givenName = known->value.givenName;
    person.familyName = known->value.familyName;
    person.bornOn = known->value.bornOn;
    Stay stay;
    stay.referredOn = house.today();
    stay.notComing = true; // they have a room here already
    const auto taken = house.services.people.takeIn(person, stay);
    if (!taken)
        return taken.error();
    *twice = taken->id;
    return {};
}

Done makeOne(DemoHouse &house, const DemoResidentPtr &resident, const Id<Person> &twice)
{
    if (!twice)
        return {};
    return onlyDone(house.services.merging.merge({.stays = resident->id,
        .goes = twice,
        .taken = {},
        .because = u"Same name and birth date, and they say so themselves"_s,
        .evenIfBothWereHere = false}));
}

Done sayDifferent(DemoHouse &house, const DemoResidentPtr &one, const DemoResidentPtr &other)
{
    return onlyDone(house.services.merging.notTheSame(one->id, other->id, u"Cousins; both were asked"_s));
}

} // namespace

/// Now and then somebody is referred a second time, and a manager makes the two records one.
Done doubles(DemoDay &day)
{
    constexpr int kDaysUntilNoticed = 3;
    auto &house = day.house;
    auto &random = day.random;
    const bool fits = day.date.addDays(kDaysUntilNoticed) < house.wish.end && house.present.size() > 1;
    if (!fits || !random.oneIn(90))
        return {};
    const DemoResidentPtr resident = random.pick(house.present);
    const DemoResidentPtr other = house.present.first() == resident ? house.present.last() : house.present.first();
    const auto twice = std::make_shared<Id<Person>>();
    day.at(16, [&house, resident, twice] { return referAgain(house, resident, twice); });
    day.at(17, [&house, resident, other] { return sayDifferent(house, resident, other); });
    day.on(day.date.addDays(kDaysUntilNoticed), 10, [&house, resident, twice] { return makeOne(house, resident, *twice); });
    return {};
}

} // namespace keywork::demo
