// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> orderReviewAheadDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<OrderRequirement>(
        orderReviewsAhead(facts.database(), facts.today().addDays(-kCourtAheadDays), facts.today().addDays(kCourtAheadDays)),
        [](const Kept<OrderRequirement> &requirement) { return *requirement.value.reviewOn; });
}

} // namespace

extern const WatchRule orderReviewAhead{
    .code = "order_review_ahead",
    .category = Category::Offending,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Court order"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Review of the order: {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n reviews of orders"),
    .opensTab = "court",
    .due = orderReviewAheadDue,
};

} // namespace keywork
