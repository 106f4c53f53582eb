// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// Who may be told about their treatment, for the resident to sign and take along: the agreement that holds today, of several
/// the one that began last. NotFound when there is none.
Result<Document> treatmentAgreementPaper(const Services &services, Id<Person> person);
/// What to expect at a first appointment (W), with the service, the day and what was arranged, where they are on file.
Result<Document> firstAppointmentPaper(const Services &services, Id<Person> person);
/// The aftercare plan that counts, in the resident's words. NotFound when there is none.
Result<Document> aftercarePaper(const Services &services, Id<Person> person);

} // namespace keywork::print
