// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/checkpointer.h"

#include "core/storage/database.h"
#include "core/storage/query.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kPagesBeforeCheckpoint = 1000; // about 4 MB, SQLite's own default

} // namespace

Checkpointer::Checkpointer(Database &database)
    : m_database(database)
{
    // The hook takes the place of the automatic checkpoint, which is a hook itself.
    sqlite3_wal_hook(m_database.handle(), &Checkpointer::onCommit, this);
}

Checkpointer::~Checkpointer() { sqlite3_wal_autocheckpoint(m_database.handle(), kPagesBeforeCheckpoint); }

int Checkpointer::onCommit(void *self, sqlite3 *, const char *, int pages)
{
    auto *checkpointer = static_cast<Checkpointer *>(self);
    if (pages >= kPagesBeforeCheckpoint && !checkpointer->m_background.isBusy())
        checkpointer->start();
    return SQLITE_OK;
}

void Checkpointer::start()
{
    m_background.run(
        [open = m_database.opener()] {
            const auto worker = open();
            // A checkpoint that fails is tried again after the next save: the journal itself is safe.
            if (worker)
                (void)run(**worker, u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        },
        [] {});
}

} // namespace keywork
