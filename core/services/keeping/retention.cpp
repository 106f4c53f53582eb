// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/retention.h"

#include "core/domain/house.h"
#include "core/domain/referral_in.h"
#include "core/rules/retention.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "core/storage/erasing.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Error refused(const Records &records) { return {records.session().refusal(), {}, {}}; }

template <class T> QList<T> valuesOf(const QList<Kept<T>> &records)
{
    QList<T> values;
    for (const Kept<T> &record : records)
        values.append(record.value);
    return values;
}

Result<QList<RetentionRule>> rulesOf(const Records &records)
{
    const auto rules = records.all<RetentionRule>({.orderBy = u"id"_s});
    return rules ? Result<QList<RetentionRule>>(valuesOf(*rules)) : rules.error();
}

} // namespace

Result<int> Retention::years(RetentionClass what) const
{
    const auto rules = rulesOf(m_records);
    return rules ? Result<int>(yearsKept(what, *rules)) : rules.error();
}

Result<QSet<qint64>> Retention::held() const
{
    const auto holds = Table(m_records.database(), recordType<RetentionHold>()).list({});
    if (!holds)
        return holds.error();
    QSet<qint64> people;
    for (const KeptRow &row : *holds)
        if (const auto hold = typed<RetentionHold>(row); !hold || hold->value.holdsWithin(m_records.today(), m_records.latestDay()))
            people.insert(row.row.value(u"person_id"_s).toLongLong());
    return people;
}

Result<DueRecord> Retention::named(const QString &number) const
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    const ListRequest wanted{.filters = {{u"number"_s, Filter::Comparison::Equals, number.trimmed().toUpper()}}};
    const auto people = m_records.all<Person>(wanted);
    const auto referrals = m_records.all<ReferralIn>(wanted);
    const auto heldPeople = held();
    if (!people || !referrals || !heldPeople)
        return Error{ErrorKind::Storage, u"retention"_s, {}};
    if (!referrals->isEmpty() && !referrals->first().value.personId) {
        const Kept<ReferralIn> &referral = referrals->first();
        return DueRecord{RetentionClass::ReferralIn, referral.id.value, referral.value.number, referral.value.personName, {}, false, {}};
    }
    if (people->isEmpty())
        return Error{ErrorKind::NotFound, {}, {}};
    const Kept<Person> &person = people->first();
    const auto stays = m_records.of<Stay>("person_id", person.id);
    if (!stays)
        return stays.error();
    const auto theirs = m_records.of<ReferralIn>("person_id", person.id);
    if (!theirs)
        return theirs.error();
    const auto start = retentionStart(valuesOf(*stays), m_records.today(), valuesOf(*theirs));
    return DueRecord{start ? start->what : RetentionClass::Resident, person.id.value, person.value.number, person.value.displayName(), {},
        heldPeople->contains(person.id.value), {}};
}

Result<QList<DueRecord>> Retention::due() const
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    const auto rules = rulesOf(m_records);
    const auto stays = m_records.all<Stay>();
    const auto people = m_records.all<Person>();
    const auto decided = m_records.all<ReferralIn>();
    const auto proposals = waiting();
    const auto heldPeople = held();
    if (!rules || !stays || !people || !decided || !proposals || !heldPeople)
        return Error{ErrorKind::Storage, u"retention"_s, {}};
    const QDate today = m_records.today();
    QHash<qint64, QList<Stay>> staysOf;
    for (const Kept<Stay> &stay : *stays)
        staysOf[stay.value.personId.value].append(stay.value);
    QHash<qint64, QList<ReferralIn>> referralsOf;
    for (const Kept<ReferralIn> &referral : *decided)
        referralsOf[referral.value.personId.value].append(referral.value);
    QList<DueRecord> due;
    const auto consider = [&](DueRecord record) {
        if (record.due > today)
            return;
        for (const Kept<Erasure> &proposal : *proposals)
            if (proposal.value.what == record.what && proposal.value.record == record.record)
                record.erasure = proposal.id;
        due.append(record);
    };
    for (const Kept<Person> &person : *people) {
        const auto start = retentionStart(staysOf.value(person.id.value), today, referralsOf.value(person.id.value));
        if (!start)
            continue;
        const QDate day = dueOn(*start, yearsKept(start->what, *rules));
        if (day > today)
            continue;
        const bool isHeld = heldPeople->contains(person.id.value);
        consider({start->what, person.id.value, person.value.number, person.value.displayName(), day, isHeld, {}});
    }
    for (const Kept<ReferralIn> &referral : *decided) {
        if (isOpen(referral.value.state) || referral.value.personId) // somebody's goes with their record
            continue;
        const RetentionStart received{RetentionClass::ReferralIn, referral.value.receivedOn};
        const QDate day = dueOn(received, yearsKept(received.what, *rules));
        consider({RetentionClass::ReferralIn, referral.id.value, referral.value.number, referral.value.personName, day, false, {}});
    }
    std::sort(due.begin(), due.end(), [](const DueRecord &a, const DueRecord &b) { return a.due < b.due; });
    return due;
}

Done Retention::checkMayGo(RetentionClass what, qint64 record) const
{
    if (what == RetentionClass::ReferralIn)
        return {};
    const auto heldPeople = held();
    if (!heldPeople)
        return heldPeople.error();
    if (heldPeople->contains(record))
        return notNow(NotNow::OnHold);
    const auto stays
        = Table(m_records.database(), recordType<Stay>()).list({.filters = {{u"person_id"_s, Filter::Comparison::Equals, record}}});
    if (!stays)
        return stays.error();
    for (const KeptRow &row : *stays) {
        const auto stay = typed<Stay>(row);
        // Arrived and not left is here, whatever day the clock says.
        if (!stay || (stay->value.arrivedOn && !stay->value.leftOn) || stay->value.isHereOn(m_records.today()) || stay->value.isExpected())
            return notNow(NotNow::LivesHere);
    }
    const auto referrals
        = Table(m_records.database(), recordType<ReferralIn>()).list({.filters = {{u"person_id"_s, Filter::Comparison::Equals, record}}});
    if (!referrals)
        return referrals.error();
    for (const KeptRow &row : *referrals)
        if (const auto referral = typed<ReferralIn>(row); !referral || isOpen(referral->value.state))
            return notNow(NotNow::LivesHere);
    return {};
}

Result<Kept<Erasure>> Retention::propose(RetentionClass what, qint64 record, ErasureWhy why)
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    if (Done mayGo = checkMayGo(what, record); !mayGo)
        return mayGo.error();
    const auto proposals = waiting();
    if (!proposals)
        return proposals.error();
    for (const Kept<Erasure> &proposal : *proposals)
        if (proposal.value.what == what && proposal.value.record == record)
            return Error{ErrorKind::Conflict, {}, {}};
    Erasure erasure;
    erasure.what = what;
    erasure.record = record;
    erasure.why = why;
    erasure.dueOn = m_records.today();
    if (what == RetentionClass::ReferralIn) {
        const auto referral = m_records.one(Id<ReferralIn>{record});
        if (!referral)
            return referral.error();
        erasure.number = referral->value.number;
    } else {
        const auto person = m_records.one(Id<Person>{record});
        if (!person)
            return person.error();
        erasure.number = person->value.number;
    }
    return m_records.add(erasure);
}

Result<QList<Kept<Erasure>>> Retention::waiting() const
{
    if (!mayApprove())
        return refused(m_records);
    return m_records.all<Erasure>({.filters = {{u"erased_at"_s, Filter::Comparison::IsAbsent}}});
}

Result<QList<Kept<Erasure>>> Retention::done() const
{
    if (!mayApprove())
        return refused(m_records);
    return m_records.all<Erasure>({.filters = {{u"erased_at"_s, Filter::Comparison::IsPresent}}});
}

bool Retention::mayApprove() const
{
    // In a house with one manager the second pair of eyes is a keyworker's.
    const Session &session = m_records.session();
    return session.manages() || (session.role() == Role::Keyworker && session.may(Act::Write, Category::House));
}

Result<Kept<Erasure>> Retention::approve(Id<Erasure> id)
{
    if (!mayApprove())
        return refused(m_records);
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    Table table(m_records.database(), recordType<Erasure>());
    const auto row = table.find(id.value);
    if (!row)
        return row.error();
    auto erasure = asKind<Erasure>(*row);
    if (!erasure)
        return erasure;
    if (erasure->value.erasedAt || erasure->withdrawn)
        return notNow(NotNow::Decided);
    if (erasure->createdBy == m_records.session().staff().value)
        return invalid({{u"approved_by"_s, Rule::AnotherPerson, {}}});
    if (Done mayGo = checkMayGo(erasure->value.what, erasure->value.record); !mayGo)
        return mayGo.error();
    const bool isPerson = erasure->value.what != RetentionClass::ReferralIn;
    const QString kind = isPerson ? u"person"_s : u"referral_in"_s;
    const Done erased = m_records.together([&]() -> Done {
        const auto counts = eraseRecord(m_records.database(), {kind, erasure->value.record});
        if (!counts)
            return counts.error();
        erasure->value.approvedBy = m_records.session().staff();
        erasure->value.erasedAt = m_records.clock().now();
        erasure->value.records = counts->records;
        erasure->value.entries = counts->entries;
        // By hand, not as a save: the certificate says what happened and can't be refused any more.
        if (Done updated = table.update(erasure->id.value, erasure->version, toRow(erasure->value)); !updated)
            return updated;
        ++erasure->version;
        for (const ErasedRecord &emptied : counts->emptied)
            if (Done noted = m_records.note(HistoryAction::NamesRemoved, emptied.kind, emptied.record); !noted)
                return noted;
        for (const ErasedRecord &along : counts->along)
            if (Done noted = m_records.note(HistoryAction::Erased, along.kind, along.record, along.record); !noted)
                return noted;
        m_records.announce({QString::fromLatin1(recordType<Erasure>().table), erasure->id.value, 0});
        m_records.announce({kind, erasure->value.record, isPerson ? erasure->value.record : 0});
        return m_records.note(HistoryAction::Erased, kind, erasure->value.record, isPerson ? erasure->value.record : 0,
            {{u"records"_s, counts->records}, {u"entries"_s, counts->entries}, {u"erasure"_s, erasure->id.value}});
    });
    if (!erased)
        return erased.error();
    m_records.forgetLastCommit();
    return erasure;
}

Done Retention::drop(Id<Erasure> id, const QString &reason)
{
    const auto erasure = m_records.one(id);
    if (!erasure)
        return erasure.error();
    return m_records.withdraw(recordType<Erasure>(), id.value, erasure->version, reason, Records::ReasonOf::TheProgram);
}

} // namespace keywork
