// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> benefitUnknownDue(const WatchFacts &facts)
{
    // The day of arrival is day 1 (additions.md, "Counting").
    const QDate since = facts.today().addDays(1 - kBenefitKnownDays);
    return facts.ofRecordsOn<RentCharge>(
        chargesWithoutBenefit(facts.database(), facts.today(), since), [](const Kept<RentCharge> &charge) { return charge.value.fromOn; });
}

} // namespace

/// Of those who are charged: without a charge nothing is owed that a claim could cover.
extern const WatchRule benefitUnknown{
    .code = "benefit_unknown",
    .category = Category::Money,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Housing Benefit"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Here for four weeks and charged since {day}: nothing is on file about a claim."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without a word on Housing Benefit"),
    .opensTab = "money",
    .due = benefitUnknownDue,
};

} // namespace keywork
