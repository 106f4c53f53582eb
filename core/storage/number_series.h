// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace keywork {

class Database;
struct RecordType;

/// The next number that people say, P-0001: prefix and at least four digits, in the caller's transaction, never reused.
Result<QString> nextNumber(Database &database, const QString &prefix);

/// The next number of the kind that no record has: a series that lags behind its records catches up.
Result<QString> nextFreeNumber(Database &database, const RecordType &type);

} // namespace keywork
