// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral_in.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> referralStepDueDue(const WatchFacts &facts)
{
    return facts.ofRecords<ReferralIn>(
        referralsWithStepDue(facts.database(), facts.today()), [](const Kept<ReferralIn> &referral, WatchItem &item) {
            item.name = referral.value.personName;
            item.day = referral.value.nextOn.value_or(QDate());
            item.places.insert(QStringLiteral("step"), referral.value.nextStep);
            return true;
        });
}

} // namespace

extern const WatchRule referralStepDue{
    .code = "referral_step_due",
    .category = Category::Housing,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Referral to us"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Next by {day}: {step}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n referrals to us with a step due"),
    .due = referralStepDueDue,
};

} // namespace keywork
