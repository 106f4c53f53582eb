// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safeguardingYoursInHandDue(const WatchFacts &facts)
{
    const Id<Staff> reader = facts.records().session().staff();
    return facts.ofRecords<SafeguardingConcern>(
        concernsOpen(facts.database(), reader), [&](const Kept<SafeguardingConcern> &concern, WatchItem &item) {
            if (concern.createdBy != reader.value || concern.value.state != ConcernState::InHand)
                return false;
            item.day = facts.clock().local(concern.createdAt).date();
            item.places = {{QStringLiteral("number"), concern.value.number}};
            return true;
        });
}

/// The lead sees the concern itself.
bool safeguardingYoursInHandFor(const Session &session) { return !managesPeople(session); }

} // namespace

/// The same, once the lead is dealing with it.
extern const WatchRule safeguardingYoursInHand{
    .code = "safeguarding_yours_in_hand",
    .category = Category::Identity,
    .mayKnow = safeguardingYoursInHandFor,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Safeguarding"),
    .sentence = QT_TRANSLATE_NOOP("watch", "What you raised on {date} ({number}) is being dealt with."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n concerns of yours that are dealt with"),
    .due = safeguardingYoursInHandDue,
};

} // namespace keywork
