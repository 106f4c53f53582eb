// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"

namespace keywork {

/// "For your next home", theirs to take along.
void previewLeaverSummary(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator);
/// A copy for an agency: what they agreed to with it, no more; refused where nothing is agreed today, and asked again when it
/// leaves.
void previewLeaverCopy(Id<Person> person, Id<Agency> agency, const Services &services, const Navigator &navigator);
/// Agencies with which something is agreed today.
QList<Kept<Agency>> agenciesAgreedWith(Id<Person> person, const Services &services);

} // namespace keywork
