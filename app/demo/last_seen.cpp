// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/last_seen.h"
#include "app/demo/areas.h"

#include "core/domain/agency.h"
#include "core/services/care/missing.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kDaysOfNotes = 3; ///< before the end: what was longer ago tells nobody when somebody was seen last
constexpr int kOwnHoursOneIn = 9;
constexpr int kNoReplyOneIn = 40; ///< days, in a house of this size
constexpr int kMissingOneIn = 110;

/// Of one evening, told by what somebody wrote into the register.
class Search {
public:
    Search(DemoHouse &house, DemoRandom &random, Id<Person> person)
        : m_house(house)
        , m_random(random)
        , m_person(person)
        , m_by(house.someone(random).id)
    {
    }

    Done press(MissingAct act, MissingAnswer answer, int minutesAgo, const QString &whom = {}, const QString &reference = {})
    {
        MissingStep step;
        step.personId = m_person;
        step.act = act;
        step.answer = answer;
        step.happenedAt = m_house.clock.now().addSecs(-60LL * minutesAgo);
        step.byId = m_by;
        if (act == MissingAct::Entered)
            step.withOther = m_random.pick(m_house.list(u"missingWith")).toString();
        step.whom = whom;
        step.reference = reference;
        return onlyDone(m_house.services.missing.press(step));
    }

    /// Nobody answers twice, and then they do.
    Done answered()
    {
        if (Done done = press(MissingAct::Knocked, MissingAnswer::NoReply, 40); !done)
            return done;
        if (Done done = press(MissingAct::Rang, MissingAnswer::NoReply, 30); !done)
            return done;
        return press(MissingAct::Knocked, MissingAnswer::Seen, 5);
    }

    Done notFound()
    {
        const QJsonArray text = m_random.pick(m_house.list(u"missing")).toArray();
        for (const auto &[act, answer, ago] : {std::tuple(MissingAct::Knocked, MissingAnswer::NoReply, 110),
                 {MissingAct::Rang, MissingAnswer::NoReply, 105}, {MissingAct::Entered, MissingAnswer::NotThere, 95},
                 {MissingAct::SafeContact, MissingAnswer::NotThere, 80}, {MissingAct::OthersAsked, MissingAnswer::NotThere, 70},
                 {MissingAct::Hospital, MissingAnswer::NotThere, 50}, {MissingAct::Custody, MissingAnswer::NotThere, 40}})
            if (Done done = press(act, answer, ago); !done)
                return done;
        const QString reference = u"CAD %1"_s.arg(1000 + m_random.upTo(8000));
        if (Done done = press(MissingAct::Police, MissingAnswer::Told, 15, text.at(4).toString(), reference); !done)
            return done;
        const auto now = m_house.services.missing.of(m_person);
        if (!now || !now->episode)
            return now ? Done() : Done(now.error());
        Kept<MissingEpisode> episode = *now->episode;
        episode.value.described = text.at(0).toString();
        episode.value.wearing = text.at(1).toString();
        episode.value.likelyPlaces = text.at(2).toString();
        episode.value.lastSeenWhere = text.at(3).toString();
        return onlyDone(m_house.services.records.amend(episode));
    }

    Done found()
    {
        const QJsonArray text = m_random.pick(m_house.list(u"missingFound")).toArray();
        FoundAgain again;
        again.at = m_house.clock.now();
        again.how = fromCode<FoundHow>(text.at(0).toString()).value_or(FoundHow::CameBack);
        again.where = text.at(1).toString();
        again.byId = m_by;
        again.welfare = fromCode<WelfareAsked>(text.at(2).toString()).value_or(WelfareAsked::Well);
        again.welfareNote = text.at(3).toString();
        return m_house.services.missing.found(m_person, again);
    }

private:
    DemoHouse &m_house;
    DemoRandom &m_random;
    Id<Person> m_person;
    Id<Staff> m_by;
};

Done police(DemoHouse &house)
{
    Agency agency;
    agency.name = u"Westgate police, neighbourhood team"_s;
    agency.category = {u"police"_s};
    agency.telephone = u"01632 960155"_s;
    return onlyDone(house.services.records.add(agency));
}

Done ownHours(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    const QJsonArray text = random.pick(house.list(u"seenWithin")).toArray();
    SeenWithin own;
    own.personId = person;
    own.hours = text.at(0).toInt();
    own.why = text.at(1).toString();
    own.fromOn = house.today();
    return onlyDone(house.services.records.add(own));
}

Done seenAbout(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    MissingStep seen;
    seen.personId = person;
    seen.act = MissingAct::Seen;
    seen.answer = MissingAnswer::Seen;
    seen.happenedAt = house.clock.now();
    seen.byId = house.someone(random).id;
    seen.place = random.pick(house.list(u"seenPlaces")).toString();
    return onlyDone(house.services.missing.press(seen));
}

} // namespace

/// Most are seen each day and nobody writes it down; of the last days somebody did, so that Today has something to go by.
Done lastSeen(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        day.at(9, [&house] { return police(house); });
    for (const DemoResidentPtr &resident : day.arriving)
        if (random.oneIn(kOwnHoursOneIn))
            day.at(16, [&house, &random, resident] { return ownHours(house, random, resident->id); });
    if (day.date.daysTo(house.wish.end) < kDaysOfNotes)
        for (qsizetype i = 0; i < house.present.size(); ++i) {
            const DemoResidentPtr resident = house.present.at(i);
            if (i > 0) // the first was seen by nobody for some days
                day.at(9 + random.upTo(3), [&house, &random, resident] { return seenAbout(house, random, resident->id); });
        }
    if (house.present.isEmpty() || day.date.daysTo(house.wish.end) < kDaysOfNotes)
        return {};
    const auto search = std::make_shared<Search>(house, random, random.pick(house.present)->id);
    if (random.oneIn(kMissingOneIn)) {
        day.at(20, [search] { return search->notFound(); });
        day.on(day.date.addDays(1), 10, [search] { return search->found(); });
    } else if (random.oneIn(kNoReplyOneIn)) {
        day.at(19, [search] { return search->answered(); });
    }
    return {};
}

} // namespace keywork::demo
