// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/intake.h"

#include "core/services/records/records.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kReferral = u"referral."_s;

Violations prefixed(Violations violations)
{
    for (Violation &violation : violations)
        violation.column.prepend(kReferral);
    return violations;
}

ReferralInState stateOf(const Row &row) { return fromCode<ReferralInState>(row.text(u"state"_s)).value_or(ReferralInState::New); }

/// How it is called in lists until somebody says otherwise.
void nameIt(ReferralIn &referral, const Person &person)
{
    if (referral.personName.trimmed().isEmpty())
        referral.personName = person.displayName();
}

} // namespace

Intake::Intake(Records &records, People &people)
    : m_records(records)
    , m_people(people)
{
    records.addLookup(recordType<ReferralIn>(), [this](const Row &row, qint64 self) { return checkReferral(row, self); });
    records.addFollowing(
        recordType<ReferralIn>(), [this](const KeptRow &kept, const std::optional<Row> &before) { return followReferral(kept, before); });
    records.addFollowing(recordType<Stay>(), [this](const KeptRow &kept, const std::optional<Row> &) { return followStay(kept); });
    records.addCompleting(recordType<Stay>(), [this](Row &stay, const std::optional<Row> &before) { openArrival(stay, before); });
}

/// What a decision is dated by, and the version of the criteria that it was made by.
Result<ReferralIn> Intake::completed(ReferralIn referral) const
{
    if (!isDecision(referral.state)) {
        referral.criteriaId = {};
        return referral;
    }
    if (!referral.decidedOn)
        referral.decidedOn = m_records.today();
    if (referral.state == ReferralInState::WaitingList && !referral.waitingSince)
        referral.waitingSince = referral.decidedOn;
    if (referral.criteriaId)
        return referral;
    const auto now = criteria();
    if (!now)
        return now.error();
    if (*now)
        referral.criteriaId = (*now)->version.id;
    return referral;
}

Result<Kept<ReferralIn>> Intake::refer(const Person &person, const ReferralIn &referral)
{
    auto wanted = completed(referral);
    if (!wanted)
        return wanted.error();
    nameIt(*wanted, person);
    Row checked = toRow(*wanted);
    checked.set(u"person_id"_s, qint64(1)); // stands for the person who is about to get an id
    const Violations violations = m_records.check(toRow(person)) + prefixed(m_records.check(checked));
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<ReferralIn>> kept;
    const Done done = m_records.together([&]() -> Done {
        const auto added = m_records.add(person);
        if (!added)
            return added.error();
        wanted->personId = added->id;
        auto referred = m_records.add(*wanted);
        if (!referred) {
            Error error = referred.error();
            error.violations = prefixed(error.violations);
            return error;
        }
        kept = std::move(*referred);
        return {};
    });
    return done ? Result<Kept<ReferralIn>>(*kept) : done.error();
}

Result<Kept<ReferralIn>> Intake::refer(Id<Person> person, ReferralIn referral)
{
    const auto known = m_records.one(person);
    if (!known)
        return known.error();
    referral.personId = person;
    nameIt(referral, known->value);
    const auto wanted = completed(referral);
    return wanted ? m_records.add(*wanted) : wanted.error();
}

Result<Kept<ReferralIn>> Intake::takeOnFile(Id<ReferralIn> referral, Id<Person> person)
{
    auto known = m_records.one(referral);
    if (!known)
        return known;
    if (known->value.personId)
        return notNow(NotNow::StaysAsItIs);
    if (const auto there = m_records.one(person); !there)
        return there.error();
    known->value.personId = person;
    return m_records.amend(*known);
}

Result<Kept<ReferralIn>> Intake::takeOnFile(Id<ReferralIn> referral, const Person &person)
{
    std::optional<Kept<ReferralIn>> kept;
    const Done done = m_records.together([&]() -> Done {
        const auto added = m_records.add(person);
        if (!added)
            return added.error();
        auto taken = takeOnFile(referral, added->id);
        if (!taken)
            return taken.error();
        kept = std::move(*taken);
        return {};
    });
    return done ? Result<Kept<ReferralIn>>(*kept) : done.error();
}

Result<Kept<ReferralIn>> Intake::save(const Kept<ReferralIn> &edited, const QList<CriterionAnswer> &answers)
{
    const auto wanted = completed(edited.value);
    if (!wanted)
        return wanted.error();
    std::optional<Kept<ReferralIn>> kept;
    const Done done = m_records.together([&]() -> Done {
        Kept<ReferralIn> referral = edited;
        referral.value = *wanted;
        auto saved = m_records.amend(referral);
        if (!saved)
            return saved.error();
        kept = std::move(*saved);
        return keepAnswers(*kept, answers);
    });
    return done ? Result<Kept<ReferralIn>>(*kept) : done.error();
}

Result<QList<Kept<ReferralIn>>> Intake::of(Id<Person> person) const
{
    return m_records.all<ReferralIn>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"received_on"_s, .descending = true});
}

Result<std::optional<Kept<Stay>>> Intake::stayOf(qint64 referral) const
{
    const auto rows = Table(m_records.database(), recordType<Stay>())
                          .list({.filters = {{u"referral_in_id"_s, Filter::Comparison::Equals, referral}}, .orderBy = u"id"_s});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<Kept<Stay>>();
    const auto stay = asKind<Stay>(rows->last());
    return stay ? Result<std::optional<Kept<Stay>>>(*stay) : stay.error();
}

Result<Violations> Intake::checkReferral(const Row &row, qint64 self) const
{
    Violations violations;
    const ReferralInState state = stateOf(row);
    Table referrals(m_records.database(), recordType<ReferralIn>());
    const qint64 place = row.value(u"waiting_place"_s).toLongLong();
    if (state == ReferralInState::WaitingList && place > 0) {
        const auto others = referrals.list(
            {.filters = {{u"waiting_place"_s, Filter::Comparison::Equals, place},
                 {u"state"_s, Filter::Comparison::Equals, row.text(u"state"_s)}, {u"id"_s, Filter::Comparison::NotEquals, self}},
                .limit = 1});
        if (!others)
            return others.error();
        if (!others->isEmpty())
            // Whoever may not see it is told that the place is taken, not by whom.
            violations.append({u"waiting_place"_s, Rule::PlaceTaken,
                m_records.one(recordType<ReferralIn>(), others->first().id) ? others->first().row.text(u"number"_s) : QString()});
    }
    if (state == ReferralInState::Accepted && row.value(u"person_id"_s).isNull())
        violations.append({u"state"_s, Rule::RecordFirst, {}});
    const auto stored = self > 0 ? referrals.find(self) : Result<KeptRow>(KeptRow());
    if (!stored)
        return stored.error();
    const bool wasArrived = stored->id > 0 && stateOf(stored->row) == ReferralInState::Arrived;
    if ((state == ReferralInState::Arrived) == wasArrived)
        return violations;
    const auto stay = self > 0 ? stayOf(self) : Result<std::optional<Kept<Stay>>>(std::optional<Kept<Stay>>());
    if (!stay)
        return stay.error();
    const bool hasArrived = *stay && (*stay)->value.arrivedOn;
    // Undoing brings both back, one after the other.
    if (!m_records.bringsBack() && hasArrived != (state == ReferralInState::Arrived))
        violations.append({u"state"_s, Rule::SaidByArriving, {}});
    return violations;
}

/// An accepted referral has a stay to be planned; one that comes to nothing after all keeps no room waiting.
Done Intake::followReferral(const KeptRow &kept, const std::optional<Row> &before)
{
    const auto referral = recordType<ReferralIn>().fromRow(kept.row);
    const bool isNews = !before || kept.withdrawnAt || stateOf(*before) != stateOf(kept.row);
    if (!referral || !isNews || !referral->personId)
        return {};
    const bool accepted = referral->state == ReferralInState::Accepted && !kept.withdrawnAt;
    const bool ended = !accepted; // one that is thought over again plans nothing until it is accepted once more
    const auto stay = stayOf(kept.id);
    if (!stay)
        return stay.error();
    if (!*stay) {
        if (!accepted)
            return {};
        Stay planned;
        planned.personId = referral->personId;
        planned.referralInId = {kept.id};
        planned.referredOn = referral->receivedOn;
        const auto added = m_records.add(planned);
        return added ? Done() : Done(added.error());
    }
    Kept<Stay> planned = **stay;
    if (planned.value.arrivedOn || planned.value.notComing == ended)
        return {};
    planned.value.notComing = ended;
    const auto saved = m_records.amend(planned);
    return saved ? Done() : Done(saved.error());
}

/// Whoever gives somebody a room at night need not know what the referral says.
Done Intake::followStay(const KeptRow &kept)
{
    const qint64 id = kept.row.value(u"referral_in_id"_s).toLongLong();
    const auto row = id > 0 ? Table(m_records.database(), recordType<ReferralIn>()).find(id) : Result<KeptRow>(KeptRow());
    if (!row)
        return row.error();
    if (row->id == 0 || row->withdrawnAt)
        return {};
    auto referral = asKind<ReferralIn>(*row);
    if (!referral)
        return referral.error();
    const bool arrived = !kept.withdrawnAt && !kept.row.value(u"arrived_on"_s).isNull();
    const bool saysArrived = referral->value.state == ReferralInState::Arrived;
    if (arrived == saysArrived)
        return {};
    referral->value.state = arrived ? ReferralInState::Arrived : ReferralInState::Accepted;
    const auto saved = m_records.amend(*referral);
    return saved ? Done() : Done(saved.error());
}

} // namespace keywork
