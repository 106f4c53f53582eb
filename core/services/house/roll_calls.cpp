// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/roll_calls.h"

#include "core/services/records/records.h"
#include "core/storage/desk_reading.h"
#include "core/storage/presence_reading.h"
#include "core/storage/table.h"

#include <algorithm>

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

RollCalls::RollCalls(Records &records, const People &people, const Presence &presence, const FrontDesk &desk)
    : m_records(records)
    , m_people(people)
    , m_presence(presence)
    , m_desk(desk)
{
}

/// Whoever is signed in is in the building, whether or not they said so at the desk.
Result<QList<RollCallLine>> RollCalls::everybodyNow() const
{
    const auto residents = m_presence.everybody();
    const auto staff = m_desk.staffIn();
    const auto visitors = m_desk.visitorsIn();
    const auto contractors = m_desk.contractorsIn();
    if (!residents || !staff || !visitors || !contractors)
        return !residents ? residents.error() : !staff ? staff.error() : !visitors ? visitors.error() : contractors.error();
    const auto stays = staysOnDay(m_records.database(), m_records.today());
    if (!stays)
        return stays.error();
    QHash<qint64, QString> plans;
    for (const KeptRow &stay : *stays)
        plans.insert(stay.row.value(u"person_id"_s).toLongLong(), stay.row.text(u"escape_plan"_s));
    QList<RollCallLine> lines;
    for (const PersonPresence &one : *residents) {
        const bool needsHelp = needsHelpToGetOut(plans.value(one.line.person.id.value))
            || (!one.line.isClosed && mayMissAlarm(one.line.person.value.communicationNeeds));
        lines.append({.personId = one.line.person.id, .whereabouts = one.state.where, .needsHelp = needsHelp});
    }
    QList<Id<Staff>> team{m_records.session().staff()};
    for (const StaffInside &one : *staff)
        if (!team.contains(one.presence.value.staffId))
            team.append(one.presence.value.staffId);
    for (const Id<Staff> member : team)
        lines.append({.staffId = member});
    for (const VisitorInside &one : *visitors)
        lines.append({.visitorId = one.visitor.id});
    for (const Kept<Contractor> &one : *contractors)
        lines.append({.contractorId = one.id});
    return lines;
}

Result<RollCallNow> RollCalls::asOfNow() const
{
    const auto everybody = everybodyNow();
    if (!everybody)
        return everybody.error();
    QList<Kept<RollCallLine>> lines;
    for (const RollCallLine &one : *everybody)
        lines.append({.id = {}, .version = 0, .createdAt = {}, .createdBy = 0, .withdrawn = false, .value = one});
    return told({}, lines);
}

Result<Id<RollCall>> RollCalls::begin()
{
    const auto goesOn = running();
    if (!goesOn)
        return goesOn.error();
    if (*goesOn)
        return **goesOn;
    const auto everybody = everybodyNow();
    if (!everybody)
        return everybody.error();
    Id<RollCall> begun;
    const Done done = m_records.together([&]() -> Done {
        const auto call = m_records.add(RollCall{.beganAt = m_records.clock().now()});
        if (!call)
            return call.error();
        begun = call->id;
        for (RollCallLine line : *everybody) {
            line.rollCallId = begun;
            if (const auto kept = m_records.add(line); !kept)
                return kept.error();
        }
        return {};
    });
    return done ? Result<Id<RollCall>>(begun) : done.error();
}

Result<std::optional<Id<RollCall>>> RollCalls::running() const
{
    if (!m_records.mayRead(recordType<RollCall>()))
        return Error{m_records.session().refusal(), u"roll_call"_s, {}};
    const auto open = rollCallsOpen(m_records.database());
    if (!open)
        return open.error();
    return open->isEmpty() ? std::optional<Id<RollCall>>() : Id<RollCall>{open->first().id};
}

Result<RollCallNow> RollCalls::read(Id<RollCall> call) const
{
    const auto kept = m_records.one(call);
    if (!kept)
        return kept.error();
    const auto rows = linesOfRollCall(m_records.database(), call.value);
    if (!rows)
        return rows.error();
    QList<Kept<RollCallLine>> lines;
    for (const KeptRow &row : *rows) {
        const auto line = asKind<RollCallLine>(row);
        if (!line)
            return line.error();
        lines.append(*line);
    }
    return told(*kept, lines);
}

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

Done RollCalls::checkGoesOn(Id<RollCall> call) const
{
    const auto kept = m_records.one(call);
    if (!kept)
        return kept.error();
    return kept->value.endedAt ? Done(notNow(NotNow::StaysAsItIs)) : Done();
}

Done RollCalls::tick(Id<RollCallLine> line, bool isThere)
{
    auto kept = m_records.one(line);
    if (!kept)
        return kept.error();
    if (Done goesOn = checkGoesOn(kept->value.rollCallId); !goesOn)
        return goesOn;
    kept->value.tickedAt = isThere ? std::optional(m_records.clock().now()) : std::nullopt;
    kept->value.tickedById = isThere ? m_records.session().staff() : Id<Staff>();
    const auto ticked = m_records.amend(*kept);
    return ticked ? Done() : Done(ticked.error());
}

Done RollCalls::end(Id<RollCall> call, RollCallKind kind, const QString &assembled, const QString &note)
{
    if (Done goesOn = checkGoesOn(call); !goesOn)
        return goesOn;
    if (kind == RollCallKind::NotSaid)
        return Error{ErrorKind::Invalid, u"roll_call"_s, {{u"kind"_s, Rule::Required, {}}}};
    auto kept = m_records.one(call);
    if (!kept)
        return kept.error();
    kept->value.kind = kind;
    kept->value.assembled = assembled;
    kept->value.note = note;
    kept->value.endedAt = m_records.clock().now();
    const auto ended = m_records.amend(*kept);
    return ended ? Done() : Done(ended.error());
}

} // namespace keywork
