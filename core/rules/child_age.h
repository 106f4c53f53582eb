// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/child.h"

namespace keywork {

/// Whole years that a child can have, both ends included.
struct ChildAge {
    int least = 0;
    int most = 0;
    bool operator==(const ChildAge &) const = default;
};

/// How old the child is on `today`: from the birth date as far as it is known, else from the age that was told and its day,
/// after which their birthday may have come once more. None when neither is known, or before birth.
std::optional<ChildAge> childAge(const Child &child, QDate today);

} // namespace keywork
