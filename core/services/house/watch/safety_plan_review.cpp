// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/services/care/risks.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> safetyPlanReviewDue(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    const auto rows = people ? rowsOfPeople(facts.database(), recordType<SafetyPlan>(), *people) : Result<QList<KeptRow>>(people.error());
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<SafetyPlan>>> plans;
    for (const KeptRow &row : *rows) {
        const auto plan = asKind<SafetyPlan>(row);
        if (!plan)
            return plan.error();
        plans[plan->value.personId.value].append(*plan);
    }
    QList<KeptRow> latest; // only the plan that counts is looked at again
    for (const KeptRow &row : *rows)
        if (const auto plan = latestPlan(plans.value(row.row.value(QStringLiteral("person_id")).toLongLong())); plan->id.value == row.id)
            latest.append(row);
    return facts.ofRecords<SafetyPlan>(latest, [&facts](const Kept<SafetyPlan> &plan, WatchItem &item) {
        item.day = plan.value.reviewOn.value_or(QDate());
        return plan.value.reviewOn && *plan.value.reviewOn <= facts.today();
    });
}

} // namespace

extern const WatchRule safetyPlanReview{
    .code = "safety_plan_review",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Safety plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "To be looked at again with them since {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n safety plans to look at again"),
    .opensTab = "risk",
    .due = safetyPlanReviewDue,
};

} // namespace keywork
