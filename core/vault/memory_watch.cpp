// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/memory_watch.h"

#include <atomic>
#include <sqlite3.h>

namespace keywork {

namespace {

std::atomic<uint64_t> refused = 0;

void listen(void *, int code, const char *)
{
    if (code == SQLITE_NOMEM)
        ++refused;
}

} // namespace

bool watchSqliteMemory()
{
    static const bool watched = sqlite3_config(SQLITE_CONFIG_LOG, &listen, nullptr) == SQLITE_OK;
    return watched;
}

uint64_t refusedSqliteAllocations() { return refused; }

} // namespace keywork
