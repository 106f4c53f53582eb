// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/front_desk.h"

#include "core/base/text.h"
#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "core/storage/desk_reading.h"
#include "core/storage/presence_reading.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> allAsKind(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<Kept<T>> records;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<T>(row);
        if (!one)
            return one.error();
        records.append(*one);
    }
    return records;
}

template <class T> QList<qint64> peopleNamed(const QList<Kept<T>> &records)
{
    QList<qint64> people;
    for (const Kept<T> &record : records)
        if (record.value.personId && !people.contains(record.value.personId.value))
            people.append(record.value.personId.value);
    return people;
}

/// Day and time on the house's clock, as a violation says it.
QString houseMoment(const QDateTime &at, const Clock &clock) { return clock.local(at).toString(u"yyyy-MM-ddTHH:mm"_s); }

} // namespace

FrontDesk::FrontDesk(Records &records, const People &people)
    : m_records(records)
    , m_people(people)
{
    records.addLookup(recordType<Visitor>(), [this](const Row &row, qint64 self) { return visitorProblems(row, self); });
    records.addLookup(recordType<StaffPresence>(), [this](const Row &row, qint64 self) { return staffProblems(row, self); });
}

Result<QHash<qint64, ResidentLine>> FrontDesk::linesById(const QList<qint64> &people) const
{
    QList<Id<Person>> ids;
    for (const qint64 person : people)
        ids.append(Id<Person>{person});
    const auto lines = m_people.lines(ids);
    if (!lines)
        return lines.error();
    QHash<qint64, ResidentLine> byId;
    for (const ResidentLine &line : *lines)
        byId.insert(line.person.id.value, line);
    return byId;
}

Result<QList<VisitorInside>> FrontDesk::visitorsIn() const
{
    if (!m_records.mayRead(recordType<Visitor>()))
        return Error{m_records.session().refusal(), u"visitor"_s, {}};
    const auto visitors = allAsKind<Visitor>(visitorsInside(m_records.database()));
    if (!visitors)
        return visitors.error();
    const auto hosts = linesById(peopleNamed(*visitors));
    if (!hosts)
        return hosts.error();
    QList<VisitorInside> inside;
    for (const Kept<Visitor> &visitor : *visitors) {
        const auto host = hosts->constFind(visitor.value.personId.value);
        const bool isKnown = host != hosts->constEnd();
        inside.append({visitor, isKnown ? host->person.value.displayName() : QString(), isKnown ? host->room : QString()});
    }
    return inside;
}

Result<QList<Kept<Contractor>>> FrontDesk::contractorsIn() const
{
    if (!m_records.mayRead(recordType<Contractor>()))
        return Error{m_records.session().refusal(), u"contractor"_s, {}};
    return allAsKind<Contractor>(contractorsInside(m_records.database()));
}

Result<QList<StaffInside>> FrontDesk::staffIn() const
{
    if (!m_records.mayRead(recordType<StaffPresence>()))
        return Error{m_records.session().refusal(), u"staff_presence"_s, {}};
    const auto present = allAsKind<StaffPresence>(staffInside(m_records.database()));
    const auto team = m_records.all<Staff>({.withWithdrawn = true});
    if (!present || !team)
        return present ? team.error() : present.error();
    QList<StaffInside> inside;
    for (const Kept<StaffPresence> &one : *present) {
        const auto member
            = std::find_if(team->cbegin(), team->cend(), [&one](const Kept<Staff> &staff) { return staff.id == one.value.staffId; });
        inside.append({one, member == team->cend() ? QString() : member->value.name});
    }
    return inside;
}

Result<QList<DeliveryHere>> FrontDesk::deliveriesWaiting() const
{
    if (!m_records.mayRead(recordType<Delivery>()))
        return Error{m_records.session().refusal(), u"delivery"_s, {}};
    auto deliveries = allAsKind<Delivery>(deliveriesHere(m_records.database()));
    if (!deliveries)
        return deliveries.error();
    deliveries->removeIf([this](const Kept<Delivery> &one) { return m_records.closed().isClosed(one.value.personId.value); });
    const auto lines = linesById(peopleNamed(*deliveries));
    if (!lines)
        return lines.error();
    QList<DeliveryHere> waiting;
    for (const Kept<Delivery> &one : *deliveries) {
        const auto whom = lines->constFind(one.value.personId.value);
        const bool isResident = whom != lines->constEnd();
        waiting.append({one, isResident ? whom->person.value.displayName() : one.value.forWhom, isResident ? whom->room : QString()});
    }
    return waiting;
}

Result<QList<NotLetIn>> FrontDesk::notLetIn() const
{
    if (!m_records.mayRead(recordType<Barring>()))
        return Error{m_records.session().refusal(), u"barring"_s, {}};
    const auto barrings = allAsKind<Barring>(barringsOn(m_records.database(), m_records.today()));
    if (!barrings)
        return barrings.error();
    const auto lines = linesById(peopleNamed(*barrings));
    if (!lines)
        return lines.error();
    QList<NotLetIn> told;
    for (const Kept<Barring> &one : *barrings) {
        const auto whom = lines->constFind(one.value.personId.value);
        const QString who = whom == lines->constEnd() ? one.value.name : whom->person.value.displayName();
        const bool isClosed = m_records.closed().isClosed(one.value.personId.value);
        const bool mayRead = !isClosed && m_records.session().may(Act::Read, Category::Risk);
        told.append({one.id, who, isClosed ? QString() : one.value.described, one.value.untilOn, mayRead});
    }
    return told;
}

/// Whoever stands at the desk says it of a closed record's visitor, too, of which they read no more.
Done FrontDesk::sayNow(const RecordType &type, qint64 id, const QString &column)
{
    if (!m_records.mayComplete(type))
        return Error{m_records.session().refusal(), QString::fromLatin1(type.table), {}};
    auto kept = Table(m_records.database(), type).find(id);
    if (!kept)
        return kept.error();
    if (kept->withdrawnAt || !kept->row.text(column).isEmpty())
        return Error{ErrorKind::Conflict, QString::fromLatin1(type.table), {}};
    Row said = kept->row;
    said.set(column, toStoredText(m_records.clock().now()));
    if (m_records.closed().isClosed(kept->row.value(u"person_id"_s).toLongLong()))
        return m_records.together([&] { return m_records.rewrite(*kept, said, HistoryAction::Changed, {}); });
    kept->row = said;
    const auto amended = m_records.amend(*kept);
    return amended ? Done() : Done(amended.error());
}

Done FrontDesk::visitorLeft(Id<Visitor> visitor) { return sayNow(recordType<Visitor>(), visitor.value, u"left_at"_s); }
Done FrontDesk::contractorLeft(Id<Contractor> contractor) { return sayNow(recordType<Contractor>(), contractor.value, u"left_at"_s); }
Done FrontDesk::staffLeft(Id<StaffPresence> presence) { return sayNow(recordType<StaffPresence>(), presence.value, u"left_at"_s); }
Done FrontDesk::handedOver(Id<Delivery> delivery) { return sayNow(recordType<Delivery>(), delivery.value, u"handed_at"_s); }

Result<Kept<StaffPresence>> FrontDesk::staffCame(Id<Staff> staff)
{
    return m_records.add(StaffPresence{.staffId = staff, .cameAt = m_records.clock().now()});
}

/// By any name that a barring of today has, whoever may read its record: only the fact is told.
Result<bool> FrontDesk::isNotLetIn(const QString &name) const
{
    const auto barrings = allAsKind<Barring>(barringsOn(m_records.database(), m_records.today()));
    if (!barrings)
        return barrings.error();
    const auto residents = Table(m_records.database(), recordType<Person>()).some(peopleNamed(*barrings));
    if (!residents)
        return residents.error();
    QStringList names;
    for (const Kept<Barring> &one : *barrings)
        names.append(one.value.name);
    for (const KeptRow &row : *residents) {
        const QString family = row.row.text(u"family_name"_s);
        for (const QString &given : {row.row.text(u"given_name"_s), row.row.text(u"preferred_name"_s)})
            if (!given.isEmpty())
                names.append(given + u' ' + family);
    }
    return std::any_of(names.cbegin(), names.cend(), [&name](const QString &one) { return !one.isEmpty() && folded(one) == folded(name); });
}

/// Only while they are in: that they left is never held up.
Result<Violations> FrontDesk::visitorProblems(const Row &row, qint64 self) const
{
    const auto visitor = recordType<Visitor>().fromRow(row);
    if (!visitor || visitor->leftAt || visitor->name.trimmed().isEmpty())
        return Violations();
    const auto notIn = isNotLetIn(visitor->name);
    const auto inside = allAsKind<Visitor>(visitorsInside(m_records.database()));
    const auto houses = m_records.all<House>();
    const auto lives = staysOnDay(m_records.database(), m_records.clock().local(visitor->cameAt).date(), {visitor->personId.value});
    if (!notIn || !inside || !houses || !lives)
        return !notIn ? notIn.error() : !inside ? inside.error() : !houses ? houses.error() : lives.error();
    Violations violations;
    if (*notIn)
        violations.append({u"name"_s, Rule::Unlikely, kNotLetIn});
    qint64 others = 0;
    for (const Kept<Visitor> &one : *inside) {
        if (one.id.value == self)
            continue;
        const bool isSameHost = one.value.personId == visitor->personId;
        others += isSameHost;
        if (violations.isEmpty() && folded(one.value.name) == folded(visitor->name))
            violations.append(
                {u"name"_s, isSameHost ? Rule::InAlready : Rule::VisitsAnother, houseMoment(one.value.cameAt, m_records.clock())});
    }
    if (visitor->personId && lives->isEmpty())
        violations.append({u"person_id"_s, Rule::HostNotHere, {}});
    const qint64 limit = houses->isEmpty() ? House().visitorLimit : houses->first().value.visitorLimit;
    if (visitor->personId && others >= limit)
        violations.append({u"person_id"_s, Rule::Unlikely, kVisitorLimit});
    return violations;
}

Result<Violations> FrontDesk::staffProblems(const Row &row, qint64 self) const
{
    const auto presence = recordType<StaffPresence>().fromRow(row);
    if (!presence || presence->leftAt || !presence->staffId)
        return Violations();
    const auto inside = allAsKind<StaffPresence>(staffInside(m_records.database()));
    if (!inside)
        return inside.error();
    for (const Kept<StaffPresence> &one : *inside)
        if (one.id.value != self && one.value.staffId == presence->staffId)
            return Violations{{u"staff_id"_s, Rule::InAlready, houseMoment(one.value.cameAt, m_records.clock())}};
    return Violations();
}

} // namespace keywork
