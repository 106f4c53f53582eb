// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Everything that keeps the row from being saved, in the order of the fields; empty when it can be saved.
/// `choices` knows the lists, `today` is the house's day.
Violations check(const Row &row, const ChoiceSource &choices, QDate today);

/// Moments that may not lie ahead and do, by more than clocks differ (five minutes). `now` is UTC.
Violations momentsAhead(const Row &row, const QDateTime &now);

/// The check of a single field, for a form that speaks when the field is left.
std::optional<Violation> checkField(const Row &row, const Field &field, const ChoiceSource &choices, QDate today);

/// True when the value counts as no answer.
bool isBlank(const QVariant &value);

} // namespace keywork
