// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

enum class RiskParts { All, WithoutRestricted };
/// The level of overdose risk with its facts, and the risks that have not ended; without the restricted parts neither the
/// facts nor a risk that tells of substance use or the court.
Result<Document> riskAssessment(const Services &services, Id<Person> person, RiskParts parts);

enum class PlanCopy { Whole, Discreet };
/// The safety plan that counts, in the resident's words. NotFound when there is none.
Result<Document> safetyPlanPaper(const Services &services, Id<Person> person, PlanCopy copy);

} // namespace keywork::print
