// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/intake.h"

#include "core/services/records/families.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Result<CriteriaVersion> Intake::version(Id<EntryCriteria> id) const
{
    const auto version = m_records.one(id);
    if (!version)
        return version.error();
    const auto criteria = m_records.all<EntryCriterion>(
        {.filters = {{u"entry_criteria_id"_s, Filter::Comparison::Equals, id.value}}, .orderBy = u"position"_s});
    return criteria ? Result<CriteriaVersion>(CriteriaVersion{*version, *criteria}) : criteria.error();
}

Result<std::optional<CriteriaVersion>> Intake::criteria() const
{
    const auto latest = m_records.all<EntryCriteria>({.orderBy = u"id"_s, .descending = true, .limit = 1});
    if (!latest)
        return latest.error();
    if (latest->isEmpty())
        return std::optional<CriteriaVersion>();
    auto found = version(latest->first().id);
    return found ? Result<std::optional<CriteriaVersion>>(std::move(*found)) : found.error();
}

Done Intake::keepAnswers(const Kept<ReferralIn> &referral, const QList<CriterionAnswer> &answers)
{
    const auto known = m_records.of<CriterionAnswer>("referral_in_id", referral.id);
    if (!known)
        return known.error();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        CriterionAnswer wanted = answers.at(i);
        wanted.referralInId = referral.id;
        wanted.personId = referral.value.personId;
        if (wanted.answer == CriterionAnswered::Waived && !wanted.waivedById)
            wanted.waivedById = m_records.session().staff();
        const auto before = std::find_if(known->cbegin(), known->cend(),
            [&wanted](const Kept<CriterionAnswer> &one) { return one.value.criterionId == wanted.criterionId; });
        if (before == known->cend() && wanted.answer == CriterionAnswered::NotKnown)
            continue; // nothing was said
        Result<Kept<CriterionAnswer>> kept = Error{};
        if (before == known->cend()) {
            kept = m_records.add(wanted);
        } else {
            Kept<CriterionAnswer> edited = *before;
            edited.value = wanted;
            kept = m_records.amend(edited);
        }
        if (kept)
            continue;
        Error error = kept.error();
        for (Violation &violation : error.violations)
            violation.column = partColumn(i, violation.column);
        return error;
    }
    return {};
}

Result<QList<CriterionLine>> Intake::criteriaAt(const Kept<ReferralIn> &referral) const
{
    QList<CriterionLine> lines;
    const auto answers = m_records.of<CriterionAnswer>("referral_in_id", referral.id);
    if (!answers)
        return answers.error();
    std::optional<CriteriaVersion> counts;
    if (referral.value.criteriaId) {
        const auto decidedBy = version(referral.value.criteriaId);
        if (!decidedBy)
            return decidedBy.error();
        counts = *decidedBy;
    } else {
        const auto now = criteria();
        if (!now)
            return now.error();
        counts = *now;
    }
    QList<std::pair<Kept<EntryCriterion>, CriterionAnswer>> earlier;
    QHash<qint64, CriterionAnswer> given;
    for (const Kept<CriterionAnswer> &answer : *answers) {
        given.insert(answer.value.criterionId.value, answer.value);
        const bool isOfNow = counts && std::any_of(counts->criteria.cbegin(), counts->criteria.cend(), [&answer](const auto &criterion) {
            return criterion.id == answer.value.criterionId;
        });
        if (isOfNow)
            continue;
        const auto criterion = m_records.one(answer.value.criterionId);
        if (!criterion)
            return criterion.error();
        earlier.append({*criterion, answer.value});
    }
    for (const Kept<EntryCriterion> &criterion : counts ? counts->criteria : QList<Kept<EntryCriterion>>()) {
        CriterionLine line{criterion, given.value(criterion.id.value), false};
        const auto same = std::find_if(
            earlier.begin(), earlier.end(), [&criterion](const auto &one) { return one.first.value.wording == criterion.value.wording; });
        if (!given.contains(criterion.id.value) && same != earlier.end())
            line.answer = same->second; // the words are the same: so is what was said of them
        if (same != earlier.end())
            earlier.erase(same);
        line.answer.criterionId = criterion.id;
        lines.append(line);
    }
    for (const auto &[criterion, answer] : std::as_const(earlier))
        lines.append({criterion, answer, true});
    return lines;
}

} // namespace keywork
