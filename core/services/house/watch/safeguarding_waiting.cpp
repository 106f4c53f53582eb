// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safeguardingWaitingDue(const WatchFacts &facts)
{
    const Id<Staff> reader = facts.records().session().staff();
    return facts.ofRecords<SafeguardingConcern>(
        concernsOpen(facts.database(), reader), [&](const Kept<SafeguardingConcern> &concern, WatchItem &item) {
            if (concern.value.isDecided())
                return false;
            item.day = facts.clock().local(concern.value.seenAt).date();
            item.places = {{QStringLiteral("number"), concern.value.number}};
            return true;
        });
}

} // namespace

/// A concern about which nothing is decided yet: before anything else on this shift.
extern const WatchRule safeguardingWaiting{
    .code = "safeguarding_waiting",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Safeguarding"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}, seen {day}, waits for a decision of the lead."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n safeguarding concerns that wait"),
    .opensTab = "lists",
    .due = safeguardingWaitingDue,
};

} // namespace keywork
