// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include "core/domain/child.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Done addContact(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    return onlyDone(
        house.services.records.add(Contact{resident.id, random.pick(house.list(u"given")).toString() + u' ' + resident.familyName,
            {u"sibling"_s}, u"020 7946 01%1"_s.arg(random.upTo(90) + 10), {}, true, u"That we are all right, nothing else."_s, {}}));
}

Done addChild(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray where = random.pick(house.list(u"children")).toArray();
    Child child;
    child.personId = resident.id;
    child.name = random.pick(house.list(u"given")).toString();
    child.bornOn = PartialDate::fromText(QString::number(house.today().year() - 1 - random.upTo(16)));
    child.livesWhere = where.at(0).toString();
    child.contactWanted = {where.at(1).toString()};
    child.socialWorker = where.at(2).toString();
    return onlyDone(house.services.records.add(child));
}

Done addName(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const bool onTheStreet = random.oneIn(2);
    const QString name = onTheStreet ? random.pick(house.list(u"streetNames")).toString()
                                     : resident.firstName + u' ' + random.pick(house.list(u"family")).toString();
    return onlyDone(house.services.records.add(PersonName{resident.id, {onTheStreet ? u"street_name"_s : u"earlier"_s}, name}));
}

} // namespace

/// Whom they have, and by which other names they are known; who comes back is on file with all of it.
Done family(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.referred) {
        if (resident->returns())
            continue;
        day.at(10, [&house, &random, resident] { return addContact(house, random, *resident); });
        if (random.oneIn(5))
            day.at(10, [&house, &random, resident] { return addName(house, random, *resident); });
        for (int child = random.oneIn(4) ? 1 + random.upTo(2) : 0; child > 0; --child)
            day.on(resident->stay.arrivesOn.addDays(3), 16, [&house, &random, resident] { return addChild(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
