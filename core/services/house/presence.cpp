// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/presence.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "core/storage/presence_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The stays by person; of several that hold on one day, which the checks refuse, the last one.
Result<QHash<qint64, Stay>> staysByPerson(const RecordReader &records, QDate day, const QList<qint64> &people)
{
    const auto rows = staysOnDay(records.database(), day, people);
    if (!rows)
        return rows.error();
    QHash<qint64, Stay> stays;
    for (const KeptRow &row : *rows) {
        const auto stay = asKind<Stay>(row);
        if (!stay)
            return stay.error();
        stays.insert(stay->value.personId.value, stay->value);
    }
    return stays;
}

Result<QHash<qint64, QList<Kept<DeskMovement>>>> movementsByPerson(
    const RecordReader &records, const QList<qint64> &people, const QDateTime &until, qint64 without)
{
    const auto rows = lastMovements(records.database(), people, until, without);
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<DeskMovement>>> movements;
    for (const KeptRow &row : *rows) {
        const auto movement = asKind<DeskMovement>(row);
        if (!movement)
            return movement.error();
        movements[movement->value.personId.value].append(*movement);
    }
    return movements;
}

/// The moment of arriving: with the time of day where it is on file and exists once, else the start of the day.
QDateTime arrivalMoment(const Stay &stay, const Clock &clock)
{
    const QDate day = stay.arrivedOn.value_or(QDate());
    if (!stay.arrivedTime)
        return clock.startOf(day);
    const WallTime at = clock.resolve(day, *stay.arrivedTime);
    return at.earlier.isValid() ? at.earlier : clock.startOf(day);
}

PresenceInput presenceInput(
    const Stay &stay, const QList<Kept<DeskMovement>> &movements, const QList<AwaySpell> &spells, const Clock &clock)
{
    PresenceInput input{.arrivedAt = arrivalMoment(stay, clock), .movements = movements};
    if (stay.leftOn)
        input.leftAt = clock.startOf(*stay.leftOn);
    for (const AwaySpell &spell : spells) {
        const auto back = spell.back ? std::optional(clock.startOf(*spell.back)) : std::nullopt;
        input.spells.append({clock.startOf(spell.from), back, spell.why == AwayWhy::Nights});
    }
    return input;
}

} // namespace

Result<int> presenceHours(const RecordReader &records)
{
    const auto houses = records.all<House>();
    if (!houses)
        return houses.error();
    return int(houses->isEmpty() ? House().presenceHours : houses->first().value.presenceHours);
}

Result<PresenceOnFile> readPresence(const RecordReader &records, const QDateTime &at, const QList<qint64> &people, qint64 without)
{
    const Clock &clock = records.clock();
    const QDate day = clock.local(at).date();
    const auto stays = staysByPerson(records, day, people);
    if (!stays)
        return stays.error();
    const auto movements = movementsByPerson(records, stays->keys(), at, without);
    const auto spells = readAway(records, stays->keys(), day);
    const auto hours = presenceHours(records);
    if (!movements || !spells || !hours)
        return !movements ? movements.error() : !spells ? spells.error() : hours.error();
    PresenceOnFile onFile{.states = {}, .spells = *spells, .stays = *stays};
    for (auto stay = stays->cbegin(); stay != stays->cend(); ++stay) {
        const PresenceInput input = presenceInput(stay.value(), movements->value(stay.key()), spells->value(stay.key()), clock);
        const QDateTime arrivalDay = clock.startOf(stay.value().arrivedOn.value_or(QDate()));
        if (const auto state = presenceAt(input, at, *hours, arrivalDay))
            onFile.states.insert(stay.key(), *state);
    }
    return onFile;
}

Presence::Presence(Records &records, const People &people)
    : m_records(records)
    , m_people(people)
{
    records.addLookup(recordType<DeskMovement>(), [this](const Row &row, qint64 self) { return movementProblems(row, self); });
}

PersonPresence Presence::told(const ResidentLine &line, const PresenceState &state, const PresenceOnFile &onFile) const
{
    PersonPresence one{line, state, {}};
    const QList<AwaySpell> spells = onFile.spells.value(line.person.id.value);
    if (state.spell >= 0 && state.spell < spells.size() && !line.isClosed && maySayWhy(spells[state.spell].why, m_records.session()))
        one.awayWhy = QString::fromLatin1(codeOf(spells[state.spell].why));
    return one;
}

Result<QList<PersonPresence>> Presence::everybody() const
{
    const auto lines = m_people.residents(ResidentGroup::HereNow);
    if (!lines)
        return lines.error();
    const auto onFile = readPresence(m_records, m_records.clock().now());
    if (!onFile)
        return onFile.error();
    QList<PersonPresence> all;
    for (const ResidentLine &line : *lines)
        if (const auto state = onFile->states.constFind(line.person.id.value); state != onFile->states.constEnd())
            all.append(told(line, *state, *onFile));
    return all;
}

Result<std::optional<PersonPresence>> Presence::of(Id<Person> person) const
{
    const auto line = m_people.line(person);
    if (!line)
        return line.error();
    const auto onFile = readPresence(m_records, m_records.clock().now(), {person.value});
    if (!onFile)
        return onFile.error();
    const auto state = onFile->states.constFind(person.value);
    return state == onFile->states.constEnd() ? std::optional<PersonPresence>() : told(*line, *state, *onFile);
}

/// Judged at its own moment, so that what is written late is held against what was known then.
Result<Violations> Presence::movementProblems(const Row &row, qint64 self) const
{
    const auto movement = recordType<DeskMovement>().fromRow(row);
    if (!movement || !movement->at.isValid() || !movement->personId)
        return Violations(); // refused beside its field
    const qint64 person = movement->personId.value;
    const auto onFile = readPresence(m_records, movement->at, {person}, self);
    if (!onFile)
        return onFile.error();
    const auto state = onFile->states.constFind(person);
    if (state == onFile->states.constEnd())
        return Violations{{u"at"_s, Rule::OutsideTheStay, {}}};
    if (movement->direction == DeskDirection::In)
        return Violations();
    if (state->where == Whereabouts::Away) {
        const QString since = m_records.clock().local(state->since).date().toString(Qt::ISODate);
        return Violations{{u"direction"_s, Rule::OutWhileAway, since}};
    }
    if (state->where == Whereabouts::Out)
        return Violations{{u"direction"_s, Rule::OutAlready, m_records.clock().local(state->since).toString(u"yyyy-MM-ddTHH:mm"_s)}};
    return Violations();
}

Result<Kept<DeskMovement>> Presence::put(
    Id<Person> person, DeskDirection direction, const std::optional<QDateTime> &expectedBack, const QString &note)
{
    const DeskMovement movement{person, m_records.clock().now(), direction, expectedBack, note};
    if (!m_records.closed().isClosed(person.value))
        return m_records.add(movement);
    if (!m_records.mayAdd(recordType<DeskMovement>()))
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<DeskMovement>().table), {}};
    const Row row = toRow(movement);
    const auto problems = movementProblems(row, 0);
    if (!problems)
        return problems.error();
    const Violations violations = m_records.check(row) + *problems;
    if (!violations.isEmpty())
        return Error{ErrorKind::Invalid, QString::fromLatin1(recordType<DeskMovement>().table), violations};
    std::optional<Kept<DeskMovement>> kept;
    const Done done = m_records.together([&]() -> Done {
        const auto entered = m_records.enter(row, m_records.session().staff().value);
        if (!entered)
            return entered.error();
        kept = typed<DeskMovement>(*entered);
        return {};
    });
    if (!done)
        return done.error();
    return *kept;
}

Done Presence::takeBack(const Kept<DeskMovement> &movement, const QString &reason)
{
    if (movement.createdBy != m_records.session().staff().value)
        return Error{ErrorKind::NotAllowedNow, QString::fromLatin1(recordType<DeskMovement>().table), {}};
    const KeptRow row = untyped(movement);
    if (!m_records.closed().isClosed(movement.value.personId.value))
        return m_records.withdraw(recordType<DeskMovement>(), row.id, row.version, reason, Records::ReasonOf::TheProgram);
    return m_records.together([&] { return m_records.rewrite(row, row.row, HistoryAction::Withdrawn, reason); });
}

} // namespace keywork
