// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> planAskAgainDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.here(), [](const ResidentLine &line) -> std::optional<WatchItem> {
        const PlanStanding &plan = line.plan;
        if (plan.issuedVersion == 0 || plan.signOff != QLatin1String(codeOf(SignOffKind::TooUnwell)))
            return {};
        return WatchItem{.day = plan.onDay, .places = {{QStringLiteral("version"), QString::number(plan.issuedVersion)}}};
    });
}

} // namespace

extern const WatchRule planAskAgain{
    .code = "plan_ask_again",
    .category = Category::CarePlan,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Care plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Too unwell to decide about version {version} on {day}. Ask again."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n care plans to ask about again"),
    .due = planAskAgainDue,
};

} // namespace keywork
