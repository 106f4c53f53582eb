// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Of the residents who are here, the latest offer of each kind of check; of other checks each one.
Result<QList<KeptRow>> latestHealthChecks(Database &database);
/// Of the residents who are here, doses whose next one is due by `today` and was not given since.
Result<QList<KeptRow>> vaccinationDosesDue(Database &database, QDate today);
/// Of the residents who are here, hospital stays that are over on `today` and say nothing about the substitute dose.
Result<QList<KeptRow>> hospitalStaysUnasked(Database &database, QDate today);

} // namespace keywork
