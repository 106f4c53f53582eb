// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/child_age.h"

#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

std::optional<ChildAge> childAge(const Child &child, QDate today)
{
    if (child.bornOn) {
        const auto most = ageOn(PartialDate::fromDate(child.bornOn->earliest()), today);
        if (!most)
            return {};
        // Whoever was born at the latest may not be born on that day yet.
        return ChildAge{ageOn(PartialDate::fromDate(child.bornOn->latest()), today).value_or(0), *most};
    }
    if (!child.age || !child.ageOn || *child.ageOn > today)
        return {};
    const int since = yearsBetween(*child.ageOn, today, MonthEnd::NextDay);
    const bool isThatDay = yearsAfter(*child.ageOn, since, MonthEnd::NextDay) == today;
    const int least = int(*child.age) + since;
    return ChildAge{least, isThatDay ? least : least + 1};
}

} // namespace keywork
