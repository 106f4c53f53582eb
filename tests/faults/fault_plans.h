// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fault_vfs.h"

#include <QString>
#include <algorithm>

namespace keywork::test {

inline QString textOf(const FaultPlan &plan)
{
    return QStringLiteral("%1 at call %2%3")
        .arg(QLatin1String(nameOf(plan.fault)))
        .arg(plan.nth)
        .arg(plan.persistent ? QStringLiteral(" and after") : QString());
}

/// Every call of every kind, once and for good; about `wanted` of them, evenly, when they are more, others with each
/// `shift`. At least `least` of each, so that the few syncs and truncates are tried in the short form too.
inline std::vector<FaultPlan> plansFor(const DiskCounts &counts, int64_t wanted, int64_t least, int64_t shift)
{
    int64_t all = 1;
    for (const Fault fault : kFaults)
        all += 2 * counts[size_t(callOf(fault))];
    std::vector<FaultPlan> plans;
    for (const Fault fault : kFaults)
        for (const bool persistent : {false, true}) {
            const int64_t calls = counts[size_t(callOf(fault))];
            const int64_t share = std::clamp(calls * wanted / all, std::min(calls, least), calls);
            for (int64_t i = 0; i < share; ++i)
                plans.push_back({fault, 1 + (i * calls / share + shift) % calls, persistent});
        }
    return plans;
}

} // namespace keywork::test
