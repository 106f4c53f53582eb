// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace keywork {

class Database;

/// The next number that people say, P-0001: prefix and at least four digits, in the caller's transaction, never reused.
Result<QString> nextNumber(Database &database, const QString &prefix);

} // namespace keywork
