// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/arrival.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> conditionReviewDue(const WatchFacts &facts)
{
    return facts.ofRecords<StayCondition>(
        conditionsUnmet(facts.database(), facts.today()), [&facts](const Kept<StayCondition> &condition, WatchItem &item) {
            if (!condition.value.needsReview(facts.today()))
                return false;
            item.day = *condition.value.lastDay();
            item.places.insert(QStringLiteral("what"), condition.value.what);
            return true;
        });
}

} // namespace

/// A condition that is not met leads to a talk, never to a notice by itself.
extern const WatchRule conditionReview{
    .code = "condition_review",
    .category = Category::Risk,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Condition of the stay"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not met by {day}, to be talked about with them: {what}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n conditions to talk about"),
    .opensTab = "way-in",
    .due = conditionReviewDue,
};

} // namespace keywork
