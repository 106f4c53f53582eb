// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/disclosure.h"
#include "core/services/house/roll_calls.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The list for the assembly point: who needs help first, then floor by floor, then staff, visitors and contractors, each with a box
/// to tick; what is ticked already is ticked on it.
Result<Document> rollCallPaper(const Services &services, const RollCallNow &now);
/// What is kept when it leaves.
Disclosure rollCallDisclosure(const RollCallNow &now);

} // namespace keywork::print
