// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "ui/print/document.h"

namespace keywork::print {

/// One page for the wall: what somebody of this role does in Keywork, the keys, what to do when something happens. Facts
/// about the program only, nobody's data. `house` stands in the foot; empty: none.
Document quickCard(Role role, const QString &house);

} // namespace keywork::print
