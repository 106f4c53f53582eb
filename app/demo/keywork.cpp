// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/keywork.h"
#include "app/demo/areas.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kSessionsAheadDays = 8; ///< what is planned behind the end of the demonstration

QString pickText(DemoHouse &house, DemoRandom &random, QStringView list) { return random.pick(house.list(list)).toString(); }

KeptRow partOfSession(const Row &row)
{
    KeptRow part;
    part.row = row;
    return part;
}

/// One or two areas, now and then a message, a step for every other session.
QList<KeptRow> partsOfSession(DemoHouse &house, DemoRandom &random, Id<Staff> worker)
{
    QList<KeptRow> parts;
    const int notes = random.oneIn(3) ? 2 : 1;
    for (int i = 0; i < notes; ++i) {
        const QJsonArray told = random.pick(house.list(u"keywork_notes")).toArray();
        KeyworkNote note;
        note.area = fromCode<Area>(told.at(0).toString()).value_or(Area::Health);
        note.text = told.at(1).toString();
        parts.append(partOfSession(toRow(note)));
    }
    if (random.oneIn(2)) {
        KeyworkAgreed agreed;
        agreed.what = pickText(house, random, u"keywork_agreed");
        agreed.dueOn = house.today().addDays(3 + random.upTo(12));
        if (random.oneIn(3)) {
            agreed.actor = StepActor::Keyworker;
            agreed.staffId = worker;
        }
        parts.append(partOfSession(toRow(agreed)));
    }
    if (random.oneIn(3)) {
        const auto messages = house.services.records.choices().options(u"keywork_message"_s);
        KeyworkMessage message;
        message.message = {messages.at(random.upTo(int(messages.size()))).code};
        message.leaflet = random.oneIn(4);
        parts.append(partOfSession(toRow(message)));
    }
    return parts;
}

/// `before`: sessions that this resident had, by which they grow surer of themselves.
KeyworkSession heldSession(DemoHouse &house, DemoRandom &random, int before)
{
    KeyworkSession session;
    session.outcome = random.oneIn(8) ? KeyworkOutcome::Late : KeyworkOutcome::Held;
    session.minutes = 20 + 5 * random.upTo(7);
    session.startsAt = house.clock.now().addSecs(-60 * *session.minutes);
    session.place = pickText(house, random, u"keywork_places");
    session.ownWords = random.oneIn(2) ? pickText(house, random, u"keywork_said") : QString();
    session.dailyRoutine = pickText(house, random, u"keywork_routine");
    session.treatmentFeedback = pickText(house, random, u"keywork_treatment");
    if (!random.oneIn(4)) {
        session.importance = std::clamp(5 + random.upTo(4) + before / 15, 0, 10);
        session.confidence = std::clamp(2 + random.upTo(4) + before / 10, 0, 10);
    }
    session.naloxone = random.oneIn(6) ? NaloxoneTalk::Took : random.oneIn(2) ? NaloxoneTalk::HasSome : NaloxoneTalk::NotRaised;
    return session;
}

KeyworkSession missedSession(DemoHouse &house, DemoRandom &random)
{
    KeyworkSession session;
    session.startsAt = house.clock.now().addSecs(-60 * 60);
    session.outcome = KeyworkOutcome::Missed;
    session.reason = pickText(house, random, u"keywork_missed");
    if (random.oneIn(4)) {
        session.outcome = random.oneIn(2) ? KeyworkOutcome::CancelledByHouse : KeyworkOutcome::CancelledByThem;
        session.reason = session.outcome == KeyworkOutcome::CancelledByHouse ? u"Keyworker was off sick"_s : u"Did not feel well"_s;
    }
    return session;
}

Done meets(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident, int before)
{
    if (house.team.isEmpty())
        return {};
    const Id<Staff> worker = house.someone(random).id;
    const bool isHeld = random.upTo(100) >= (before < 4 ? 30 : 15); // the first weeks are the hardest
    KeyworkSession session = isHeld ? heldSession(house, random, before) : missedSession(house, random);
    session.personId = resident->id;
    session.staffId = worker;
    KeyworkContent content;
    content.family.head.row = toRow(session);
    if (isHeld)
        content.family.parts = partsOfSession(house, random, worker);
    return onlyDone(house.services.keyworkSessions.save(content));
}

Done plansNext(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident, QDate on)
{
    if (house.team.isEmpty())
        return {};
    KeyworkSession next;
    next.personId = resident->id;
    next.staffId = house.someone(random).id;
    next.startsAt = QDateTime(on, QTime(10 + random.upTo(6), 0), house.clock.zone()).toUTC();
    next.place = u"side room"_s;
    return onlyDone(house.services.records.add(next));
}

/// Weekly or every fortnight while they are here; those who stay have the next one planned.
void meetOnAndOn(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    auto &random = day.random;
    const int every = random.oneIn(3) ? 14 : 7;
    const bool staysOn = !resident->stay.leavesOn.isValid();
    int before = 0;
    QDate on = day.date.addDays(2 + random.upTo(4));
    for (; on < resident->until; on = on.addDays(every), ++before)
        day.on(on, 11 + random.upTo(6), [&house, &random, resident, before] { return meets(house, random, resident, before); });
    if (staysOn && house.wish.end.daysTo(on) <= kSessionsAheadDays && on > house.wish.end)
        day.on(house.wish.end.addDays(-1), 17, [&house, &random, resident, on] { return plansNext(house, random, resident, on); });
}

constexpr int kHeardBackDays = 12; ///< before the day on which they would be asked again

/// What most of them who were asked say some days later.
Done hearsBack(DemoHouse &house, DemoRandom &random, Id<Advocacy> asked)
{
    auto advocacy = asked ? house.services.records.one(asked) : Result<Kept<Advocacy>>(Kept<Advocacy>());
    if (!advocacy)
        return advocacy.error();
    if (!asked || !advocacy->value.isOpen())
        return {};
    advocacy->value.result = pickText(house, random, u"advocacy_heard");
    return onlyDone(house.services.records.amend(*advocacy));
}

Done speaksUp(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident, Id<Advocacy> &asked)
{
    if (house.team.isEmpty())
        return {};
    const QJsonArray told = random.pick(house.list(u"advocacy")).toArray();
    Advocacy advocacy;
    advocacy.personId = resident->id;
    advocacy.onDay = house.today();
    advocacy.staffId = house.someone(random).id;
    advocacy.withThem = random.oneIn(2);
    advocacy.means = fromCode<AdvocacyMeans>(told.at(0).toString()).value_or(AdvocacyMeans::Telephone);
    advocacy.why = fromCode<AdvocacyWhy>(told.at(1).toString()).value_or(AdvocacyWhy::Other);
    advocacy.withWhom = told.at(2).toString();
    advocacy.asked = told.at(3).toString();
    advocacy.result = told.at(4).toString();
    advocacy.letter = told.at(5).toString(); // only of one by letter
    if (advocacy.isOpen())
        advocacy.followUpOn = house.today().addDays(14);
    const auto kept = house.services.records.add(advocacy);
    if (kept)
        asked = kept->id;
    return onlyDone(kept);
}

Done saysHello(DemoHouse &house, DemoRandom &random, const DemoResidentPtr &resident)
{
    ContactNote note;
    note.personId = resident->id;
    note.seenAt = house.clock.now().addSecs(-60 * (1 + random.upTo(20)));
    note.text = pickText(house, random, u"contact_notes");
    return onlyDone(house.services.records.add(note));
}

} // namespace

/// Sessions with everybody who is here, words at the desk, and now and then somebody speaks up for them.
Done keyworkWith(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving)
        meetOnAndOn(day, resident);
    for (const DemoResidentPtr &resident : house.present) {
        if (random.oneIn(12))
            day.at(9 + random.upTo(4), [&house, &random, resident] { return saysHello(house, random, resident); });
        if (random.oneIn(120)) {
            const auto asked = std::make_shared<Id<Advocacy>>();
            day.at(14, [&house, &random, resident, asked] { return speaksUp(house, random, resident, *asked); });
            if (!random.oneIn(6)) // of some nobody hears
                day.on(day.date.addDays(kHeardBackDays), 15, [&house, &random, asked] { return hearsBack(house, random, *asked); });
        }
    }
    return {};
}

} // namespace keywork::demo
