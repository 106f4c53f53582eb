// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background.h"

struct sqlite3;

namespace keywork {

class Database;

/// Folds the journal into the file from a worker with a connection of its own, so that no save ever pays for it.
/// Lives as long as the window has the file open; the last connection to close folds in what is left.
class Checkpointer {
public:
    /// Switches the connection's own checkpoints off.
    explicit Checkpointer(Database &database);
    /// Waits for a checkpoint that runs, then leaves checkpoints to the connection again.
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

private:
    static int onCommit(void *self, sqlite3 *connection, const char *name, int pages);
    void start();

    Database &m_database;
    Background m_background;
};

} // namespace keywork
