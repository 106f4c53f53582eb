// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/plan_snapshot.h"

namespace keywork {

enum class PlanChangeKind {
    GoalAdded,
    GoalRemoved,
    GoalReworded,
    GoalAgreementChanged,
    StepAdded,
    StepRemoved,
    StepReworded,
    StepWhoChanged,
    StepDueChanged,
    RatingChanged,
    ReadinessChanged,
    OwnWordsChanged,
    NotNowChanged,
    DetailChanged,
    ReviewChanged,
};

/// One difference between two versions; `ui/text` makes the sentence.
struct PlanChange {
    PlanChangeKind kind;
    QString area; ///< code, empty for the plan as a whole
    QString what; ///< the goal, the step or the detail's column
    QString before;
    QString after;
    bool operator==(const PlanChange &) const = default;
};

/// What changed in content from one version to the next, area by area. Progress is no change of content.
QList<PlanChange> changesBetween(const PlanSnapshot &before, const PlanSnapshot &after);

} // namespace keywork
