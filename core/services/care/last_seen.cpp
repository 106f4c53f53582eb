// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/last_seen.h"

#include "core/domain/house.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QHash<qint64, QString>> namesOfTeam(const RecordReader &records)
{
    const auto team = records.all<Staff>({.withWithdrawn = true});
    if (!team)
        return team.error();
    QHash<qint64, QString> names;
    for (const Kept<Staff> &member : *team)
        names.insert(member.id.value, member.value.name);
    return names;
}

/// When they came, no earlier than it was written down: before, nobody could write that they were seen.
QDateTime countedSince(const std::optional<Kept<Stay>> &stay, const Clock &clock)
{
    if (!stay || !stay->value.isHereOn(clock.latestDay()))
        return {};
    const QDate day = *stay->value.arrivedOn;
    if (stay->value.arrivedTime)
        return std::max(clock.resolve(day, *stay->value.arrivedTime).later, stay->createdAt);
    return clock.local(stay->createdAt).date() >= day ? stay->createdAt : clock.startOf(day.addDays(1)).addSecs(-1);
}

QList<AwayTime> awayTimes(const QList<AwaySpell> &spells, const Clock &clock)
{
    QList<AwayTime> times;
    for (const AwaySpell &spell : spells)
        times.append({clock.startOf(spell.from), spell.back ? std::optional(clock.startOf(*spell.back)) : std::nullopt});
    return times;
}

Result<QHash<qint64, QList<Kept<SeenWithin>>>> ownHours(const RecordReader &records, const QList<qint64> &people)
{
    const auto rows = rowsOfPeople(records.database(), recordType<SeenWithin>(), people, {});
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<SeenWithin>>> own;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<SeenWithin>(row);
        if (!one)
            return one.error();
        own[one->value.personId.value].append(*one);
    }
    return own;
}

Result<qint64> hoursOfHouse(const RecordReader &records)
{
    const auto houses = records.all<House>();
    if (!houses)
        return houses.error();
    return houses->isEmpty() ? House().notSeenHours : houses->first().value.notSeenHours;
}

/// What the record says of where, of its own row.
QString whereOf(const KeptRow &row)
{
    const SeenInPerson &seen = row.row.type->seen;
    return seen.where && row.row.type->fieldNamed(QString::fromLatin1(seen.where)) ? row.row.text(QString::fromLatin1(seen.where))
                                                                                   : QString();
}

} // namespace

std::optional<AwaySpell> SeenStanding::awayNow(QDate today) const
{
    for (const AwaySpell &spell : away)
        if (spell.holdsOn(today))
            return spell;
    return {};
}

Result<SeenOnFile> readSeen(const RecordReader &records, const QList<ResidentLine> &lines)
{
    const Clock &clock = records.clock();
    QList<qint64> people;
    for (const ResidentLine &line : lines)
        people.append(line.person.id.value);
    const auto seen = lastSeenOf(records.database(), people, clock.latest());
    const auto away = seen ? readAway(records, people, clock.latestDay()) : Result<AwayOnFile>(seen.error());
    if (!away)
        return away.error();
    const auto own = ownHours(records, people);
    const auto hours = own ? hoursOfHouse(records) : Result<qint64>(own.error());
    if (!hours)
        return hours.error();
    SeenOnFile onFile;
    for (const ResidentLine &line : lines) {
        const qint64 person = line.person.id.value;
        SeenStanding standing;
        if (const auto last = seen->constFind(person); last != seen->constEnd())
            standing.last = *last;
        standing.away = away->value(person);
        standing.facts.lastSeen = standing.last ? std::optional(standing.last->at) : std::nullopt;
        standing.facts.since = countedSince(line.stay, clock);
        standing.facts.away = awayTimes(standing.away, clock);
        standing.facts.hours = hoursFor(own->value(person), clock.latestDay(), *hours);
        for (const Kept<SeenWithin> &one : own->value(person))
            if (one.value.holdsOn(clock.latestDay()) && one.value.hours == standing.facts.hours)
                standing.own = one;
        standing.dueAt = notSeenFrom(standing.facts);
        onFile.insert(person, standing);
    }
    return onFile;
}

Result<QHash<qint64, SeenTold>> toldOfSeen(const RecordReader &records, const QHash<qint64, Sighting> &sightings)
{
    QHash<qint64, SeenTold> told;
    if (sightings.isEmpty())
        return told;
    const auto names = namesOfTeam(records);
    if (!names)
        return names.error();
    QHash<QString, QHash<qint64, KeptRow>> readable;
    QHash<QString, QList<qint64>> byKind;
    for (const Sighting &one : sightings)
        byKind[one.kind].append(one.record);
    for (auto kind = byKind.cbegin(); kind != byKind.cend(); ++kind) {
        const RecordType *type = kindOf(kind.key());
        if (!type || !records.mayRead(*type))
            continue;
        const auto rows = records.some(*type, kind.value());
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            readable[kind.key()].insert(row.id, row);
    }
    for (auto one = sightings.cbegin(); one != sightings.cend(); ++one) {
        SeenTold line{one->at, one->onlyDay, names->value(one->by), nullptr, 0, {}};
        const auto rows = readable.value(one->kind);
        if (const auto row = rows.constFind(one->record); row != rows.constEnd()) {
            line.kind = row->row.type;
            line.record = row->id;
            line.where = whereOf(*row);
        }
        told.insert(one.key(), line);
    }
    return told;
}

LastSeen::LastSeen(const Records &records, const People &people)
    : m_records(records)
    , m_people(people)
{
}

Done LastSeen::mayAsk(Id<Person> person) const
{
    if (!m_records.mayRead(recordType<Person>()))
        return Error{ErrorKind::NotPermitted, u"person"_s, {}};
    return person ? m_records.checkOpen(person.value) : Done();
}

Result<QHash<qint64, SeenTold>> LastSeen::of(const QList<qint64> &people) const
{
    if (Done may = mayAsk({}); !may)
        return may.error();
    QList<qint64> open = people;
    open.removeIf([this](qint64 person) { return m_records.closed().isClosed(person); });
    const auto seen = lastSeenOf(m_records.database(), open, m_records.clock().latest());
    const auto names = seen ? namesOfTeam(m_records) : Result<QHash<qint64, QString>>(seen.error());
    if (!names)
        return names.error();
    QHash<qint64, SeenTold> told;
    for (auto one = seen->cbegin(); one != seen->cend(); ++one)
        told.insert(one.key(), {one->at, one->onlyDay, names->value(one->by), nullptr, 0, {}});
    return told;
}

Result<std::optional<SeenTold>> LastSeen::told(Id<Person> person) const
{
    if (Done may = mayAsk(person); !may)
        return may.error();
    const auto seen = lastSeenOf(m_records.database(), {person.value}, m_records.clock().latest());
    const auto told = seen ? toldOfSeen(m_records, *seen) : Result<QHash<qint64, SeenTold>>(seen.error());
    if (!told)
        return told.error();
    const auto one = told->constFind(person.value);
    return one == told->constEnd() ? std::optional<SeenTold>() : std::optional(*one);
}

Result<SeenStanding> LastSeen::standing(Id<Person> person) const
{
    if (Done may = mayAsk(person); !may)
        return may.error();
    const auto line = m_people.line(person);
    if (!line)
        return line.error();
    const auto onFile = readSeen(m_records, {*line});
    if (!onFile)
        return onFile.error();
    return onFile->value(person.value);
}

} // namespace keywork
