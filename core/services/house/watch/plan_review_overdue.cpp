// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> planReviewOverdueDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const PlanStanding &plan = line.plan;
        if (plan.issuedVersion == 0 || !plan.reviewOn || *plan.reviewOn >= facts.today())
            return {};
        return WatchItem{.day = *plan.reviewOn};
    });
}

} // namespace

extern const WatchRule planReviewOverdue{
    .code = "plan_review_overdue",
    .category = Category::CarePlan,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Care plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Review was due {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n care plans to review"),
    .due = planReviewOverdueDue,
};

} // namespace keywork
