// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "core/record/access.h"
#include "core/record/sensitivity.h"

namespace keywork {

/// May someone in `role` do `act` with information of `category`? Denied unless the matrix says otherwise
/// (trust.md, "People").
bool may(Role role, Act act, Category category);

} // namespace keywork
