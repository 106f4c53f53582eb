// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> planNotSignedDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.here(), [](const ResidentLine &line) -> std::optional<WatchItem> {
        const PlanStanding &plan = line.plan;
        const bool isUnsaid = plan.signOff.isEmpty() || plan.signOff == QLatin1String(codeOf(SignOffKind::Waiting));
        if (plan.issuedVersion == 0 || !isUnsaid)
            return {};
        return WatchItem{.day = plan.onDay, .places = {{QStringLiteral("version"), QString::number(plan.issuedVersion)}}};
    });
}

} // namespace

extern const WatchRule planNotSigned{
    .code = "plan_not_signed",
    .category = Category::CarePlan,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Care plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Version {version} was issued {day} and is not signed."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n care plans that are not signed"),
    .due = planNotSignedDue,
};

} // namespace keywork
