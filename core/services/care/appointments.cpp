// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/appointments.h"

#include "core/domain/stay.h"
#include "core/services/records/records.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kLongestSeconds = 12 * 60 * 60; // as the field allows

Filter from(const QDateTime &moment) { return {u"starts_at"_s, Filter::Comparison::AtLeast, toStoredText(moment)}; }
Filter until(const QDateTime &moment) { return {u"starts_at"_s, Filter::Comparison::AtMost, toStoredText(moment)}; }

bool overlap(const Appointment &one, const Appointment &other) { return one.startsAt < other.endsAt() && other.startsAt < one.endsAt(); }

} // namespace

Appointments::Appointments(Records &records)
    : m_records(records)
{
    // Kept or missed can only be what has begun.
    records.addLookup(recordType<Appointment>(), [this](const Row &row, qint64) -> Result<Violations> {
        const auto appointment = recordType<Appointment>().fromRow(row);
        const bool hasHappened = appointment && !appointment->isOpen() && !appointment->isCancelled();
        const bool isAhead = hasHappened && m_records.clock().local(appointment->startsAt).date() > m_records.today();
        return isAhead ? Violations{{u"outcome"_s, Rule::InTheFuture, {}}} : Violations();
    });
}

QDateTime Appointments::at(QDate day, QTime time) const { return QDateTime(day, time, m_records.clock().zone()).toUTC(); }

QList<Appointment> Appointments::planned(const Appointment &first, const std::optional<Repeat> &repeat) const
{
    const QDateTime local = m_records.clock().local(first.startsAt);
    QList<Appointment> all;
    for (const QDate day : repeat ? repeatedDays(local.date(), *repeat) : QList<QDate>{local.date()}) {
        all.append(first);
        if (day != local.date())
            all.last().startsAt = at(day, local.time());
    }
    return all;
}

Result<QList<Kept<Appointment>>> Appointments::book(const Appointment &first, const std::optional<Repeat> &repeat)
{
    const QList<Appointment> all = planned(first, repeat);
    if (repeat && !repeat->times && !repeat->until)
        return invalid({{u"repeat"_s, Rule::Required, {}}});
    if (all.isEmpty())
        return invalid({{u"repeat"_s, Rule::EndsBeforeStart, {}}});
    if (repeat && repeat->times.value_or(0) > kMostRepeats)
        return invalid({{u"repeat"_s, Rule::TooLarge, QString::number(kMostRepeats)}});
    QList<Kept<Appointment>> booked;
    const Done done = m_records.together([&]() -> Done {
        const QString series = all.size() > 1 ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
        for (Appointment one : all) {
            one.series = series;
            auto kept = m_records.add(one);
            if (!kept)
                return kept.error();
            booked.append(*kept);
        }
        return {};
    });
    return done ? Result<QList<Kept<Appointment>>>(booked) : done.error();
}

Result<Kept<Appointment>> Appointments::end(Id<Appointment> id, AppointmentOutcome outcome, const QString &note)
{
    auto kept = m_records.one(id);
    if (!kept)
        return kept;
    kept->value.outcome = outcome;
    if (!note.trimmed().isEmpty())
        kept->value.outcomeNote = note;
    return m_records.amend(*kept);
}

Result<QList<Kept<Appointment>>> Appointments::following(const Kept<Appointment> &from) const
{
    if (from.value.series.isEmpty())
        return QList<Kept<Appointment>>{from};
    auto all = m_records.all<Appointment>({.filters = {{u"series"_s, Filter::Comparison::Equals, from.value.series},
                                               {u"starts_at"_s, Filter::Comparison::AtLeast, toStoredText(from.value.startsAt)}},
        .orderBy = u"starts_at"_s});
    if (all)
        all->removeIf([&from](const Kept<Appointment> &one) { return one.id != from.id && !one.value.isOpen(); });
    return all;
}

Result<int> Appointments::moveFollowing(Id<Appointment> id, const QDateTime &startsAt)
{
    const auto first = m_records.one(id);
    const auto all = first ? following(*first) : Result<QList<Kept<Appointment>>>(first.error());
    if (!all)
        return all.error();
    const Clock &clock = m_records.clock();
    const QDateTime wanted = clock.local(startsAt);
    const qint64 days = clock.local(first->value.startsAt).date().daysTo(wanted.date());
    const Done done = m_records.together([&]() -> Done {
        for (Kept<Appointment> one : *all) {
            one.value.startsAt = one.id == id ? startsAt.toUTC() : at(clock.local(one.value.startsAt).date().addDays(days), wanted.time());
            if (auto moved = m_records.amend(one); !moved)
                return moved.error();
        }
        return {};
    });
    return done ? Result<int>(int(all->size())) : done.error();
}

Result<int> Appointments::cancelFollowing(Id<Appointment> id, AppointmentOutcome how, const QString &note)
{
    const auto first = m_records.one(id);
    const auto all = first ? following(*first) : Result<QList<Kept<Appointment>>>(first.error());
    if (!all)
        return all.error();
    const Done done = m_records.together([&]() -> Done {
        for (const Kept<Appointment> &one : *all)
            if (auto ended = end(one.id, how, note); !ended)
                return ended.error();
        return {};
    });
    return done ? Result<int>(int(all->size())) : done.error();
}

Result<QList<AppointmentClash>> Appointments::clashes(const Appointment &appointment, Id<Appointment> self) const
{
    const auto near = m_records.all<Appointment>(
        {.filters = {from(appointment.startsAt.addSecs(-kLongestSeconds)), until(appointment.endsAt())}, .orderBy = u"starts_at"_s});
    if (!near)
        return near.error();
    QList<AppointmentClash> found;
    for (const Kept<Appointment> &other : *near) {
        if (other.id == self || other.value.isCancelled() || !overlap(appointment, other.value))
            continue;
        const bool samePerson = other.value.personId == appointment.personId;
        const bool sameWorker = appointment.goesAlongId && other.value.goesAlongId == appointment.goesAlongId;
        if (samePerson || sameWorker)
            found.append({other, samePerson});
    }
    return found;
}

Result<QList<Kept<Appointment>>> Appointments::between(QDate first, QDate last, Id<Person> person) const
{
    const Clock &clock = m_records.clock();
    ListRequest request{
        .filters = {from(clock.startOf(first)), until(clock.startOf(last.addDays(1)).addMSecs(-1))}, .orderBy = u"starts_at"_s};
    if (person)
        request.filters.append({u"person_id"_s, Filter::Comparison::Equals, person.value});
    return m_records.all<Appointment>(request);
}

Result<Appointments::Attended> Appointments::attended(Id<Person> person) const
{
    const auto appointments = m_records.of<Appointment>("person_id", person);
    const auto stays = m_records.of<Stay>("person_id", person);
    const auto agencies = m_records.all<Agency>({.withWithdrawn = true});
    if (!appointments || !stays || !agencies)
        return !appointments ? appointments.error() : !stays ? stays.error() : agencies.error();
    Attended all;
    for (const Kept<Stay> &stay : *stays)
        if (stay.value.arrivedOn && (!all.arrivedOn || *stay.value.arrivedOn > *all.arrivedOn))
            all.arrivedOn = stay.value.arrivedOn;
    QHash<qint64, QString> kinds;
    for (const Kept<Agency> &agency : *agencies)
        kinds.insert(agency.id.value, agency.value.category.code);
    for (const Kept<Appointment> &one : *appointments)
        all.days.append({m_records.clock().local(one.value.startsAt).date(), one.value.outcome, kinds.value(one.value.agencyId.value)});
    return all;
}

Result<AttendanceAroundArrival> Appointments::attendance(Id<Person> person) const
{
    const auto all = attended(person);
    return all ? Result<AttendanceAroundArrival>(keywork::attendance(all->days, all->arrivedOn)) : all.error();
}

Result<QMap<QString, AttendanceAroundArrival>> Appointments::attendanceByAgency(Id<Person> person) const
{
    auto all = attended(person);
    if (!all)
        return all.error();
    if (!m_records.session().may(Act::Read, Category::Offending))
        all->days.removeIf([](const AttendedDay &one) { return one.with == kProbation || one.with == u"police"_s; });
    return keywork::attendanceByAgency(all->days, all->arrivedOn);
}

} // namespace keywork
