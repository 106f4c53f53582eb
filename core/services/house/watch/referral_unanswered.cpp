// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> referralUnansweredDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<Referral>(referralsToChase(facts.database(), facts.today()),
        [](const Kept<Referral> &referral) { return referral.value.chaseOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule referralUnanswered{
    .code = "referral_unanswered",
    .category = Category::Identity,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Referral"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{agency} was to be asked by {day}. Nothing heard yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n referrals without an answer"),
    .press = QT_TRANSLATE_NOOP("watch", "Ring"),
    .opensTab = "sharing",
    .due = referralUnansweredDue,
};

} // namespace keywork
