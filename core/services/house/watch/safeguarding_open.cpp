// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safeguardingOpenDue(const WatchFacts &facts)
{
    const Id<Staff> reader = facts.records().session().staff();
    return facts.ofRecords<SafeguardingConcern>(
        concernsOpen(facts.database(), reader), [&](const Kept<SafeguardingConcern> &concern, WatchItem &item) {
            if (!concern.value.isDecided() || concern.value.needsReview(facts.today()))
                return false;
            item.day = facts.clock().local(concern.value.seenAt).date();
            item.places = {{QStringLiteral("number"), concern.value.number}};
            return true;
        });
}

} // namespace

/// Decided and not closed: it stays in sight until it is.
extern const WatchRule safeguardingOpen{
    .code = "safeguarding_open",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Safeguarding"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}, seen {day}, is still open."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n safeguarding concerns still open"),
    .opensTab = "lists",
    .due = safeguardingOpenDue,
};

} // namespace keywork
