// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/incidents.h"
#include "app/demo/areas.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

#include <algorithm>

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

/// Those who can still be named: nobody is in one incident twice.
struct Nearby {
    QList<DemoResidentPtr> residents;
    QList<Kept<Staff>> team;
};

/// None when nobody is left whom it could have happened to.
std::optional<IncidentPerson> partOf(const QString &told, DemoRandom &random, Nearby &nearby)
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
    const bool isOfTeam = part.who == InvolvedWho::Staff;
    if (isOfTeam ? nearby.team.isEmpty() : nearby.residents.isEmpty())
        return {};
    if (isOfTeam)
        part.staffId = nearby.team.takeAt(random.upTo(int(nearby.team.size()))).id;
    else
        part.personId = nearby.residents.takeAt(random.upTo(int(nearby.residents.size())))->id;
    return part;
}

/// On a day to come; nothing happens after the end.
void later(DemoHouse &house, QDate day, int hour, DemoAgenda::Event event)
{
    if (day <= house.wish.end)
        house.agenda.add(QDateTime(day, QTime(hour, 15), Qt::UTC), std::move(event));
}

template <class T> KeptRow asPart(const T &part)
{
    KeptRow row;
    row.row = toRow(part);
    return row;
}

bool isAmongKinds(const Incident &incident, std::initializer_list<QLatin1StringView> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&](QLatin1StringView code) { return incident.kind.code == code; });
}

/// What the kind asks for besides, as somebody who has done it for years says it.
void sayWhatCameOfIt(Incident &incident, DemoRandom &random)
{
    if (isAmongKinds(incident, {"overdose"_L1, "needle_stick"_L1, "fire"_L1, "death"_L1}))
        incident.intent = random.oneIn(6) ? IncidentIntent::NotKnown : IncidentIntent::Accidental;
    if (isAmongKinds(incident, {"self_harm"_L1}))
        incident.intent = IncidentIntent::Intentional;
    if (isAmongKinds(incident, {"overdose"_L1, "violence"_L1, "threat"_L1, "self_harm"_L1, "missing"_L1}))
        incident.safeguarding = random.oneIn(5) ? IncidentSafeguarding::Declined : IncidentSafeguarding::NotNeeded;
    if (isAmongKinds(incident, {"needle_stick"_L1, "medical"_L1, "violence"_L1})) {
        incident.accidentBook = u"AB %1"_s.arg(200 + random.upTo(300));
        incident.riddor = RiddorConsidered::NotReportable;
    }
    if (isAmongKinds(incident, {"cannabis_smoking"_L1}))
        incident.section8 = {u"cannabis_smoking"_s};
    if (isAmongKinds(incident, {"other_use"_L1}))
        incident.section8 = {u"other_use"_s};
    if (isAmongKinds(incident, {"fire"_L1})) {
        incident.fireAlarm = FireAlarm::Sounded;
        incident.everybodyOut = EverybodyOut::NotNeeded;
    }
}

/// Who was rung, what was put into a bag, who was told.
void addWhatHangsOnIt(DemoHouse &house, DemoRandom &random, const Incident &incident, Family &family)
{
    const Id<Staff> by = house.someone(random).id;
    if (isAmongKinds(incident, {"overdose"_L1, "medical"_L1, "threat"_L1, "death"_L1})) {
        const bool isPolice = isAmongKinds(incident, {"threat"_L1});
        ServiceCalled called{.service = {isPolice ? u"police"_s : u"ambulance"_s}, .calledAt = incident.happenedAt.addSecs(60)};
        called.calledById = by;
        called.reference = QString::number(4000 + random.upTo(5000));
        called.answer = ServiceAnswer::Came;
        called.cameAt = incident.happenedAt.addSecs(60LL * (9 + random.upTo(15)));
        if (*called.cameAt > house.clock.now()) {
            called.answer = ServiceAnswer::Waiting;
            called.cameAt.reset();
        }
        family.parts.append(asPart(called));
    }
    if (isAmongKinds(incident, {"found"_L1, "other_use"_L1})) {
        FoundItem found{.what = {random.oneIn(3) ? u"powder"_s : u"equipment"_s}, .foundAt = incident.happenedAt};
        found.look = u"Small, wrapped, about the size of a thumb"_s;
        found.howMany = 1 + random.upTo(3);
        found.foundWhere = incident.place;
        found.firstId = by;
        found.bagNumber = u"B %1"_s.arg(100'000 + random.upTo(900'000));
        found.keptWhere = u"Office safe"_s;
        found.second = BagSecond::Other;
        found.secondName = u"Night security"_s;
        family.parts.append(asPart(found));
    }
    if (!random.oneIn(3)) {
        IncidentTold told{.whom = {u"team"_s}, .toldAt = house.clock.now()};
        told.byId = by;
        told.what = u"At handover"_s;
        family.parts.append(asPart(told));
    }
}

/// The bag goes to the police a few hours later, and most reviews are finished within the week.
Done handFoundOver(DemoHouse &house, Id<Incident> incident, Id<Staff> by)
{
    const auto items = house.services.records.of<FoundItem>("incident_id", incident);
    if (!items)
        return items.error();
    for (Kept<FoundItem> item : *items) {
        item.value.ended = FoundEnded::Police;
        item.value.endedAt = house.clock.now();
        item.value.policeReference = u"CAD %1"_s.arg(2000 + incident.value);
        item.value.endedById = by;
        if (const auto kept = house.services.records.amend(item); !kept)
            return kept.error();
    }
    return {};
}

Done askAndAnswer(DemoHouse &house, Id<Incident> incident, Id<Staff> of)
{
    IncidentQuestion asked{.incidentId = incident, .askedOfId = of};
    asked.question = u"Who was told at handover, and did anybody sit with them afterwards?"_s;
    const auto kept = house.services.records.add(asked);
    if (!kept)
        return kept.error();
    later(house, house.today().addDays(1), 10, [&house, id = kept->id]() -> Done {
        auto question = house.services.records.one(id);
        if (!question)
            return question.error();
        question->value.answer = u"The early shift was told. They had tea with the cook and were calm by nine."_s;
        return onlyDone(house.services.records.amend(*question));
    });
    return {};
}

Done addAction(DemoHouse &house, DemoRandom &random, Id<Incident> incident)
{
    IncidentAction action{.incidentId = incident, .ownerId = house.someone(random).id, .dueOn = house.today().addDays(3 + random.upTo(18))};
    action.what = random.pick(house.list(u"incident_actions")).toString();
    const auto kept = house.services.records.add(action);
    if (!kept)
        return kept.error();
    if (random.oneIn(25))
        return {}; // and nobody thinks of it
    later(house, action.dueOn.addDays(-random.upTo(3)), 15, [&house, id = kept->id]() -> Done {
        auto done = house.services.records.one(id);
        if (!done)
            return done.error();
        done->value.doneOn = house.today();
        done->value.outcome = u"Done, and told to the team"_s;
        return onlyDone(house.services.records.amend(*done));
    });
    return {};
}

Done review(DemoHouse &house, DemoRandom &random, Id<Incident> incident)
{
    IncidentReview review;
    review.learned = random.pick(house.list(u"incident_lessons")).toString();
    review.policy = random.oneIn(9) ? PolicyChange::ToBeChanged : PolicyChange::Nothing;
    if (review.policy != PolicyChange::Nothing)
        review.policyWhat = u"The night routine names who looks at the bathrooms, and when."_s;
    review.shared = random.oneIn(2) ? SharedWithTeam::AtHandover : SharedWithTeam::AtMeeting;
    review.sharedOn = house.today();
    const auto kept = house.services.incidents.finish(incident, review);
    if (!kept)
        return kept.error();
    return random.oneIn(3) ? addAction(house, random, incident) : Done();
}

/// What comes after it was logged.
void plan(DemoHouse &house, DemoRandom &random, Id<Incident> incident)
{
    const QDate today = house.today();
    const Id<Staff> by = house.someone(random).id;
    later(house, today.addDays(1), 11, [&house, incident, by] { return handFoundOver(house, incident, by); });
    if (random.oneIn(14))
        later(house, today.addDays(1), 9, [&house, incident, by] { return askAndAnswer(house, incident, by); });
    later(house, today.addDays(2 + random.upTo(7)), 16, [&house, &random, incident] { return review(house, random, incident); });
}

Done happens(DemoHouse &house, DemoRandom &random, const Told &text, int minutesAgo)
{
    Nearby nearby{house.present, house.team};
    Family family;
    Incident incident = text.incident;
    incident.happenedAt = house.clock.now().addSecs(-60LL * minutesAgo);
    if (isAmongKinds(incident, {"missing"_L1}))
        incident.backAt = house.clock.now();
    sayWhatCameOfIt(incident, random);
    family.head.row = toRow(incident);
    for (const QJsonValue &one : text.people) {
        auto told = partOf(one.toString(), random, nearby);
        if (!told)
            return {};
        if (told->role.code == "affected"_L1 && random.oneIn(2)) {
            told->debrief = random.oneIn(3) ? Debrief::NotWanted : Debrief::Held;
            told->debriefOn = house.today();
        }
        family.parts.append(asPart(*told));
    }
    addWhatHangsOnIt(house, random, incident, family);
    const auto kept = house.services.families.save(family, {});
    if (!kept)
        return kept.error();
    plan(house, random, {kept->head.id});
    return {};
}

/// Somebody who visited died once; what has to be done then is done step by step in the days after.
Done guestDied(DemoHouse &house, DemoRandom &random)
{
    Family family;
    Incident incident = Told(house.list(u"incident_death").first().toArray()).incident;
    incident.happenedAt = house.clock.now().addSecs(-3600);
    sayWhatCameOfIt(incident, random);
    family.head.row = toRow(incident);
    IncidentPerson guest{.who = InvolvedWho::Visitor, .described = u"A friend of a resident, in his fifties"_s, .role = {u"affected"_s}};
    family.parts.append(asPart(guest));
    addWhatHangsOnIt(house, random, incident, family);
    const auto kept = house.services.families.save(family, {});
    if (!kept)
        return kept.error();
    const Id<Incident> died{kept->head.id};
    int step = 0;
    for (const ChoiceOption &option : house.services.records.choices().options(u"death_step"_s))
        later(house, house.today().addDays(step++ / 3), 17, [&house, died, code = option.code, by = house.someone(random).id]() -> Done {
            DeathStep done{.incidentId = died, .step = {code}, .doneAt = house.clock.now(), .byId = by};
            return onlyDone(house.services.records.add(done));
        });
    later(house, house.today().addDays(6), 16, [&house, &random, died] { return review(house, random, died); });
    return {};
}

/// The month before is looked at together at the meeting.
Done lookAtMonth(DemoHouse &house)
{
    IncidentMonth month{.monthOn = house.today().addDays(-house.today().day()), .reviewedOn = house.today()};
    month.byId = house.services.records.session().staff();
    month.who = u"Day and night shift, one resident"_s;
    month.learned = u"Most near misses were in the hours after midnight, in the bathrooms and on the stairs."_s;
    month.changes = u"The night round looks there first."_s;
    return onlyDone(house.services.records.add(month));
}

} // namespace

/// About nine a month in a house of this size, half of them near misses, now and then an overdose. Most are logged within
/// the hour, those of the night in the morning.
Done incidents(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const qint64 since = house.calendar.start().daysTo(day.date);
    if (since == 150)
        day.at(14, [&house, &random] { return guestDied(house, random); });
    if (since > 40 && day.date.day() == 6)
        day.at(11, [&house] { return lookAtMonth(house); });
    if (random.upTo(75) >= int(house.present.size()))
        return {};
    const Told told(random.pick(house.list(random.oneIn(2) ? u"near_misses" : u"incidents")).toArray());
    const bool atNight = random.oneIn(3);
    const int minutesAgo = atNight ? 120 + random.upTo(360) : 5 + random.upTo(50);
    day.at(atNight ? 9 : 13 + random.upTo(9), [&house, &random, told, minutesAgo] { return happens(house, random, told, minutesAgo); });
    return {};
}

} // namespace keywork::demo
