// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agreement.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> agreementLapsedDue(const WatchFacts &facts)
{
    const QDate today = facts.today();
    return facts.ofRecordsOn<SharingAgreement>(agreementsEnding(facts.database(), today, today.addDays(-kLapsedDays), today.addDays(-1)),
        [](const Kept<SharingAgreement> &agreement) { return agreement.value.untilOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule agreementLapsed{
    .code = "agreement_lapsed",
    .category = Category::Identity,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Agreement to share with {agency} ended {day}. Ask again?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n agreements that ended"),
    .opensTab = "sharing",
    .due = agreementLapsedDue,
};

} // namespace keywork
