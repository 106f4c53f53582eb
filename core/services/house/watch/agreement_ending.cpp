// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agreement.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> agreementEndingDue(const WatchFacts &facts)
{
    const QDate today = facts.today();
    return facts.ofRecordsOn<SharingAgreement>(agreementsEnding(facts.database(), today, today, today.addDays(kAgreementWarningDays)),
        [](const Kept<SharingAgreement> &agreement) { return agreement.value.untilOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule agreementEnding{
    .code = "agreement_ending",
    .category = Category::Identity,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Agreement to share with {agency} ends {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n agreements that end"),
    .opensTab = "sharing",
    .due = agreementEndingDue,
};

} // namespace keywork
