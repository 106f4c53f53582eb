// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_day.h"

namespace keywork {

/// One part of life in the demonstration hostel.
///
/// To add one, say for incidents:
/// 1. Write app/demo/incidents.cpp with `Done demo::incidents(DemoDay &day)`. It is called every morning of the years, in
///    their order. What has to be there from the start it adds when `day.isFirst()`.
/// 2. Name it in app/demo/areas.cpp: in the declaration, and as a line of the list, behind whatever it builds on.
/// 3. Let things happen with `day.at(hour, …)` and `day.on(date, hour, …)`, through `day.house.services`. Keep `day.house`
///    and `day.random` by reference and residents by value (DemoResidentPtr); give Commit::Own to what writes files.
/// 4. A resident's whole stay is best planned once, on the day they arrive (`day.arriving`, up to `resident->until`);
///    what may befall anybody on any day is drawn from `day.house.present`. Ask only `day.random` for chance.
/// 5. Texts go into resources/demo, in a file of their own if there are many: `day.house.list(u"name")`.
/// 6. tests/app/demo_hostel_test.cpp fails until the demonstration holds its kinds of record in believable numbers.
struct DemoArea {
    QStringView name; ///< seeds its chance
    Done (*plan)(DemoDay &day);
};

const QList<DemoArea> &demoAreas();

} // namespace keywork
