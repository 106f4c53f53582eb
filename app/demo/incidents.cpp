// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/families.h"

#include "core/domain/incident.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// As it stands in resources/demo/incidents.json: kind, place, what happened, what was done, who was in it and how.
struct Told {
    explicit Told(const QJsonArray &text)
        : people(text.at(4).toArray())
    {
        incident.kind = {text.at(0).toString()};
        incident.place = text.at(1).toString();
        incident.whatHappened = text.at(2).toString();
        incident.whatWasDone = text.at(3).toString();
    }
    Incident incident;
    QJsonArray people; ///< "resident:affected:what happened to them"
};

IncidentPerson partOf(const QString &told, DemoHouse &house, DemoRandom &random, QList<DemoResidentPtr> &residents)
{
    IncidentPerson part;
    part.who = *fromCode<InvolvedWho>(told.section(u':', 0, 0));
    part.role = {told.section(u':', 1, 1)};
    const QString words = told.section(u':', 2);
    if (part.who == InvolvedWho::Visitor) {
        part.described = words;
        return part;
    }
    part.about = words;
    if (part.who == InvolvedWho::Staff)
        part.staffId = house.someone(random).id;
    else
        part.personId = residents.takeAt(random.upTo(int(residents.size())))->id;
    return part;
}

Done happens(DemoHouse &house, DemoRandom &random, const Told &told, int minutesAgo)
{
    QList<DemoResidentPtr> residents = house.present;
    Family family;
    Incident incident = told.incident;
    incident.happenedAt = house.clock.now().addSecs(-60LL * minutesAgo);
    family.head.row = toRow(incident);
    for (const QJsonValue &one : told.people) {
        if (one.toString().startsWith(u"resident") && residents.isEmpty())
            return {}; // nobody left whom it could have happened to
        KeptRow part;
        part.row = toRow(partOf(one.toString(), house, random, residents));
        family.parts.append(part);
    }
    return onlyDone(house.services.families.save(family, {}));
}

} // namespace

/// Two to four a month in a house of this size, most of them small; near misses are logged too, now and then an overdose.
/// Most are logged within the hour, those of the night in the morning.
Done incidents(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (random.upTo(200) >= int(house.present.size()))
        return {};
    const Told told(random.pick(house.list(u"incidents")).toArray());
    const bool atNight = random.oneIn(3);
    const int minutesAgo = atNight ? 120 + random.upTo(360) : 5 + random.upTo(50);
    day.at(atNight ? 9 : 13 + random.upTo(9), [&house, &random, told, minutesAgo] { return happens(house, random, told, minutesAgo); });
    return {};
}

} // namespace keywork::demo
