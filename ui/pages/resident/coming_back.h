// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

namespace keywork {

/// Once a stay in hospital or custody is kept with its last day, what nobody has asked yet about coming back (tolerance, naloxone,
/// where to next) is asked at once, in the form of that discharge or release with its day filled in.
void asksOnComingBack(KindsPage *page, Id<Person> person, const Services &services, const Navigator &navigator);

} // namespace keywork
