// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral_in.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> due(const WatchFacts &facts)
{
    const auto rows = referralsWithStepDue(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto referral = asKind<ReferralIn>(row);
        if (!referral)
            return referral.error();
        items.append({.subject = {QString::fromLatin1(recordType<ReferralIn>().table), row.id, referral->value.personId},
            .name = referral->value.personName,
            .day = referral->value.nextOn.value_or(QDate()),
            .places = {{QStringLiteral("step"), referral->value.nextStep}}});
    }
    return items;
}

} // namespace

extern const WatchRule referralStepDue{
    .code = "referral_step_due",
    .category = Category::Housing,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Referral to us"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Next by {day}: {step}"),
    .due = due,
};

} // namespace keywork
