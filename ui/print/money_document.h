// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/document.h"

#include <optional>

namespace keywork::print {

/// The service charge of a resident, week by week, up to today, for them to take along. Full or LargePrint.
Result<Document> rentStatement(const Services &services, Id<Person> person, CopyKind kind);

/// A sheet for what comes in and what goes out, to be filled in by hand. With a person: what is on file stands there already,
/// but for debts that tell of more than money, since a lost page is read by anybody. Full or LargePrint.
Result<Document> budgetSheet(const Services &services, std::optional<Id<Person>> person, CopyKind kind);

} // namespace keywork::print
