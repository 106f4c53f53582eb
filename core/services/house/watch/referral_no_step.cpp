// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_days.h"
#include "core/domain/house.h"
#include "core/domain/referral_in.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> referralNoStepDue(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    const House house = houses->isEmpty() ? House() : houses->first().value;
    const int days = int(house.referralDays);
    const BankHolidays &holidays = BankHolidays::of(house.nation);
    return facts.ofRecords<ReferralIn>(referralsWithoutStep(facts.database(), facts.clock().startOf(facts.today())),
        [&facts, &holidays, days](const Kept<ReferralIn> &referral, WatchItem &item) {
            item.name = referral.value.personName;
            item.day = referral.value.receivedOn;
            return facts.today() > lastOfWorkingDays(item.day, days, holidays);
        });
}

} // namespace

extern const WatchRule referralNoStep{
    .code = "referral_no_step",
    .category = Category::Housing,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Referral to us"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Referred {day}, and nobody has said what is next."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n referrals to us without a next step"),
    .due = referralNoStepDue,
};

} // namespace keywork
