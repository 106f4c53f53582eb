// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// Who may be told about treatment, for the resident to sign and take along; says so when nobody has been named yet.
void previewTreatmentAgreement(Id<Person> person, const Services &services, const Navigator &navigator);
/// What to expect at a first appointment.
void previewFirstAppointment(Id<Person> person, const Services &services, const Navigator &navigator);
/// The aftercare plan that counts; says so when there is none.
void previewAftercarePlan(Id<Person> person, const Services &services, const Navigator &navigator);

} // namespace keywork
