// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safeguardingReviewDue(const WatchFacts &facts)
{
    const Id<Staff> reader = facts.records().session().staff();
    return facts.ofRecords<SafeguardingConcern>(
        concernsOpen(facts.database(), reader), [&](const Kept<SafeguardingConcern> &concern, WatchItem &item) {
            if (!concern.value.needsReview(facts.today()))
                return false;
            item.day = *concern.value.reviewOn;
            item.places = {{QStringLiteral("number"), concern.value.number}};
            return true;
        });
}

} // namespace

/// Decided, and its review date has come.
extern const WatchRule safeguardingReview{
    .code = "safeguarding_review",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Safeguarding"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number} was to be looked at again by {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n safeguarding concerns to look at again"),
    .opensTab = "lists",
    .due = safeguardingReviewDue,
};

} // namespace keywork
