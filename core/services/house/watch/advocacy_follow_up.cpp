// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/keywork.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> advocacyFollowUpDue(const WatchFacts &facts)
{
    const auto rows = advocacyToFollow(facts.database(), facts.today());
    return facts.ofRecords<Advocacy>(rows, [](const Kept<Advocacy> &one, WatchItem &item) {
        item.day = one.value.followUpOn.value_or(one.value.onDay);
        item.places.insert(QStringLiteral("asked"), atMost(one.value.asked.simplified(), 80));
        return true;
    });
}

} // namespace

extern const WatchRule advocacyFollowUp{
    .code = "advocacy_follow_up",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Advocacy"),
    .sentence = QT_TRANSLATE_NOOP("watch", "To be asked again since {day}: {asked}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n things to ask again"),
    .due = advocacyFollowUpDue,
};

} // namespace keywork
