// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/missing.h"

#include "core/services/care/last_seen.h"
#include "core/services/records/records.h"
#include "core/storage/missing_reading.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What stands in the incident until somebody writes it up.
QString wordsOfMissing()
{
    return QCoreApplication::translate(
        "record", QT_TRANSLATE_NOOP("record", "Not seen, and not found in the house. The steps say what was done, and when."));
}

} // namespace

Missing::Missing(Records &records, const LastSeen &lastSeen)
    : m_records(records)
    , m_lastSeen(lastSeen)
{
}

Result<std::optional<OpenMissing>> Missing::openOf(Id<Person> person) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    return openMissingOf(m_records.database(), person.value);
}

/// Invalid where nothing on file says so.
Result<QDateTime> Missing::lastSeenAt(Id<Person> person) const
{
    const auto seen = lastSeenOf(m_records.database(), {person.value}, m_records.clock().latest());
    return seen ? Result<QDateTime>(seen->value(person.value).at) : seen.error();
}

Result<std::optional<Kept<MissingEpisode>>> Missing::episodeOf(Id<Incident> incident) const
{
    const auto all = m_records.of<MissingEpisode>("incident_id", incident);
    if (!all)
        return all.error();
    return all->isEmpty() ? std::optional<Kept<MissingEpisode>>() : std::optional(all->first());
}

Result<MissingNow> Missing::of(Id<Person> person) const
{
    const auto open = openOf(person);
    const auto seen = open ? lastSeenAt(person) : Result<QDateTime>(open.error());
    const auto steps = seen ? m_records.of<MissingStep>("person_id", person) : Result<QList<Kept<MissingStep>>>(seen.error());
    if (!steps)
        return steps.error();
    MissingNow now;
    now.isOpen = open->has_value();
    if (*open) {
        now.since = (*open)->since;
        now.policeTold = (*open)->policeTold;
        if (const auto incident = m_records.one(Id<Incident>{(*open)->incident}))
            now.incident = *incident;
        if (const auto episode = episodeOf({(*open)->incident}))
            now.episode = *episode;
    }
    for (const Kept<MissingStep> &step : *steps)
        if (*open ? step.value.incidentId.value == (*open)->incident : !seen->isValid() || step.value.happenedAt >= *seen)
            now.steps.append(step);
    std::sort(now.steps.begin(), now.steps.end(), [](const Kept<MissingStep> &a, const Kept<MissingStep> &b) {
        return std::pair(a.value.happenedAt, a.id.value) < std::pair(b.value.happenedAt, b.id.value);
    });
    QList<MissingStep> since;
    for (const Kept<MissingStep> &step : std::as_const(now.steps))
        if (!seen->isValid() || step.value.happenedAt > *seen)
            since.append(step.value);
    now.next = nextMissingAct(since);
    return now;
}

Result<Id<Incident>> Missing::begin(Id<Person> person, const QDateTime &at)
{
    const auto seen = lastSeenAt(person);
    if (!seen)
        return seen.error();
    Incident incident;
    incident.kind = {u"missing"_s};
    incident.happenedAt = at;
    incident.whatHappened = wordsOfMissing();
    if (seen->isValid() && *seen <= at)
        incident.lastSeenAt = *seen;
    const auto kept = m_records.add(incident);
    if (!kept)
        return kept.error();
    if (const auto who = m_records.add(IncidentPerson{.incidentId = kept->id, .personId = person, .role = {u"affected"_s}}); !who)
        return who.error();
    MissingEpisode episode;
    episode.incidentId = kept->id;
    episode.personId = person;
    if (const auto added = m_records.add(episode); !added)
        return added.error();
    if (Done joined = joinEarlierSteps(person, kept->id, *seen); !joined)
        return joined.error();
    return kept->id;
}

/// What was done before belongs to it; left as it is by whoever may not change it.
Done Missing::joinEarlierSteps(Id<Person> person, Id<Incident> incident, const QDateTime &since)
{
    if (!m_records.mayChange(recordType<MissingStep>()) || !m_records.mayRead(recordType<MissingStep>()))
        return {};
    const auto steps = m_records.of<MissingStep>("person_id", person);
    if (!steps)
        return steps.error();
    for (Kept<MissingStep> step : *steps) {
        if (step.value.incidentId || (since.isValid() && step.value.happenedAt <= since))
            continue;
        step.value.incidentId = incident;
        if (const auto joined = m_records.amend(step); !joined)
            return joined.error();
    }
    return {};
}

Result<Kept<MissingStep>> Missing::press(MissingStep step)
{
    const auto open = openOf(step.personId);
    if (!open)
        return open.error();
    Result<Kept<MissingStep>> kept = Error{};
    const Done done = m_records.together([&]() -> Done {
        step.incidentId = *open ? Id<Incident>{(*open)->incident} : Id<Incident>();
        if (!*open && opensEpisode(step.act, step.answer)) {
            const auto begun = begin(step.personId, step.happenedAt);
            if (!begun)
                return begun.error();
            step.incidentId = *begun;
        }
        kept = m_records.add(step);
        return kept ? Done() : Done(kept.error());
    });
    return done ? kept : Result<Kept<MissingStep>>(done.error());
}

Result<Id<Incident>> Missing::open(Id<Person> person)
{
    const auto open = openOf(person);
    if (!open)
        return open.error();
    if (*open)
        return Id<Incident>{(*open)->incident};
    Result<Id<Incident>> begun = Error{};
    const Done done = m_records.together([&]() -> Done {
        begun = begin(person, m_records.clock().now());
        return begun ? Done() : Done(begun.error());
    });
    return done ? begun : Result<Id<Incident>>(done.error());
}

Done Missing::found(Id<Person> person, const FoundAgain &again)
{
    const auto open = openOf(person);
    if (!open)
        return open.error();
    if (!*open)
        return Error{ErrorKind::NotFound, u"incident"_s, {}};
    const Id<Incident> id{(*open)->incident};
    auto incident = m_records.one(id);
    const auto episode = incident ? episodeOf(id) : Result<std::optional<Kept<MissingEpisode>>>(incident.error());
    if (!episode)
        return episode.error();
    const bool isNew = !*episode; // it was logged as an incident
    Kept<MissingEpisode> closed = isNew ? Kept<MissingEpisode>() : **episode;
    closed.value.incidentId = id;
    closed.value.personId = person;
    closed.value.foundHow = again.how;
    closed.value.foundWhere = again.where;
    closed.value.foundById = again.byId;
    closed.value.foundByOther = again.byOther;
    closed.value.welfare = again.welfare;
    closed.value.welfareNote = again.welfareNote;
    incident->value.backAt = again.at;
    return m_records.together([&]() -> Done {
        const auto said = isNew ? m_records.add(closed.value) : m_records.amend(closed);
        if (!said)
            return said.error();
        const auto back = m_records.amend(*incident);
        return back ? Done() : Done(back.error());
    });
}

} // namespace keywork
