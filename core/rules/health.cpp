// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/health.h"

#include "core/base/anniversary.h"

namespace keywork {

QDate nextCheckOn(const HealthCheck &check)
{
    if (check.nextOn)
        return *check.nextOn;
    if (!check.doneOn && check.answer != OfferAnswer::ChoseNotTo)
        return check.offeredOn;
    // On the last day of a short month: rather a day early than late.
    return check.everyMonths ? monthsAfter(check.doneOn.value_or(check.offeredOn), int(*check.everyMonths), MonthEnd::LastDay) : QDate();
}

bool checkIsDue(const HealthCheck &check, QDate day)
{
    const QDate next = nextCheckOn(check);
    return next.isValid() && day.isValid() && next <= day;
}

} // namespace keywork
