// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

namespace keywork {

class RecordsPage;

/// What the house tolerates inside, outside and on return, by the policy that holds today, with what section 8 lists: for where
/// somebody decides by it. Null when the house has written none, or it may not be read.
QWidget *toleranceCard(const Services &services, const Navigator &navigator);
/// Puts it below each form that the page opens, seen while what is typed fits.
void showToleranceBelow(
    RecordsPage *page, const Services &services, const Navigator &navigator, const std::function<bool(const Row &)> &fits);

} // namespace keywork
