// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/keywork_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> keyworkUnsaidDue(const WatchFacts &facts)
{
    constexpr int kAskedForWeeks = 2; // house rule: later nobody remembers
    const Clock &clock = facts.clock();
    const auto rows = keyworkUnsaid(facts.database(), clock.startOf(facts.today().addDays(-7 * kAskedForWeeks)),
        clock.startOf(facts.today().addDays(1 - kKeyworkAskedDays)));
    return facts.ofRecordsOn<KeyworkSession>(
        rows, [&clock](const Kept<KeyworkSession> &one) { return clock.local(one.value.startsAt).date(); });
}

} // namespace

extern const WatchRule keyworkUnsaidRule{
    .code = "keywork_unsaid",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Keywork"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Planned for {day}: was the session held?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n keywork sessions: held?"),
    .opensTab = "keywork",
    .due = keyworkUnsaidDue,
};

} // namespace keywork
