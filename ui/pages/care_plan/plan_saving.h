// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"

#include <functional>

namespace keywork {

/// The part of the plan on file now, so that a save can see what a colleague did meanwhile.
template <class Pick> std::function<std::optional<Row>()> storedPart(const Services &services, Id<Person> person, Pick pick)
{
    return [services, person, pick]() -> std::optional<Row> {
        const auto plan = services.plans.planOf(person);
        return plan && *plan ? pick(**plan) : std::nullopt;
    };
}

/// A save whose record is complete only once the service has filled in what it belongs to.
template <class T> std::function<Done(const Row &)> saving(const Services &services, std::function<Done(const T &)> save)
{
    return [services, save](const Row &row) -> Done {
        const auto content = recordType<T>().fromRow(row);
        return content ? save(*content) : Done(invalid(services.records.check(row)));
    };
}

template <class T> Done doneOf(const Result<T> &result) { return result ? Done() : Done(result.error()); }

/// The goal, or step, of this thread in the plan as it is now; null when it isn't there.
const GoalView *goalOf(const PlanView &plan, const QString &thread);
const StepView *stepOf(const PlanView &plan, const QString &thread);

} // namespace keywork
