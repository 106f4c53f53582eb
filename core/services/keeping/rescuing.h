// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/restoring.h"
#include "core/services/keeping/seen_heads.h"

namespace keywork {

/// A record that the history knows and that could not be read.
struct LostRecord {
    QString kind; ///< table
    qint64 record = 0;
    QString resident; ///< name and number of whom it was about, told to managers only; empty when that record is lost too
};

/// What could be read of a damaged file, written into a new one; the damaged one is not touched.
struct Rescued {
    QMap<QString, qint64> rowsOf; ///< table: rows that were read
    QMap<QString, qint64> placesLost; ///< table: stretches that could not be read, each may have held several rows
    QList<LostRecord> lost; ///< at most 1,000; what the history itself lost nobody can name
    qint64 looseReferences = 0; ///< places in the new file that name a record which is lost
    qint64 faults = 0; ///< of the new file itself, which was checked: 0, or it is of little use
    bool isComplete = false; ///< nothing is lost as far as the history knows, and the new file is sound
    qint64 openedBy = 0; ///< staff, whose password opened it
    QByteArray vaultId;
    QByteArray damagedId; ///< of the very file that was rescued
    qint64 headSequence = 0; ///< of the new file's history, which counts from here on
    QByteArray headMac;
};

/// Safe in a worker. `damaged` opens with `key`; slots are taken over. Damaged when the header or the list of tables is
/// gone: only a backup helps then. AlreadyExists, NoRoom, WrongPassword; nothing is left behind when it fails.
/// NotPermitted for somebody who has left. Cancelled.
Result<Rescued> rescueFile(
    const QString &damaged, const QString &target, const BackupKey &key, const QDateTime &at, const std::function<bool()> &shouldStop = {});

/// What was lost was told: this PC does not say of the new file that it is older than the damaged one was, and of the damaged
/// one it says where work goes on.
void takeAsNewest(const SeenHeads &seen, const Rescued &rescued, const QDateTime &at);

} // namespace keywork
