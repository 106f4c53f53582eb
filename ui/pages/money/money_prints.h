// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"

namespace keywork {

/// The service charge, week by week, for the resident.
void previewRentStatement(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator);
/// A budget with what is known of them, or an empty one that is about nobody.
void previewBudget(std::optional<Id<Person>> person, print::CopyKind kind, const Services &services, const Navigator &navigator);

} // namespace keywork
