// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/watch/watch_rule.h"

namespace keywork {

/// Days after arrival until a missing plan or stage shows; house rule.
inline constexpr int kSettlingInDays = 7;
/// Days before its end that an agreement shows (domain.md, "What is watched").
inline constexpr int kAgreementWarningDays = 14;
/// Days before a hearing or the review of an order that it shows: a solicitor and a lift are found in a week; house rule.
inline constexpr int kCourtAheadDays = 7;
inline constexpr int kLapsedDays = 28; ///< so long Today asks whether a lapsed agreement is to be asked for again

/// Whole weeks in a row in which an arrangement was not kept, until it shows: many are paid every fortnight. House rule.
inline constexpr int kArrangementMissedWeeks = 2;
inline constexpr int kBenefitKnownDays = 28; ///< by this day after arrival a claim is known of; house rule

/// Every rule, in the order in which Today shows those that press alike.
const QList<const WatchRule *> &watchRules();
/// Null for a code that no rule has: one of an earlier or later version of the program.
const WatchRule *watchRuleOf(const QString &code);
/// The rule's place in the order.
qsizetype orderOf(const WatchRule &rule);

} // namespace keywork
