// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/overdose_rule.h"
#include "core/services/care/risks.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kLookedAtEvery = 28; // days

Risk toldRisk(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const QJsonArray &text)
{
    Risk risk;
    risk.personId = resident.id;
    risk.kind = {text.at(0).toString()};
    risk.whatMayHappen = text.at(1).toString();
    risk.triggers = text.at(2).toString();
    risk.earlySigns = text.at(3).toString();
    risk.protects = text.at(4).toString();
    risk.plan = text.at(5).toString();
    risk.whoMustKnow = text.at(6).toString();
    risk.likelihood = text.at(7).toInt();
    risk.impact = text.at(8).toInt();
    risk.tolerance = random.pick(house.list(u"tolerance")).toString();
    risk.reviewedOn = house.today();
    risk.reviewOn = house.today().addDays(kLookedAtEvery + 14);
    return risk;
}

Done addRisk(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const QJsonArray &text)
{
    const auto kept = house.services.records.add(toldRisk(house, random, resident, text));
    if (!kept || !kept->value.isHigh() || random.oneIn(6))
        return onlyDone(kept);
    return onlyDone(house.services.risks.approve(kept->id));
}

/// What there is is looked at again; now and then something is no risk any more.
Done lookAgain(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const auto risks = house.services.records.of<Risk>("person_id", resident.id);
    if (!risks)
        return risks.error();
    for (Kept<Risk> risk : *risks) {
        if (risk.value.endedOn || random.oneIn(12))
            continue;
        risk.value.reviewedOn = house.today();
        risk.value.reviewOn = house.today().addDays(kLookedAtEvery + 14);
        if (random.oneIn(15))
            risk.value.endedOn = house.today();
        const auto amended = house.services.records.amend(risk);
        if (!amended)
            return amended.error();
    }
    return {};
}

Done recordLevel(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    if (Done looked = lookAgain(house, random, resident); !looked)
        return looked;
    const auto picture = house.services.risks.overdose(resident.id);
    if (!picture)
        return picture.error();
    OverdoseLevel level;
    level.personId = resident.id;
    level.level = picture->reading.suggestsHigh() ? OverdoseLevelKind::High
        : picture->reading.facts.isEmpty()        ? OverdoseLevelKind::NotKnown
                                                  : OverdoseLevelKind::Raised;
    if (level.level == OverdoseLevelKind::NotKnown)
        level.notKnownSince = house.today();
    level.reason = random.pick(house.list(u"levelReasons")).toString();
    level.reviewOn = house.today().addDays(kLookedAtEvery + 3);
    level.naloxoneOffered = {random.oneIn(8) ? u"no"_s : u"yes"_s};
    if (!random.oneIn(8))
        level.checks = random.pick(house.list(u"levelChecks")).toString();
    return onlyDone(house.services.records.add(level));
}

Done makePlan(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"safetyPlans")).toArray();
    SafetyPlan plan;
    plan.personId = resident.id;
    plan.madeOn = house.today();
    plan.warningSigns = text.at(0).toString();
    plan.whatHelps = text.at(1).toString();
    plan.peopleAndPlaces = text.at(2).toString();
    plan.whomToRing = text.at(3).toString();
    plan.makingSafe = text.at(4).toString();
    plan.reasons = text.at(5).toString();
    plan.onSheet = {random.oneIn(3) ? u"no"_s : u"yes"_s};
    plan.reviewOn = house.today().addDays(90);
    return onlyDone(house.services.records.add(plan));
}

using SeenPtr = std::shared_ptr<std::optional<Kept<SeemedIntoxicated>>>;

Done see(DemoHouse &house, DemoRandom &random, Id<Person> person, const SeenPtr &kept)
{
    const QJsonArray text = random.pick(house.list(u"seemedIntoxicated")).toArray();
    SeemedIntoxicated seen;
    seen.personId = person;
    seen.seenAt = house.clock.now().addSecs(-60LL * (5 + random.upTo(40)));
    seen.signs = text.at(0).toString();
    seen.otherSigns = text.at(1).toString();
    seen.substance = text.at(2).toString();
    seen.checks = text.at(3).toString();
    auto added = house.services.records.add(seen);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done talkAfterwards(DemoHouse &house, const SeenPtr &kept)
{
    (*kept)->value.seenAgainAt = (*kept)->value.seenAt.addSecs(3LL * 3600);
    (*kept)->value.talkedOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

/// Now and then somebody comes in unsteady; most are talked with within three days.
void seemIntoxicated(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (house.present.isEmpty() || random.upTo(300) >= int(house.present.size()))
        return;
    const DemoResidentPtr resident = random.pick(house.present);
    const auto kept = std::make_shared<std::optional<Kept<SeemedIntoxicated>>>();
    day.at(14 + random.upTo(7), [&house, &random, id = resident->id, kept] { return see(house, random, id, kept); });
    if (const QDate talk = day.date.addDays(1 + random.upTo(2)); !random.oneIn(5) && talk < resident->until)
        day.on(talk, 11, [&house, kept] { return *kept ? talkAfterwards(house, kept) : Done(); });
}

/// Reviews of substance use are six weeks apart here, as the drug service agreed.
Done setRule(DemoHouse &house)
{
    return onlyDone(house.services.records.add(OverdoseRule{
        OverdoseFactKind::NotKnown, 42, false, u"Reviews are six weeks apart here; agreed with Jo Mensah of the drug service."_s}));
}

} // namespace

/// What may happen and what is done about it, from the first week on; the level of overdose risk every four weeks.
Done risk(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        day.at(10, [&house] { return setRule(house); });
    seemIntoxicated(day);
    for (const DemoResidentPtr &resident : day.arriving) {
        QJsonArray texts = house.list(u"risks");
        for (int count = 1 + random.upTo(2); count > 0; --count) {
            const int which = random.upTo(int(texts.size()));
            const QJsonArray text = texts.at(which).toArray();
            texts.removeAt(which); // nobody has the same one twice
            const QDate when = day.date.addDays(random.upTo(6));
            if (when < resident->until)
                day.on(when, 15, [&house, &random, resident, text] { return addRisk(house, random, *resident, text); });
        }
        const QDate plan = day.date.addDays(3 + random.upTo(20));
        if (random.oneIn(3) && plan < resident->until)
            day.on(plan, 16, [&house, &random, resident] { return makePlan(house, random, *resident); });
        for (QDate next = day.date.addDays(1 + random.upTo(3)); next < resident->until; next = next.addDays(kLookedAtEvery))
            day.on(next, 17, [&house, &random, resident] { return recordLevel(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
