// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "app/demo/areas.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

const QString kAdultCare = u"adult_social_care"_s;

/// Of their own: no other area sends anybody there.
Done addAdultCare(DemoHouse &house)
{
    Agency agency;
    agency.name = u"Council, adult social care"_s;
    agency.category = {kAdultCare};
    agency.telephone = u"020 7946 0140"_s;
    return onlyDone(house.services.records.add(agency));
}

Result<Id<Agency>> adultCareOf(const DemoHouse &house)
{
    const auto found
        = house.services.records.all<Agency>({.filters = {{u"category"_s, Filter::Comparison::Equals, QString(kAdultCare)}}, .limit = 1});
    if (!found)
        return found.error();
    return found->isEmpty() ? Id<Agency>() : found->first().id;
}

/// A line of the texts: kind, place, what was seen, wish, their words, decision, why, plan, outcome.
SafeguardingConcern concernOf(const DemoHouse &house, const QJsonArray &text, const DemoResident &resident)
{
    SafeguardingConcern concern;
    concern.personId = resident.id;
    concern.kind = {text.at(0).toString()};
    concern.place = text.at(1).toString();
    concern.seenAt = house.clock.now().addSecs(-1800);
    concern.whatWasSeen = text.at(2).toString();
    concern.wish = fromCode<ConcernWish>(text.at(3).toString()).value_or(ConcernWish::NotAskedYet);
    concern.theirWords = text.at(4).toString();
    return concern;
}

Done decideConcern(DemoHouse &house, DemoRandom &random, Kept<SafeguardingConcern> kept, const QJsonArray &text)
{
    SafeguardingConcern &concern = kept.value;
    concern.state = ConcernState::InHand;
    concern.leadId = house.someone(random).id;
    concern.capacity = {u"able"_s};
    concern.capacityWhy = u"Could say what may happen, and what was offered."_s;
    concern.coercion = {u"not_known"_s};
    concern.othersAtRisk = {u"no"_s};
    concern.decision = {text.at(5).toString()};
    concern.decidedOn = house.today();
    concern.decisionWhy = text.at(6).toString();
    concern.protectionPlan = text.at(7).toString();
    concern.reviewOn = house.today().addDays(28);
    if (concern.decision.code == u"refer") {
        const auto council = adultCareOf(house);
        if (!council)
            return council.error();
        concern.agencyId = *council;
        concern.referredOn = house.today();
        concern.theirReference = u"ASC-%1"_s.arg(10000 + random.upTo(80000));
    }
    SafeguardingStep step;
    step.doneAt = house.clock.now();
    step.what = u"Sat down with them, said what was seen and asked what they want."_s;
    step.byId = concern.leadId;
    Family family;
    family.head = untyped(kept);
    KeptRow part;
    part.row = toRow(step);
    family.parts.append(part);
    return onlyDone(house.services.families.save(family, {}));
}

Done closeConcern(DemoHouse &house, Id<SafeguardingConcern> id, const QJsonArray &text)
{
    auto kept = house.services.records.one(id);
    if (!kept)
        return kept.error();
    kept->value.state = ConcernState::Closed;
    kept->value.outcome = text.at(8).toString();
    kept->value.closedOn = house.today();
    return onlyDone(house.services.records.amend(*kept));
}

Done raiseConcern(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"safeguarding")).toArray();
    const auto kept = house.services.records.add(concernOf(house, text, resident));
    if (!kept)
        return kept.error();
    const auto later = [&house](int days, DemoAgenda::Event event) { // nothing happens after the end
        if (house.today().addDays(days) <= house.wish.end)
            house.agenda.add(house.clock.now().addDays(days), std::move(event));
    };
    later(1, [&house, &random, concern = *kept, text] { return decideConcern(house, random, concern, text); });
    later(26, [&house, id = kept->id, text] { return closeConcern(house, id, text); });
    return {};
}

} // namespace

/// One in six during their stay; the lead looks at each on the next day, and most are closed within a month.
Done safeguarding(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        if (Done added = addAdultCare(house); !added)
            return added;
    for (const DemoResidentPtr &resident : day.arriving) {
        const QDate on = day.date.addDays(5 + random.upTo(60));
        if (random.oneIn(6) && on < resident->until)
            day.on(on, 17, [&house, &random, resident] { return raiseConcern(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
