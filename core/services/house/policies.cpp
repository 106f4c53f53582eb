// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/policies.h"

#include "core/base/anniversary.h"
#include "core/base/text.h"
#include "core/rules/permissions.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Filter equalTo(const QString &column, qint64 value) { return {column, Filter::Comparison::Equals, value}; }

/// That a version follows the latest, once. What is brought back or copied follows the same rule.
Result<Violations> policyFollows(const Records &records, const Row &row, qint64 self)
{
    const qint64 before = row.value(u"follows_id"_s).toLongLong();
    if (before <= 0)
        return Violations();
    const auto others = records.list(recordType<Policy>(), {.filters = {equalTo(u"follows_id"_s, before)}});
    if (!others)
        return others.error();
    for (const KeptRow &other : *others)
        if (other.id != self)
            return Violations{{u"title"_s, Rule::NotTheLatest, {}}};
    return Violations();
}

/// One more than the version before.
void countPolicyVersion(Records &records, Row &row, const std::optional<Row> &before)
{
    if (before)
        return;
    const qint64 follows = row.value(u"follows_id"_s).toLongLong();
    const auto earlier = follows > 0 ? records.one(recordType<Policy>(), follows) : Result<KeptRow>(Error{ErrorKind::NotFound, {}, {}});
    row.set(u"version_number"_s, earlier ? earlier->row.value(u"version_number"_s).toLongLong() + 1 : qint64(1));
}

/// Somebody says it of themselves, a manager also of whoever signed the paper; once for each version.
Result<Violations> policyReadBy(const Records &records, const Row &row, qint64 self)
{
    const qint64 reader = row.value(u"staff_id"_s).toLongLong();
    if (reader != records.session().staff().value && !records.session().may(Act::Manage, Category::House))
        return Violations{{u"staff_id"_s, Rule::AnotherOnes, {}}};
    const auto said = records.count(recordType<PolicyRead>(),
        {.filters = {equalTo(u"policy_id"_s, row.value(u"policy_id"_s).toLongLong()), equalTo(u"staff_id"_s, reader)}});
    if (!said)
        return said.error();
    return *said > 0 && self == 0 ? Violations{{u"staff_id"_s, Rule::SameAsBefore, {}}} : Violations();
}

bool isOfTheTeam(const Staff &member, QDate today) { return !member.leftOn || *member.leftOn > today; }

} // namespace

void addPolicyChecks(Records &records)
{
    records.addLookup(recordType<Policy>(), [&records](const Row &row, qint64 self) { return policyFollows(records, row, self); });
    records.addCompleting(
        recordType<Policy>(), [&records](Row &row, const std::optional<Row> &before) { countPolicyVersion(records, row, before); });
    records.addCompleting(recordType<PolicyRead>(), [&records](Row &row, const std::optional<Row> &before) {
        if (!before && row.value(u"staff_id"_s).toLongLong() <= 0)
            row.set(u"staff_id"_s, records.session().staff().value);
    });
    records.addLookup(recordType<PolicyRead>(), [&records](const Row &row, qint64 self) { return policyReadBy(records, row, self); });
}

Result<QList<Kept<Policy>>> latestPolicies(const RecordReader &records)
{
    auto all = records.all<Policy>({.orderBy = u"id"_s});
    if (!all)
        return all;
    QSet<qint64> followed;
    for (const Kept<Policy> &policy : *all)
        followed.insert(policy.value.followsId.value);
    all->removeIf([&followed](const Kept<Policy> &policy) { return policy.value.isOver || followed.contains(policy.id.value); });
    std::stable_sort(all->begin(), all->end(), [](const Kept<Policy> &one, const Kept<Policy> &other) {
        return one.value.kind != other.value.kind ? one.value.kind < other.value.kind : standsBefore(one.value.title, other.value.title);
    });
    return all;
}

Result<std::optional<Kept<Policy>>> policyOn(const RecordReader &records, PolicyKind kind, QDate day)
{
    const auto all = records.all<Policy>(
        {.filters = {{u"kind"_s, Filter::Comparison::Equals, QString::fromLatin1(codeOf(kind))}}, .orderBy = u"id"_s});
    if (!all)
        return all.error();
    QSet<qint64> replaced; // by a version that holds by then
    for (const Kept<Policy> &policy : *all)
        if (policy.value.validFrom <= day)
            replaced.insert(policy.value.followsId.value);
    std::optional<Kept<Policy>> holds;
    for (const Kept<Policy> &policy : *all)
        if (policy.value.validFrom <= day && !policy.value.isOver && !replaced.contains(policy.id.value)
            && (!holds || policy.value.validFrom >= holds->value.validFrom))
            holds.emplace(policy);
    return holds;
}

Result<QList<Kept<Policy>>> policyVersions(const RecordReader &records, const Kept<Policy> &policy)
{
    const auto all = records.all<Policy>({.orderBy = u"id"_s});
    if (!all)
        return all.error();
    QSet<qint64> ours{policy.id.value};
    for (qsizetype before = 0; before != ours.size();) { // both ways along the chain, which is short
        before = ours.size();
        for (const Kept<Policy> &one : *all)
            if (one.value.followsId && (ours.contains(one.id.value) || ours.contains(one.value.followsId.value)))
                ours << one.id.value << one.value.followsId.value;
    }
    QList<Kept<Policy>> versions;
    for (const Kept<Policy> &one : *all)
        if (ours.contains(one.id.value))
            versions.prepend(one);
    return versions;
}

QDate nextPolicyReview(QDate validFrom) { return yearsAfter(validFrom, 1, MonthEnd::LastDay); }

Policy nextVersionOf(const Kept<Policy> &policy, QDate today)
{
    Policy next = policy.value;
    next.followsId = policy.id;
    next.versionNumber = policy.value.versionNumber + 1;
    next.whatChanged.clear();
    next.validFrom = today;
    next.reviewOn = nextPolicyReview(today);
    return next;
}

Result<QList<PolicyReader>> policyReaders(const RecordReader &records, Id<Policy> version)
{
    const auto team = records.all<Staff>({.orderBy = u"name"_s});
    const auto said = records.of<PolicyRead>("policy_id", version);
    if (!team || !said)
        return team ? said.error() : team.error();
    QHash<qint64, QDateTime> readAt;
    for (const Kept<PolicyRead> &one : *said)
        if (!readAt.contains(one.value.staffId.value))
            readAt.insert(one.value.staffId.value, one.createdAt);
    QList<PolicyReader> readers;
    for (const Kept<Staff> &member : *team) {
        const bool hasRead = readAt.contains(member.id.value);
        if (hasRead || (isOfTheTeam(member.value, records.today()) && may(member.value.role, Act::Read, Category::House)))
            readers.append({member, hasRead ? std::optional(readAt.value(member.id.value)) : std::nullopt});
    }
    std::stable_sort(
        readers.begin(), readers.end(), [](const PolicyReader &one, const PolicyReader &other) { return !one.readAt && other.readAt; });
    return readers;
}

Done sayPolicyRead(Records &records, Id<Policy> version, Id<Staff> reader)
{
    if (!reader)
        reader = records.session().staff();
    const auto said = records.count(
        recordType<PolicyRead>(), {.filters = {equalTo(u"policy_id"_s, version.value), equalTo(u"staff_id"_s, reader.value)}});
    if (!said)
        return said.error();
    if (*said > 0)
        return {};
    const auto kept = records.add(PolicyRead{version, reader});
    return kept ? Done() : Done(kept.error());
}

} // namespace keywork
