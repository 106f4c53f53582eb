// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace keywork::test {

/// Puts the failing allocator under SQLite; before anything else touches SQLite. Small blocks go through it as well.
bool installAllocationFaults();

struct AllocationCounts {
    int64_t asked = 0;
    int64_t refused = 0;
};

/// From now on SQLite's nth allocation (from 1; 0: none) is refused; persistent: all that follow too.
void armSqliteAllocations(int64_t nth, bool persistent);
AllocationCounts disarmSqliteAllocations();

/// The same for operator new in the calling thread.
void armNew(int64_t nth, bool persistent);
AllocationCounts disarmNew();

} // namespace keywork::test
