// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/shifts.h"

#include "core/domain/house.h"
#include "core/domain/naloxone_watch.h"
#include "core/services/records/records.h"
#include "core/storage/naloxone_and_supplies.h"
#include "core/storage/shifts.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> allOfShifts(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<Kept<T>> found;
    for (const KeptRow &row : *rows) {
        auto record = asKind<T>(row);
        if (!record)
            return record.error();
        found.append(std::move(*record));
    }
    return found;
}

/// Each member of the team once, by their entry that began first.
void eachOnce(QList<Kept<OnShift>> &shifts)
{
    QSet<qint64> seen;
    shifts.removeIf([&seen](const Kept<OnShift> &one) {
        const bool isThere = seen.contains(one.value.staffId.value);
        seen.insert(one.value.staffId.value);
        return isThere;
    });
}

using SpanOf = std::optional<ShiftSpan> (*)(const ShiftPatterns &, const QDateTime &, const Clock &);

Result<std::optional<ShiftSpan>> spanNow(const Records &records, SpanOf which)
{
    const auto patterns = readShiftPatterns(records.database());
    return patterns ? Result<std::optional<ShiftSpan>>(which(*patterns, records.clock().now(), records.clock())) : patterns.error();
}

} // namespace

Result<ShiftPatterns> readShiftPatterns(Database &database) { return allOfShifts<ShiftPattern>(shiftPatterns(database)); }

Result<QList<Kept<OnShift>>> readOnShift(Database &database, const QDateTime &at)
{
    // Whoever said an end may have begun long ago; nobody is on for longer than a week.
    auto shifts = allOfShifts<OnShift>(onShiftBegun(database, at.addDays(-7), at));
    if (!shifts)
        return shifts;
    shifts->removeIf([&at](const Kept<OnShift> &one) { return !one.value.isOnAt(at); });
    eachOnce(*shifts);
    return shifts;
}

Result<OnCallNow> readOnCall(const Records &records, const QDateTime &at)
{
    const auto calls = allOfShifts<OnCall>(onCallAt(records.database(), at));
    if (!calls)
        return calls.error();
    if (calls->isEmpty()) {
        const auto house = records.all<House>();
        if (!house)
            return house.error();
        return OnCallNow{.name = house->isEmpty() ? QString() : house->first().value.onCall};
    }
    const OnCall &call = calls->first().value;
    if (!call.staffId)
        return OnCallNow{call.name, call.telephone};
    const auto member = Table(records.database(), recordType<Staff>()).find(call.staffId.value);
    if (!member)
        return member.error();
    return OnCallNow{member->row.text(u"name"_s), call.telephone};
}

Shifts::Shifts(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<ShiftPattern>(), [this](const Row &row, qint64 self) { return patternProblems(row, self); });
    records.addLookup(recordType<OnShift>(), [this](const Row &row, qint64 self) { return onShiftProblems(row, self); });
    records.addLookup(recordType<LoneCheckIn>(), [this](const Row &row, qint64) { return wordProblems(row); });
}

Result<ShiftPatterns> Shifts::patterns() const { return m_records.all<ShiftPattern>(); }
Result<std::optional<ShiftSpan>> Shifts::current() const { return spanNow(m_records, shiftAt); }
Result<std::optional<ShiftSpan>> Shifts::next() const { return spanNow(m_records, shiftBeginningAfter); }
Result<std::optional<ShiftSpan>> Shifts::before() const { return spanNow(m_records, shiftEndedBefore); }

QString Shifts::nameNow() const
{
    const auto span = current();
    return span && *span ? (*span)->name : QString();
}

Result<QList<SomebodyOn>> Shifts::named(const QList<Kept<OnShift>> &shifts) const
{
    const auto team = m_records.all<Staff>({.withWithdrawn = true});
    if (!team)
        return team.error();
    QHash<qint64, QString> names;
    for (const Kept<Staff> &member : *team)
        names.insert(member.id.value, member.value.name);
    QList<SomebodyOn> found;
    for (const Kept<OnShift> &shift : shifts)
        found.append({shift, names.value(shift.value.staffId.value)});
    return found;
}

Result<QList<SomebodyOn>> Shifts::onNow() const
{
    if (!m_records.mayRead(recordType<OnShift>()))
        return Error{ErrorKind::NotPermitted, u"on_shift"_s, {}};
    const auto shifts = readOnShift(m_records.database(), m_records.clock().now());
    return shifts ? named(*shifts) : shifts.error();
}

Result<QList<SomebodyOn>> Shifts::comingOn() const
{
    if (!m_records.mayRead(recordType<OnShift>()))
        return Error{ErrorKind::NotPermitted, u"on_shift"_s, {}};
    const QDateTime now = m_records.clock().now();
    auto shifts = allOfShifts<OnShift>(onShiftBegun(m_records.database(), now.addMSecs(1), now.addDays(1)));
    if (!shifts)
        return shifts.error();
    eachOnce(*shifts);
    return named(*shifts);
}

Result<OnCallNow> Shifts::onCall() const
{
    if (!m_records.mayRead(recordType<OnCall>()))
        return Error{ErrorKind::NotPermitted, u"on_call"_s, {}};
    return readOnCall(m_records, m_records.clock().now());
}

Result<QList<QString>> Shifts::trainedOnShift() const
{
    const auto on = onNow();
    const auto trainings = allOfShifts<NaloxoneTraining>(naloxoneTrainings(m_records.database(), m_records.today()));
    if (!on || !trainings)
        return on ? trainings.error() : on.error();
    QList<QString> names;
    for (const SomebodyOn &somebody : *on)
        if (std::any_of(trainings->cbegin(), trainings->cend(), [&](const Kept<NaloxoneTraining> &one) {
                return one.value.staffId == somebody.shift.value.staffId && one.value.holdsOn(m_records.today());
            }))
            names.append(somebody.name);
    return names;
}

std::optional<ShiftSpan> Shifts::offered() const
{
    if (!m_records.mayAdd(recordType<OnShift>()) || !m_records.mayRead(recordType<OnShift>()))
        return {};
    const auto span = current();
    const auto on = readOnShift(m_records.database(), m_records.clock().now());
    if (!span || !*span || !on)
        return {};
    const Id<Staff> self = m_records.session().staff();
    const bool isOn = std::any_of(on->cbegin(), on->cend(), [self](const Kept<OnShift> &one) { return one.value.staffId == self; });
    return isOn ? std::nullopt : *span;
}

Result<Kept<OnShift>> Shifts::comeOn(Id<ShiftPattern> pattern, const QDateTime &until)
{
    OnShift shift{.staffId = m_records.session().staff(), .patternId = pattern};
    shift.fromAt = m_records.clock().now();
    shift.untilAt = until;
    return m_records.add(shift);
}

Done Shifts::goOff()
{
    const QDateTime now = m_records.clock().now();
    const auto on = readOnShift(m_records.database(), now);
    if (!on)
        return on.error();
    for (Kept<OnShift> shift : *on)
        if (shift.value.staffId == m_records.session().staff()) {
            shift.value.wentOffAt = now;
            const auto gone = m_records.amend(shift);
            return gone ? Done() : Done(gone.error());
        }
    return Error{ErrorKind::NotFound, u"on_shift"_s, {}};
}

/// Two that begin at the same time are refused; two over one another for a while are asked about, as hours for handing over.
Result<Violations> Shifts::patternProblems(const Row &row, qint64 self) const
{
    const auto mine = recordType<ShiftPattern>().fromRow(row);
    const auto others = readShiftPatterns(m_records.database());
    if (!mine || !others)
        return mine ? others.error() : Error{ErrorKind::Damaged, u"shift_pattern"_s, {}};
    Violations violations;
    for (const Kept<ShiftPattern> &other : *others) {
        if (other.id.value == self)
            continue;
        const ShiftsMeet meet = howTheyMeet(*mine, other.value);
        if (meet == ShiftsMeet::SameBeginning)
            return Violations{{u"starts_at"_s, Rule::ShiftsOverlap, other.value.name}};
        if (meet == ShiftsMeet::Overlap && violations.isEmpty())
            violations.append({u"ends_at"_s, Rule::Unlikely, kShiftsOverlap});
    }
    return violations;
}

Result<Violations> Shifts::onShiftProblems(const Row &row, qint64 self) const
{
    const auto mine = recordType<OnShift>().fromRow(row);
    if (!mine)
        return Error{ErrorKind::Damaged, u"on_shift"_s, {}};
    const auto others = allOfShifts<OnShift>(onShiftBegun(m_records.database(), mine->fromAt.addDays(-7), mine->offAt()));
    if (!others)
        return others.error();
    for (const Kept<OnShift> &other : *others)
        if (other.id.value != self && other.value.staffId == mine->staffId && other.value.fromAt < mine->offAt()
            && mine->fromAt < other.value.offAt())
            return Violations{{u"from_at"_s, Rule::OnShiftAlready, {}}};
    return Violations();
}

} // namespace keywork
