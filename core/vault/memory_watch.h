// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace keywork {

/// Counts allocations that SQLite was refused, from its error log; before anything else touches SQLite. False when it is
/// too late for that.
bool watchSqliteMemory();
/// So many since the program began. A transaction during which this grew may hold half a change that SQLite did not
/// notice itself: it is not committed.
uint64_t refusedSqliteAllocations();

} // namespace keywork
