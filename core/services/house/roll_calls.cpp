// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/roll_calls.h"

#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "core/storage/desk_reading.h"
#include "core/storage/presence_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

RollCalls::RollCalls(Records &records, const People &people, const Presence &presence, const FrontDesk &desk)
    : m_records(records)
    , m_people(people)
    , m_presence(presence)
    , m_desk(desk)
{
}

/// Whoever is signed in, or is on shift, is in the building, whether or not they said so at the desk: in a fire somebody too many
/// is looked for.
Result<QList<RollCallLine>> RollCalls::everybodyNow() const
{
    const auto residents = m_presence.everybody();
    const auto staff = m_desk.staffIn();
    const auto visitors = m_desk.visitorsIn();
    const auto contractors = m_desk.contractorsIn();
    if (!residents || !staff || !visitors || !contractors)
        return !residents ? residents.error() : !staff ? staff.error() : !visitors ? visitors.error() : contractors.error();
    const auto stays = staysOnDay(m_records.database(), m_records.today());
    const auto onShift = readOnShift(m_records.database(), m_records.clock().now());
    if (!stays || !onShift)
        return stays ? onShift.error() : stays.error();
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
    for (const Kept<OnShift> &one : *onShift)
        if (!team.contains(one.value.staffId))
            team.append(one.value.staffId);
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
