// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> lawfulReasonUnreviewedDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<LawfulReason>(lawfulReasonsToReview(facts.database()),
        [&](const Kept<LawfulReason> &reason) { return facts.clock().local(reason.createdAt).date(); });
}

} // namespace

extern const WatchRule lawfulReasonUnreviewed{
    .code = "lawful_reason_unreviewed",
    .category = Category::Identity,
    .mayKnow = managesPeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "No agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Shared with {agency} on {date}. Waits for a manager's review."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n referrals without agreement to review"),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opens = "ledger",
    .due = lawfulReasonUnreviewedDue,
};

} // namespace keywork
