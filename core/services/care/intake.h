// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/arrival.h"
#include "core/domain/entry_criteria.h"
#include "core/domain/referral_in.h"
#include "core/record/record_type.h"
#include "core/rules/arrival_gaps.h"

namespace keywork {

class People;
class Records;

/// One version of the entry criteria with its criteria in their order.
struct CriteriaVersion {
    Kept<EntryCriteria> version;
    QList<Kept<EntryCriterion>> criteria;
};

/// A criterion at a referral, as it is worded in the version that counts for it.
struct CriterionLine {
    Kept<EntryCriterion> criterion;
    CriterionAnswer answer; ///< what is said of it now; of a new version, what was said of the same words before
    bool isEarlier = false; ///< the words have changed since: it is read, and answered no more
};

/// Where a referral's stay and the arrival stand.
struct Arrival {
    Kept<Stay> stay;
    Kept<Person> person;
    QList<Kept<ArrivalStep>> steps;
    QList<Kept<StayCondition>> conditions;
    QList<ArrivalGap> gaps;
};

/// From the first word to the first night: referrals in, the criteria that they are held against, the decision, the arrival.
/// An accepted referral has a planned stay from then on; the stay says when somebody arrived, and the referral follows it,
/// whatever screen it comes from.
class Intake {
public:
    Intake(Records &records, People &people);

    /// The version that holds today; none when the house has not written any.
    Result<std::optional<CriteriaVersion>> criteria() const;
    Result<CriteriaVersion> version(Id<EntryCriteria> id) const;

    /// Somebody new with the referral in one commit. Violations of the referral carry the prefix "referral.".
    Result<Kept<ReferralIn>> refer(const Person &person, const ReferralIn &referral);
    /// Somebody who is on file.
    Result<Kept<ReferralIn>> refer(Id<Person> person, ReferralIn referral);
    /// What came before anybody was on file gets its person: the record that is made of it, or one that there is.
    /// NotAllowedNow when it has one already.
    Result<Kept<ReferralIn>> takeOnFile(Id<ReferralIn> referral, const Person &person);
    Result<Kept<ReferralIn>> takeOnFile(Id<ReferralIn> referral, Id<Person> person);

    /// Saves the referral with what is said of the criteria; a decision keeps the version that it was made by. Violations of
    /// the second answer carry the column "1/column".
    Result<Kept<ReferralIn>> save(const Kept<ReferralIn> &edited, const QList<CriterionAnswer> &answers);
    /// The criteria that count for it, with what is said of each; then what was said of words that have changed since.
    Result<QList<CriterionLine>> criteriaAt(const Kept<ReferralIn> &referral) const;
    /// Of one person, the newest first.
    Result<QList<Kept<ReferralIn>>> of(Id<Person> person) const;

    /// The stay that is planned or began last; none: nobody thought of one yet.
    Result<std::optional<Arrival>> arrivalOf(Id<Person> person) const;
    /// Plans a stay for somebody who has none that is planned or going on: without a referral, or before it is accepted.
    Result<Kept<Stay>> plan(Id<Person> person);
    /// They are here: day, time and room suffice. The arrival is open from then on, whatever screen it comes from, until
    /// `finishArrival`; not that of a stay that began more than a week before its day of arrival was typed. Invalid as any stay: room
    /// taken, here already, before the referral.
    Result<Kept<Stay>> arrive(const Kept<Stay> &planned, QDate day, std::optional<QTime> time, Id<Room> room);
    /// Whoever says so has looked at what is still open.
    Result<Kept<Stay>> finishArrival(Id<Stay> stay);
    /// A step of the way in was done now.
    Done stepDone(Id<ArrivalStep> step);

private:
    Result<Violations> checkReferral(const Row &row, qint64 self) const;
    Done followReferral(const KeptRow &kept, const std::optional<Row> &before);
    Done followStay(const KeptRow &kept);
    void openArrival(Row &stay, const std::optional<Row> &before) const;
    Result<std::optional<Kept<Stay>>> stayOf(qint64 referral) const;
    Result<ReferralIn> completed(ReferralIn referral) const;
    Done keepAnswers(const Kept<ReferralIn> &referral, const QList<CriterionAnswer> &answers);
    Records &m_records;
    People &m_people;
};

} // namespace keywork
