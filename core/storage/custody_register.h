// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Every line of one page of the register of medicine held, in the order of writing.
Result<QList<KeptRow>> entriesOfPage(Database &database, qint64 medicine);
/// Medicines of anybody but `person` of which something is held now, or is sealed and not counted.
Result<QList<KeptRow>> medicinesHeldOfOthers(Database &database, qint64 person);

} // namespace keywork
