// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/domain/staff.h"
#include "tests/support/services.h"

namespace keywork::test {

/// A policy in words, looked after by whoever is signed in unless somebody is named.
inline Policy aPolicy(TestHostel &hostel, Id<Staff> owner = {})
{
    Policy policy;
    policy.title = u"Visitors"_s;
    policy.kind = PolicyKind::Visitors;
    policy.text = u"Two visitors at a time."_s;
    policy.ownerId = owner ? owner : hostel.services().records.session().staff();
    policy.validFrom = hostel.services().records.today();
    policy.reviewOn = policy.validFrom.addYears(1);
    return policy;
}

inline Policy tolerancePolicy(TestHostel &hostel)
{
    Policy policy = aPolicy(hostel);
    policy.title = u"Drugs and alcohol in this house"_s;
    policy.kind = PolicyKind::Tolerance;
    policy.text.clear();
    policy.inside = u"In their own room we look after their safety."_s;
    policy.outside = u"In the yard we ask people to move on."_s;
    policy.onReturn = u"Nobody is turned away for having used."_s;
    return policy;
}

} // namespace keywork::test
