// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/care_plan_document.h"

#include <set>

namespace keywork::print {

/// For whom it is printed.
struct LeaverCopy {
    CopyKind kind = CopyKind::Full; ///< Discreet: without prescription, pharmacy, naloxone and what appointments are for
    std::optional<std::set<Category>> agreed = {}; ///< of a copy for somebody else: what they agreed to; none: their own
};

struct LeaverPaper {
    Document document;
    std::set<Category> holds; ///< what is on it, for the ledger
};

/// "For your next home": what they take along when they leave, in plain words and addressed to them: what they did, whom to
/// ring, appointments, prescription, how to come back. What whoever prints it may not read is left out, and said to be.
/// NotFound: they never arrived. NotPermitted, NeedToKnow.
Result<LeaverPaper> leaverSummary(const Services &services, Id<Person> person, const LeaverCopy &copy);

} // namespace keywork::print
