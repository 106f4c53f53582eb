// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agreement.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> askAboutSharingDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<SharingAgreement>(agreementsToAskAgain(facts.database(), facts.today()),
        [](const Kept<SharingAgreement> &agreement) { return agreement.value.askAgainOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule askAboutSharing{
    .code = "ask_about_sharing",
    .category = Category::Identity,
    .mayKnow = maySharePeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Could not decide about sharing with {agency}. To be asked again from {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n agreements to ask about again"),
    .opensTab = "sharing",
    .due = askAboutSharingDue,
};

} // namespace keywork
