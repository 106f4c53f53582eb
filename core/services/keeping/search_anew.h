// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace keywork {

class Database;

/// Takes every word out of the search index and writes those of every record by its description, in the caller's transaction.
Done writeSearchAnew(Database &database);

} // namespace keywork
