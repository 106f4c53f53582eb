// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "core/services/services.h"

namespace keywork::words {

/// Sat 12 Sep 23:40, in the house's time.
QString momentHere(const QDateTime &at, const Services &services);
/// Somebody of the team by name, as far as known.
QString teamMember(Id<Staff> member, const Services &services);

} // namespace keywork::words
