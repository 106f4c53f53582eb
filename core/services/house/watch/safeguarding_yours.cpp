// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safeguardingYoursDue(const WatchFacts &facts)
{
    const Id<Staff> reader = facts.records().session().staff();
    return facts.ofRecords<SafeguardingConcern>(
        concernsOpen(facts.database(), reader), [&](const Kept<SafeguardingConcern> &concern, WatchItem &item) {
            if (concern.createdBy != reader.value || concern.value.state != ConcernState::Raised)
                return false;
            item.day = facts.clock().local(concern.createdAt).date();
            item.places = {{QStringLiteral("number"), concern.value.number}};
            return true;
        });
}

/// The lead sees the concern itself.
bool safeguardingYoursFor(const Session &session) { return !managesPeople(session); }

} // namespace

/// Whoever raised a concern sees how far it is, and nothing else of it.
extern const WatchRule safeguardingYours{
    .code = "safeguarding_yours",
    .category = Category::Identity,
    .mayKnow = safeguardingYoursFor,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Safeguarding"),
    .sentence = QT_TRANSLATE_NOOP("watch", "What you raised on {date} ({number}) waits for the safeguarding lead."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n concerns of yours that wait"),
    .due = safeguardingYoursDue,
};

} // namespace keywork
