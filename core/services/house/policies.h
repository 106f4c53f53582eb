// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/domain/staff.h"
#include "core/services/records/record_reader.h"

namespace keywork {

class Records;

/// What a save of a policy, and of who read it, has to hold and says by itself: asked on every save, from whatever screen.
void addPolicyChecks(Records &records);

/// The latest version of each policy that has not ended, by kind and title. One that is still to come counts: it is read
/// beforehand.
Result<QList<Kept<Policy>>> latestPolicies(const RecordReader &records);
/// The version of the house's policy of this kind that holds on `day`; none: there is none. Of several, the one that holds
/// since last.
Result<std::optional<Kept<Policy>>> policyOn(const RecordReader &records, PolicyKind kind, QDate day);
/// All versions of the policy, the newest first.
Result<QList<Kept<Policy>>> policyVersions(const RecordReader &records, const Kept<Policy> &policy);
/// When a version that holds from this day is reviewed, unless whoever writes it says otherwise: after a year, house rule.
QDate nextPolicyReview(QDate validFrom);
/// What the next version begins with: the words of this one.
Policy nextVersionOf(const Kept<Policy> &policy, QDate today);

/// Somebody of the team beside a version: when they said that they have read it.
struct PolicyReader {
    Kept<Staff> who;
    std::optional<QDateTime> readAt;
};
/// Everybody in the team who may read it, and whoever left and has read it: those who have not first, then by name.
Result<QList<PolicyReader>> policyReaders(const RecordReader &records, Id<Policy> version);
/// That somebody has read it: whoever is signed in, or, by a manager, whoever signed the paper. Saying it twice keeps one.
Done sayPolicyRead(Records &records, Id<Policy> version, Id<Staff> reader = {});

} // namespace keywork
