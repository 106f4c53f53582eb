// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/roll_calls.h"

#include "core/services/records/records.h"
#include "core/storage/presence_reading.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> using RollById = QHash<qint64, T>;

/// Rows by their ids, past what the reader may see of the rest of their records.
template <class T> Result<RollById<T>> rollRows(Database &database, const QList<qint64> &ids)
{
    RollById<T> byId;
    if (ids.isEmpty())
        return byId;
    const auto rows = Table(database, recordType<T>()).some(ids);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        const auto one = asKind<T>(row);
        if (!one)
            return one.error();
        byId.insert(row.id, one->value);
    }
    return byId;
}

template <class T> QList<qint64> rollIds(const QList<RollLine> &lines, Id<T> RollCallLine::*member)
{
    QList<qint64> ids;
    for (const RollLine &one : lines)
        if (const Id<T> id = one.line.value.*member; id && !ids.contains(id.value))
            ids.append(id.value);
    return ids;
}

RollSort sortOfLine(const RollCallLine &line)
{
    return line.staffId     ? RollSort::Staff
        : line.visitorId    ? RollSort::Visitor
        : line.contractorId ? RollSort::Contractor
                            : RollSort::Resident;
}

/// What to know before somebody goes in for them. Closed records tell the plan alone.
QString helpToldOf(const Stay &stay, const Person &person)
{
    QStringList help;
    if (needsHelpToGetOut(stay.escapePlan))
        help.append(stay.escapePlan.simplified());
    if (!person.communicationNeeds.trimmed().isEmpty())
        help.append(person.communicationNeeds.simplified());
    return help.join(u" · "_s);
}

} // namespace

Result<RollCallNow> RollCalls::told(const std::optional<Kept<RollCall>> &call, const QList<Kept<RollCallLine>> &lines) const
{
    RollCallNow now{.call = call, .at = call ? call->value.beganAt : m_records.clock().now()};
    QList<RollLine> all;
    for (const Kept<RollCallLine> &line : lines) {
        const RollCallLine &said = line.value;
        all.append({.line = line,
            .entry
            = {.sort = sortOfLine(said), .where = said.whereabouts, .needsHelp = said.needsHelp, .isTicked = said.tickedAt.has_value()}});
    }
    if (Done done = tellResidents(all, now.residentNumbers); !done)
        return done.error();
    if (Done done = tellOthers(all); !done)
        return done.error();
    QList<RollEntry> entries;
    for (const RollLine &one : std::as_const(all))
        entries.append(one.entry);
    now.count = rollCount(entries);
    for (const qsizetype place : rollOrder(entries))
        now.lines.append(all[place]);
    return now;
}

Done RollCalls::tellResidents(QList<RollLine> &lines, QStringList &numbers) const
{
    const QList<qint64> people = rollIds(lines, &RollCallLine::personId);
    QList<Id<Person>> asked;
    for (const qint64 person : people)
        asked.append(Id<Person>{person});
    const auto known = m_people.lines(asked);
    const auto stays
        = people.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : staysOnDay(m_records.database(), m_records.today(), people);
    const auto rooms = m_records.all<Room>({.withWithdrawn = true});
    if (!known || !stays || !rooms)
        return !known ? known.error() : !stays ? stays.error() : rooms.error();
    RollById<Room> roomById;
    for (const Kept<Room> &room : *rooms)
        roomById.insert(room.id.value, room.value);
    RollById<Stay> stayByPerson;
    for (const KeptRow &row : *stays)
        if (const auto stay = asKind<Stay>(row))
            stayByPerson.insert(stay->value.personId.value, stay->value);
    RollById<Person> byId;
    for (const ResidentLine &line : *known) {
        byId.insert(line.person.id.value, line.person.value);
        numbers.append(line.person.value.number);
    }
    for (RollLine &one : lines) {
        const qint64 person = one.line.value.personId.value;
        if (one.entry.sort != RollSort::Resident || !byId.contains(person))
            continue;
        const Stay stay = stayByPerson.value(person);
        const Room room = roomById.value(stay.roomId.value);
        one.entry.name = byId.value(person).displayName();
        one.entry.room = room.name;
        one.entry.building = room.building;
        one.entry.floor = room.floor;
        one.help = helpToldOf(stay, byId.value(person));
    }
    return {};
}

Done RollCalls::tellOthers(QList<RollLine> &lines) const
{
    const auto team = m_records.all<Staff>({.withWithdrawn = true});
    const auto visitors = rollRows<Visitor>(m_records.database(), rollIds(lines, &RollCallLine::visitorId));
    const auto contractors = rollRows<Contractor>(m_records.database(), rollIds(lines, &RollCallLine::contractorId));
    const auto inside = m_desk.visitorsIn();
    if (!team || !visitors || !contractors || !inside)
        return !team ? team.error() : !visitors ? visitors.error() : !contractors ? contractors.error() : inside.error();
    RollById<QString> names;
    for (const Kept<Staff> &member : *team)
        names.insert(member.id.value, member.value.name);
    RollById<QString> hosts;
    for (const VisitorInside &one : *inside)
        hosts.insert(one.visitor.id.value, one.room.isEmpty() ? one.host : one.host + u", "_s + one.room);
    for (RollLine &one : lines) {
        const RollCallLine &said = one.line.value;
        one.tickedBy = names.value(said.tickedById.value);
        if (said.staffId)
            one.entry.name = names.value(said.staffId.value);
        if (said.visitorId) {
            one.entry.name = visitors->value(said.visitorId.value).name;
            one.told = hosts.value(said.visitorId.value);
        }
        if (said.contractorId) {
            const Contractor contractor = contractors->value(said.contractorId.value);
            one.entry.name = contractor.name.isEmpty() ? contractor.firm : contractor.name + u", "_s + contractor.firm;
            one.told = contractor.where;
        }
    }
    return {};
}

} // namespace keywork
