// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/allocation_faults.h"

#include <cstdlib>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace keywork::test {

namespace {

struct Refusals {
    bool armed = false;
    int64_t nth = 0;
    bool persistent = false;
    AllocationCounts counts;

    bool strikes()
    {
        if (!armed)
            return false;
        const int64_t number = ++counts.asked;
        if (nth == 0 || (persistent ? number < nth : number != nth))
            return false;
        ++counts.refused;
        return true;
    }
    void arm(int64_t at, bool forGood) { *this = {true, at, forGood, {}}; }
    AllocationCounts disarm()
    {
        armed = false;
        return std::exchange(counts, {});
    }
};

// Of the thread that armed them: a worker's allocations would make the count another one each time.
thread_local Refusals ofSqlite;
thread_local Refusals ofNew;

sqlite3_mem_methods &realAllocator()
{
    static sqlite3_mem_methods methods{};
    return methods;
}

/// As SQLite's own allocator says it.
void *refused(int size)
{
    sqlite3_log(SQLITE_NOMEM, "failed to allocate %d bytes of memory", size);
    return nullptr;
}
void *refusableMalloc(int size) { return ofSqlite.strikes() ? refused(size) : realAllocator().xMalloc(size); }
void *refusableRealloc(void *block, int size) { return ofSqlite.strikes() ? refused(size) : realAllocator().xRealloc(block, size); }

} // namespace

bool installAllocationFaults()
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &realAllocator()) != SQLITE_OK)
        return false;
    sqlite3_mem_methods methods = realAllocator();
    methods.xMalloc = refusableMalloc;
    methods.xRealloc = refusableRealloc;
    // Without the lookaside buffers every allocation can be refused.
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK && sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK;
}

void armSqliteAllocations(int64_t nth, bool persistent) { ofSqlite.arm(nth, persistent); }
AllocationCounts disarmSqliteAllocations() { return ofSqlite.disarm(); }
void armNew(int64_t nth, bool persistent) { ofNew.arm(nth, persistent); }
AllocationCounts disarmNew() { return ofNew.disarm(); }

namespace {
void *refusableNew(std::size_t size)
{
    void *block = ofNew.strikes() ? nullptr : std::malloc(size > 0 ? size : 1);
    if (!block)
        throw std::bad_alloc();
    return block;
}
} // namespace

} // namespace keywork::test

// The other forms of new and delete come down to these.
void *operator new(std::size_t size) { return keywork::test::refusableNew(size); }
void operator delete(void *block) noexcept { std::free(block); }
void operator delete(void *block, std::size_t) noexcept { std::free(block); }
