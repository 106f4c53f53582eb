// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/drug_alerts.h"
#include "app/demo/areas.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kDaysBetweenAlerts = 100; ///< on average
constexpr int kFirstAlertAfter = 40; ///< days: by then there is a catalogue

using DrugAlertPtr = std::shared_ptr<std::optional<Kept<DrugAlert>>>;

Done issueAlert(DemoHouse &house, const QJsonArray &text, const DrugAlertPtr &kept)
{
    DrugAlert alert;
    const auto substance
        = house.services.records.all<Substance>({.filters = {{u"code"_s, Filter::Comparison::Equals, text.at(0).toString()}}});
    if (!substance)
        return substance.error();
    if (!substance->isEmpty())
        alert.soldAsId = substance->first().id;
    alert.soldAs = text.at(1).toString();
    alert.look = text.at(2).toString();
    alert.contains = text.at(3).toString();
    alert.effects = text.at(4).toString();
    alert.issuer = text.at(5).toString();
    alert.grade = text.at(6).toString();
    alert.area = text.at(7).toString();
    alert.ground = *fromCode<AlertGround>(text.at(8).toString());
    alert.fromOn = house.today();
    alert.untilOn = alert.fromOn.addDays(kAlertHoldsDays - 1);
    auto added = house.services.records.add(alert);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

/// Whoever is in at that hour.
Done tellThem(DemoHouse &house, DemoRandom &random, const DrugAlertPtr &kept, int oneStaysUntoldIn)
{
    QList<Id<Person>> people;
    for (const DemoResidentPtr &resident : house.present)
        if (!random.oneIn(oneStaysUntoldIn))
            people.append(resident->id);
    return *kept ? house.services.drugAlerts.tell((*kept)->id, people) : Done();
}

Done endAlert(DemoHouse &house, DemoRandom &random, const DrugAlertPtr &kept)
{
    auto now = house.services.records.one((*kept)->id);
    if (!now)
        return now.error();
    now->value.endedOn = house.today();
    now->value.endedWhy = random.pick(house.list(u"drugAlertEnded")).toString();
    return onlyDone(house.services.records.amend(*now));
}

} // namespace

/// Three or four a year. Most residents are told on the day, the others on the next; each alert is ended by a decision.
Done drugAlerts(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (house.calendar.start().daysTo(day.date) < kFirstAlertAfter || !random.oneIn(kDaysBetweenAlerts))
        return {};
    const auto kept = std::make_shared<std::optional<Kept<DrugAlert>>>();
    const QJsonArray text = random.pick(house.list(u"drugAlerts")).toArray();
    day.at(11, [&house, text, kept] { return issueAlert(house, text, kept); });
    day.at(16, [&house, &random, kept] { return tellThem(house, random, kept, 4); });
    day.on(day.date.addDays(1), 12, [&house, &random, kept] { return tellThem(house, random, kept, 12); });
    day.on(day.date.addDays(24 + random.upTo(20)), 15, [&house, &random, kept] { return *kept ? endAlert(house, random, kept) : Done(); });
    return {};
}

} // namespace keywork::demo
