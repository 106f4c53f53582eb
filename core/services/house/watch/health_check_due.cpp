// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/health.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_health.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> healthChecksDueOn(const WatchFacts &facts)
{
    return facts.ofRecords<HealthCheck>(latestHealthChecks(facts.database()), [&facts](const Kept<HealthCheck> &check, WatchItem &item) {
        if (!checkIsDue(check.value, facts.today()))
            return false;
        item.day = nextCheckOn(check.value);
        item.places.insert(
            QStringLiteral("what"), facts.records().choices().label(QStringLiteral("health_check_kind"), check.value.kind.code));
        return true;
    });
}

} // namespace

extern const WatchRule healthCheckDue{
    .code = "health_check_due",
    .category = Category::Health,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Health check"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Since {day}, to be offered or done: {what}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n health checks due"),
    .opensTab = "health",
    .due = healthChecksDueOn,
};

} // namespace keywork
