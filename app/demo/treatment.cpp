// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment.h"
#include "app/demo/areas.h"
#include "core/domain/aftercare.h"
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Id<Agency> treatmentServiceOf(const DemoHouse &house)
{
    for (const Kept<Agency> &agency : house.agencies)
        if (agency.value.category.code == u"drug_alcohol_treatment"_s)
            return agency.id;
    return {};
}

template <class T> KeptRow partRow(const T &part)
{
    KeptRow row;
    row.row = toRow(part);
    return row;
}

TreatmentPart partFrom(TreatmentKind kind, TreatmentState state, std::optional<QDate> since)
{
    TreatmentPart part;
    part.kind = kind;
    part.state = state;
    part.since = since;
    return part;
}

/// What most begin with; one in three also thinks about rehab, one in four goes to meetings.
QList<KeptRow> partsAtFirst(DemoRandom &random, QDate started)
{
    using enum TreatmentKind;
    using enum TreatmentState;
    QList<KeptRow> parts;
    if (!random.oneIn(4))
        parts.append(partRow(partFrom(SubstitutePrescribing, UnderWay, started)));
    parts.append(partRow(partFrom(random.oneIn(3) ? TalkingGroup : TalkingOneToOne, UnderWay, started)));
    if (random.oneIn(3))
        parts.append(partRow(partFrom(ResidentialRehab, Considering, {})));
    if (random.oneIn(4))
        parts.append(partRow(partFrom(MutualAid, UnderWay, started)));
    return parts;
}

Done beginTreatment(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    TreatmentEpisode episode;
    episode.personId = resident.id;
    episode.agencyId = treatmentServiceOf(house);
    episode.keyworkerThere = random.pick(house.list(u"treatmentKeyworkers")).toString();
    episode.referredOn = house.today().addDays(-7 - random.upTo(14));
    episode.firstOn = house.today();
    episode.startedOn = house.today();
    episode.optionsExplained = {u"yes"_s};
    episode.sampleTaken = {random.oneIn(3) ? u"no"_s : u"yes"_s};
    episode.planSignedOn = house.today();
    episode.groupOffered = {u"yes"_s};
    episode.familyTold = {random.oneIn(2) ? u"yes"_s : u"no"_s};
    episode.theirPlan = random.oneIn(3) ? TheirPlan::Held : TheirPlan::Seen;
    episode.theirPlanOn = house.today();
    episode.reviewOn = house.today().addDays(84);
    Family family;
    family.head.row = toRow(episode);
    family.parts = partsAtFirst(random, house.today());
    return onlyDone(house.services.families.save(family, {}));
}

/// The episode of a resident that goes on, with its parts; a head of id 0 when there is none.
Result<Family> openEpisode(const DemoHouse &house, Id<Person> person)
{
    const auto all = house.services.records.of<TreatmentEpisode>("person_id", person);
    if (!all)
        return all.error();
    for (const Kept<TreatmentEpisode> &one : *all)
        if (one.value.isOpen())
            return house.services.families.one(recordType<TreatmentEpisode>(), one.id.value);
    return Family();
}

/// Every twelve weeks, with the day of the next one.
Done reviewTreatment(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    auto family = openEpisode(house, resident.id);
    if (!family || family->head.id == 0)
        return family ? Done() : Done(family.error());
    TreatmentReview review;
    review.heldOn = house.today();
    review.withWhom = random.pick(house.list(u"treatmentKeyworkers")).toString();
    review.said = random.pick(house.list(u"treatmentReviews")).toString();
    review.nextOn = house.today().addDays(84);
    family->parts.append(partRow(review));
    return onlyDone(house.services.families.save(*family, {}));
}

Done endTreatment(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    using enum TreatmentEnding;
    auto family = openEpisode(house, resident.id);
    if (!family || family->head.id == 0)
        return family ? Done() : Done(family.error());
    const auto how = random.pick(QList<TreatmentEnding>{Completed, Completed, StoppedAttending, Withdrew, Transferred});
    const QString today = house.today().toString(Qt::ISODate);
    family->head.row.set(u"ended_on"_s, today);
    family->head.row.set(u"how_ended"_s, QString::fromLatin1(codeOf(how)));
    for (KeptRow &part : family->parts)
        if (part.row.text(u"state"_s) == u"under_way"_s) {
            part.row.set(u"state"_s, u"ended"_s);
            part.row.set(u"ended_on"_s, today);
        }
    return onlyDone(house.services.families.save(*family, {}));
}

Done sayWhoMayBeTold(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    TreatmentAgreement agreement;
    agreement.personId = resident.id;
    agreement.agencyId = treatmentServiceOf(house);
    agreement.fromOn = house.today();
    Family family;
    family.head.row = toRow(agreement);
    MayBeTold here;
    here.who = ToldWho::ThisHouse;
    family.parts.append(partRow(here));
    if (random.oneIn(2)) {
        const QJsonArray text = random.pick(house.list(u"mayBeTold")).toArray();
        MayBeTold somebody;
        somebody.name = text.at(0).toString();
        somebody.relation = text.at(1).toString();
        somebody.what = text.at(2).toString();
        family.parts.append(partRow(somebody));
    }
    return onlyDone(house.services.families.save(family, {}));
}

/// Sent today; the panel meets in three weeks and mostly agrees, with conditions.
Done askPanel(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    TreatmentPanel panel;
    panel.personId = resident.id;
    panel.kind = random.oneIn(2) ? PanelAbout::ResidentialRehab : PanelAbout::DetoxInpatient;
    panel.sentOn = house.today();
    panel.panelOn = house.today().addDays(21);
    Family family;
    family.head.row = toRow(panel);
    for (const QJsonValue &what : house.list(u"panelRequirements")) {
        PanelRequirement asked;
        asked.what = what.toString();
        asked.met = random.oneIn(3) ? PanelMet::NotYet : PanelMet::Met;
        family.parts.append(partRow(asked));
    }
    const auto kept = house.services.families.save(family, {});
    if (!kept)
        return kept.error();
    const QDate meets = *panel.panelOn;
    if (meets >= house.wish.end)
        return {};
    const QString conditions = random.oneIn(2) ? random.pick(house.list(u"panelConditions")).toString() : QString();
    house.agenda.add(QDateTime(meets, QTime(16, 0), Qt::UTC), [&house, id = Id<TreatmentPanel>{kept->head.id}, conditions]() -> Done {
        auto decided = house.services.records.one(id);
        if (!decided)
            return decided.error();
        decided->value.decision = conditions.isEmpty() ? PanelDecision::Agreed : PanelDecision::WithConditions;
        decided->value.decidedOn = house.today();
        decided->value.conditions = conditions;
        return onlyDone(house.services.records.amend(*decided));
    });
    return {};
}

Done planAftercare(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"aftercareHopes")).toArray();
    AftercarePlan plan;
    plan.personId = resident.id;
    plan.madeOn = house.today();
    plan.hope = words.at(0).toString();
    plan.whenHard = words.at(1).toString();
    plan.lookAtOn = house.today().addDays(60);
    Family family;
    family.head.row = toRow(plan);
    const QJsonArray steps = house.list(u"aftercareSteps");
    const int first = random.upTo(int(steps.size()));
    for (int i = 0; i < 3; ++i) {
        const QJsonArray text = steps.at((first + i) % steps.size()).toArray();
        AftercareStep step;
        step.kind = fromCode<AftercareKind>(text.at(0).toString()).value_or(AftercareKind::Leisure);
        step.what = text.at(1).toString();
        step.whoHelps = text.at(2).toString();
        family.parts.append(partRow(step));
    }
    return onlyDone(house.services.families.save(family, {}));
}

Done askAfterLeaving(DemoHouse &house, DemoRandom &random, Id<Person> person, LeavingFrom from, QDate left)
{
    LeavingPlan plan;
    plan.personId = person;
    plan.from = from;
    plan.onDay = left;
    plan.housing = HousingNext::BackHere;
    plan.tolerance = random.oneIn(3) ? ToleranceAfter::NotAsked : ToleranceAfter::LowerUntil;
    if (plan.tolerance == ToleranceAfter::LowerUntil)
        plan.lowerUntil = left.addDays(27);
    plan.naloxone = random.oneIn(6) ? NaloxoneAfter::NotToHand : NaloxoneAfter::ToHand;
    return onlyDone(house.services.records.add(plan));
}

/// Whoever came from hospital today is asked, as far as somebody thinks of it.
Done askWhoCameBack(DemoHouse &house, DemoRandom &random)
{
    const auto stays = house.services.records.all<HospitalStay>(
        {.filters = {{u"discharged_on"_s, Filter::Comparison::Equals, house.today().toString(Qt::ISODate)}}});
    if (!stays)
        return stays.error();
    for (const Kept<HospitalStay> &stay : *stays)
        if (!random.oneIn(5))
            if (Done asked = askAfterLeaving(house, random, stay.value.personId, LeavingFrom::Hospital, house.today()); !asked)
                return asked;
    return {};
}

/// Who arrives from custody is asked on the day.
Done askAfterCustody(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const auto spells = house.services.records.of<CustodySpell>("person_id", resident.id);
    if (!spells)
        return spells.error();
    for (const Kept<CustodySpell> &spell : *spells)
        if (spell.value.untilOn && !random.oneIn(6))
            if (Done asked = askAfterLeaving(house, random, resident.id, LeavingFrom::Custody, *spell.value.untilOn); !asked)
                return asked;
    return {};
}

} // namespace

/// Three in four are in treatment within weeks, reviewed every twelve weeks; one in eight stops before they leave the house.
Done treatment(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    day.at(21, [&house, &random] { return askWhoCameBack(house, random); });
    for (const DemoResidentPtr &resident : day.arriving) {
        day.at(17, [&house, &random, resident] { return askAfterCustody(house, random, *resident); });
        if (random.oneIn(4))
            continue;
        const auto on = [&](QDate when, int hour, auto what) {
            if (when < resident->until)
                day.on(when, hour, [&house, &random, resident, what] { return what(house, random, *resident); });
        };
        const QDate begins = day.date.addDays(2 + random.upTo(20));
        on(begins, 15, beginTreatment);
        on(begins.addDays(1), 12, sayWhoMayBeTold);
        for (int weeks = 12; weeks <= 72; weeks += 12)
            on(begins.addDays(7 * weeks - random.upTo(3)), 15, reviewTreatment);
        if (random.oneIn(4))
            on(begins.addDays(50 + random.upTo(60)), 14, askPanel);
        if (random.oneIn(3))
            on(begins.addDays(120), 16, planAftercare);
        if (random.oneIn(8))
            on(begins.addDays(90 + random.upTo(120)), 16, endTreatment);
    }
    return {};
}

} // namespace keywork::demo
