// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/arrival.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> due(const WatchFacts &facts)
{
    const auto rows = conditionsUnmet(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto condition = asKind<StayCondition>(row);
        if (!condition)
            return condition.error();
        if (!condition->value.needsReview(facts.today()))
            continue;
        items.append({.subject = {QString::fromLatin1(recordType<StayCondition>().table), row.id, condition->value.personId},
            .day = *condition->value.lastDay(),
            .places = {{QStringLiteral("what"), condition->value.what}}});
    }
    return items;
}

} // namespace

/// A condition that is not met leads to a talk, never to a notice by itself.
extern const WatchRule conditionReview{
    .code = "condition_review",
    .category = Category::Risk,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Condition of the stay"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not met by {day}, to be talked about with them: {what}"),
    .opensTab = "way-in",
    .due = due,
};

} // namespace keywork
