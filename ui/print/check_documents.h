// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/services.h"
#include "ui/print/prescription_documents.h"

namespace keywork::print {

/// The round as it stands, by floor and room, on one page: who, why and how, what was done last and missed, the next moments with
/// a box each. NotPermitted for whoever may not read about risk.
Result<HousePaperOfMany> checkRoundPaper(const Services &services);

/// All checks of a resident by series, the latest series first: what was due, done, found, by whom, and what was missed.
/// NotPermitted, NeedToKnow; NotFound where there are none.
Result<Document> personsChecksPaper(const Services &services, Id<Person> person);

} // namespace keywork::print
