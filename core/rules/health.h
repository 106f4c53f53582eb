// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/health_checks.h"

namespace keywork {

/// The day on which the check of this offer is due; invalid: on none. A day that was said outweighs the months; months count
/// from the day it was done, or, where they chose not to, from the offer: so long nobody asks again (house rule). An offer
/// that is open is due from its own day on.
QDate nextCheckOn(const HealthCheck &check);
/// Whether Today speaks of it on `day`.
bool checkIsDue(const HealthCheck &check, QDate day);

} // namespace keywork
