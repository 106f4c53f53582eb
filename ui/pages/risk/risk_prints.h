// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// The risk assessment: the level with its facts, and the risks that have not ended.
void previewRisks(Id<Person> person, const Services &services, const Navigator &navigator);
/// The same without the facts and without what tells of substance use or the court.
void previewOpenRisks(Id<Person> person, const Services &services, const Navigator &navigator);
/// The safety plan that counts, for the resident.
void previewSafetyPlan(Id<Person> person, const Services &services, const Navigator &navigator);
/// To carry along: no word of what it is for, no medicine, no time (trust of a lost page).
void previewDiscreetSafetyPlan(Id<Person> person, const Services &services, const Navigator &navigator);

} // namespace keywork
