// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Whose record it is; set once.
Field residentField();

/// For records with `from_on` and `until_on`: EndsBeforeStart when the end is before the beginning.
Violations endsAfterItBegan(const Row &row, QDate today);

} // namespace keywork
