// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/retention.h"

#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

int defaultYears(RetentionClass what) { return what == RetentionClass::Resident ? 6 : 1; }

int yearsKept(RetentionClass what, const QList<RetentionRule> &rulesOldestFirst)
{
    int years = defaultYears(what);
    for (const RetentionRule &rule : rulesOldestFirst)
        if (rule.what == what)
            years = int(rule.years);
    return years;
}

std::optional<RetentionStart> retentionStart(const QList<Stay> &stays, QDate today, const QList<ReferralIn> &referrals)
{
    RetentionStart start{RetentionClass::NotTakenIn, {}};
    for (const ReferralIn &referral : referrals) {
        if (isOpen(referral.state))
            return {};
        start.from = std::max(start.from, referral.decidedOn.value_or(referral.receivedOn));
    }
    for (const Stay &stay : stays) {
        if (stay.isHereOn(today) || stay.isExpected() || (stay.arrivedOn && !stay.leftOn))
            return {};
        if (stay.arrivedOn)
            start.what = RetentionClass::Resident;
        const QDate end = stay.leftOn ? *stay.leftOn : stay.referredOn;
        start.from = std::max(start.from, end);
    }
    return start.from.isValid() ? std::optional(start) : std::nullopt;
}

QDate dueOn(const RetentionStart &start, int years) { return yearsAfter(start.from, years, MonthEnd::NextDay); }

} // namespace keywork
