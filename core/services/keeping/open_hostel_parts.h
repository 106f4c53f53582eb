// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/all_services.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/save_mark.h"
#include "core/storage/checkpointer.h"
#include "core/storage/choice_store.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
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
    std::unique_ptr<SaveMark> mark;
    Aside aside;
    std::shared_ptr<QList<QByteArray>> unsealed; ///< HostelFile's: what outlives the lock in memory alone
    bool tookUnsealed = false; ///< it was read: what is left of it stands among what waits
};

inline Result<std::unique_ptr<Database>> openMain(const QString &path, const VaultFile &vault, Expect expected)
{
    return Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault, vault.historyKey(), expected);
}

/// Migrates, then adds choices that this version ships and the file does not have yet.
Done bringUpToDate(Database &database, ChoiceStore &choices);

/// What reading on after SQLite's own checks finds: the history, every row against it, every page against its anchor. A whole
/// file without an anchor gets one.
Result<FileCheck> readThrough(const Database &database, const QStringList &damage, const QList<HistoryHead> &known);
/// An error while the whole file is read is what the check is for, unless it was broken off or had no memory.
Result<FileCheck> damageIn(const Error &error);
/// What of a check everybody is told on Today.
QList<FileWarning> warningsOf(const FileCheck &found);
/// What this PC confirmed last and the file does not hold any more.
std::optional<FileWarning> savesMissing(const Database &database, const SaveMark::Marked &marked, qint64 present);

} // namespace keywork
