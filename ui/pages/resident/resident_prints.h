// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/summary_document.h"

namespace keywork {

/// The preview of the latest version of the resident's plan; says so in the header when there is none to show.
void previewPlan(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator);
/// The draft as it would be signed: printing, handing over or showing it issues it, looking does not.
void previewPlanToIssue(Id<Person> person, const Services &services, const Navigator &navigator);
/// Everything that helps, on one page; what whoever is signed in may not read is named as missing.
void previewSummary(Id<Person> person, print::SummaryCopy copy, const Services &services, const Navigator &navigator);
void previewEmergencySheet(Id<Person> person, const Services &services, const Navigator &navigator);

} // namespace keywork
