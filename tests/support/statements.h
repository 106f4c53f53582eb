// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <functional>
#include <sqlite3.h>

namespace keywork::test {

/// How many statements the work runs.
inline int statementsOf(Database &database, const std::function<void()> &work)
{
    int count = 0;
    sqlite3_trace_v2(
        database.handle(), SQLITE_TRACE_PROFILE,
        [](unsigned, void *counted, void *, void *) {
            ++*static_cast<int *>(counted);
            return 0;
        },
        &count);
    work();
    sqlite3_trace_v2(database.handle(), 0, nullptr, nullptr);
    return count;
}

} // namespace keywork::test
