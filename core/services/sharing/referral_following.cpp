// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/services/sharing/referrals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Result<Kept<Referral>> Referrals::follow(Id<Referral> id, const ReferralStep &step)
{
    auto referral = m_records.one(id);
    if (!referral)
        return referral;
    const ReferralState before = referral->value.state;
    if (before == ReferralState::Draft || before == ReferralState::NotSent || step.state == ReferralState::Draft
        || step.state == ReferralState::NotSent)
        return notNow(NotNow::ReferralSent);
    if (referral->value.sentOn && step.onDay < *referral->value.sentOn)
        return invalid({{u"on_day"_s, Rule::EndsBeforeStart, {}}});
    std::optional<Kept<Referral>> saved;
    Done done = m_records.together([&]() -> Done {
        ReferralStep said = step;
        said.referralId = id;
        said.personId = referral->value.personId;
        if (isOpen(said.state) && !said.askAgainOn) // what is still waited for is never forgotten
            said.askAgainOn = m_records.today().addDays(kChaseDays);
        if (auto added = m_records.add(said); !added)
            return added.error();
        referral->value.state = step.state;
        referral->value.chaseOn = isOpen(said.state) ? said.askAgainOn : std::nullopt;
        return m_records.withoutAsking([&]() -> Done { // a copy of what was asked about a moment ago
            auto amended = m_records.amend(*referral);
            if (!amended)
                return amended.error();
            saved = *amended;
            return {};
        });
    });
    if (!done)
        return done.error();
    return *saved;
}

Result<QList<Kept<ReferralStep>>> Referrals::stepsOf(Id<Referral> referral) const
{
    return m_records.all<ReferralStep>({.filters = {{u"referral_id"_s, Filter::Comparison::Equals, referral.value}}, .orderBy = u"id"_s});
}

Result<WaitingTime> Referrals::waitingTime(Id<Agency> agency) const
{
    const auto sent = m_records.of<Referral>("agency_id", agency);
    if (!sent)
        return sent.error();
    WaitingTime time;
    qint64 days = 0;
    for (const Kept<Referral> &referral : *sent) {
        if (!referral.value.sentOn || referral.value.state == ReferralState::NotSent)
            continue;
        ++time.referrals;
        time.waiting += isOpen(referral.value.state) ? 1 : 0;
        time.declined += referral.value.state == ReferralState::DeclinedByThem ? 1 : 0;
        const auto steps = stepsOf(referral.id);
        if (!steps)
            return steps.error();
        for (const Kept<ReferralStep> &step : *steps)
            if (step.value.state == ReferralState::FirstSeen) {
                ++time.seen;
                days += referral.value.sentOn->daysTo(step.value.onDay);
                break;
            }
    }
    if (time.seen > 0)
        time.meanDaysToFirstSeen = double(days) / time.seen;
    return time;
}

Result<QList<Kept<LawfulReason>>> Referrals::unreviewed() const
{
    return m_records.all<LawfulReason>(
        {.filters = {{u"review"_s, Filter::Comparison::Equals, QString::fromLatin1(codeOf(LawfulReview::Waiting))}}, .orderBy = u"id"_s});
}

Result<Kept<LawfulReason>> Referrals::review(const Kept<LawfulReason> &reason, LawfulReview view, const QString &note)
{
    if (!m_records.session().may(Act::Manage, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    const auto another = m_records.anotherManager();
    if (!another)
        return another.error();
    if (reason.createdBy == m_records.session().staff().value && *another)
        return Error{ErrorKind::NotPermitted, u"own"_s, {}};
    if (view == LawfulReview::NotRight && note.trimmed().isEmpty())
        return invalid({{u"review_note"_s, Rule::ReasonNeeded, {}}});
    Kept<LawfulReason> reviewed = reason;
    reviewed.value.review = view;
    reviewed.value.reviewNote = note;
    reviewed.value.reviewedAt = m_records.clock().now();
    reviewed.value.reviewedBy = m_records.session().staff();
    return m_records.amend(reviewed);
}

} // namespace keywork
