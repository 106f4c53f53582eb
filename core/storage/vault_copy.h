// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/vault/vault_file.h"

#include <QMap>
#include <optional>

namespace keywork {

/// One way to a whole new file, for backups, restoring, erasure and a new data key: VACUUM INTO a file with keys of its
/// own, then opened and read to the last page. The backup interface of SQLite is not safe enough after power loss.
struct VaultCopy {
    using Opener = std::function<Result<std::unique_ptr<Database>>()>;

    Opener source;
    std::shared_ptr<const VaultSeed> seed;
    QString target; ///< nothing stands there before the copy was checked
    VaultFile::CopyWish wish = {};
    bool mayReplace = false; ///< a file that stands there goes, in one step
    /// Builds the search index of the source anew first: FTS5 keeps deleted words in its pages until then. For a file
    /// from which something was erased; nobody may be working in it.
    bool rebuildsSearch = false;
    /// Refused where rows are not what the history last said of them, or pages are not those of the anchor: for backups. What
    /// brings back, moves or rescues a file takes it as it is; the next sign-in tells.
    bool mustFitHistory = false;
    std::optional<HistoryEntry> entry = {}; ///< written into the copy alone: that it was made, for whoever works in it
    std::function<bool()> shouldStop = {};
};

struct VaultCopyMade {
    QString path;
    qint64 bytes = 0;
    HistoryHead head;
};

/// Safe in a worker, which it needs for a while: reads and writes the whole file. Half a copy never stands under the
/// target's name. NoRoom, ReadOnly, AlreadyExists, Cancelled; Damaged when the copy is not what the file is.
Result<VaultCopyMade> copyVault(const VaultCopy &wanted);

/// How many rows each table has, without the search index's own.
Result<QMap<QString, qint64>> rowCounts(const Database &database);

} // namespace keywork
