// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/all_services.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/hostel_file.h"
#include "core/storage/checkpointer.h"
#include "core/storage/choice_store.h"
#include "core/storage/database.h"
#include "core/vault/vault_file.h"

#include <QFileInfo>

namespace keywork {

/// In the order in which they are made; taken down the other way round.
struct OpenHostel::Parts {
    std::unique_ptr<VaultFile> vault; // goes last: SQLite needs the keys until it is closed
    std::unique_ptr<Database> database;
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<HouseClock> clock;
    ChoiceStore choices;
    std::unique_ptr<AllServices> all;
    QString filePath;
    SeenHeads seen;
    Aside aside;
};

inline Result<std::unique_ptr<Database>> openMain(const QString &path, const VaultFile &vault, Expect expected)
{
    return Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault, vault.historyKey(), expected);
}

/// Migrates, then adds choices that this version ships and the file does not have yet.
Done bringUpToDate(Database &database, ChoiceStore &choices);

} // namespace keywork
