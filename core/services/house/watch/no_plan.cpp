// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> noPlanDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto arrived = line.stay ? line.stay->value.arrivedOn : std::nullopt;
        if (line.plan.issuedVersion > 0 || !arrived || arrived->daysTo(facts.today()) < kSettlingInDays)
            return {};
        return WatchItem{.day = *arrived};
    });
}

} // namespace

extern const WatchRule noPlan{
    .code = "no_plan",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Care plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Here since {day}, no care plan issued yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without a care plan"),
    .due = noPlanDue,
};

} // namespace keywork
