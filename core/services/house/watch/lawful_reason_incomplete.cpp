// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> lawfulReasonIncompleteDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<LawfulReason>(lawfulReasonsIncomplete(facts.database()),
        [&](const Kept<LawfulReason> &reason) { return facts.clock().local(reason.createdAt).date(); });
}

} // namespace

extern const WatchRule lawfulReasonIncomplete{
    .code = "lawful_reason_incomplete",
    .category = Category::Identity,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "No agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Shared with {agency} on {date}. It says “not yet”: does the resident know?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents to be told what was shared"),
    .opensTab = "sharing",
    .due = lawfulReasonIncompleteDue,
};

} // namespace keywork
