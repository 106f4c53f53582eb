// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/retention.h"
#include "core/domain/stay.h"

namespace keywork {

/// Years that a record is kept where the house has no rule: six after leaving (trust.md, "The law"); one for those who
/// never moved in and for decided referrals to us, which is ours.
int defaultYears(RetentionClass what);
/// The newest rule of the house for it, else the default.
int yearsKept(RetentionClass what, const QList<RetentionRule> &rulesOldestFirst);

/// What somebody's stays and referrals say about their record: which rule, and the day it counts from. Nothing while they are
/// here or expected, or a referral waits for its decision: the time has not begun.
struct RetentionStart {
    RetentionClass what = RetentionClass::Resident;
    QDate from;
};
std::optional<RetentionStart> retentionStart(const QList<Stay> &stays, QDate today, const QList<ReferralIn> &referrals = {});
/// The day from which the record may go: the whole time has passed, so what began on 29 February goes on 1 March.
QDate dueOn(const RetentionStart &start, int years);

} // namespace keywork
