// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/retention.h"

#include <QDateTime>
#include <QMap>
#include <functional>
#include <memory>
#include <optional>

namespace keywork {

class VaultFile;
struct VaultSeed;

/// What opens a backup: one of these. With both a recovery key and a passphrase, whichever fits.
struct BackupKey {
    QString name = {}; ///< of a member of the team, with their password of that day
    QString password = {};
    QString recoveryKey = {};
    QString passphrase = {}; ///< of a backup that left the house
    std::shared_ptr<const VaultSeed> seed = {}; ///< of the file that is open: no password is asked
};

struct RestoreWish {
    QString backup;
    QString target; ///< where the restored file is made; nothing stands there yet
    BackupKey key = {};
    std::shared_ptr<const VaultSeed> present = {}; ///< the file of today: its team opens what a backup without staff slots gives
    QList<ErasedRecord> erased = {}; ///< records that were erased since the backup was made
    QString erasedFrom = {}; ///< a newer file of the same house that knows them, opened with the same key
    qint64 by = 0; ///< staff
    QDateTime at;
    bool onlyLook = false; ///< reads everything, makes nothing
    std::function<QByteArray(qint64)> presentMacAt = {}; ///< of the present history: finds where the two part
    std::function<bool()> shouldStop = {};
};

/// What a backup holds, and what was made of it.
struct Restored {
    QDateTime madeAt;
    QString hostelName;
    QMap<QString, qint64> counts; ///< rows of each table
    qint64 entries = 0; ///< of the history
    qint64 inCommon = 0; ///< the last entry that the present history has too; 0 when nobody asked
    qint64 findings = 0; ///< places where the history is not as it was written
    bool hasStaff = true; ///< false: opened with the recovery key, or with the passwords of today
    QStringList problems; ///< of the file itself: empty, or nothing was made
    QByteArray headMac;
    qint64 headSequence = 0;
    qint64 openedBy = 0; ///< staff, whose password opened it
};

/// Reads a backup to its last page in a private copy, and makes a live file of it. The backup itself is never written to.
/// Safe in a worker. WrongPassword; NotPermitted for the password of anybody but a manager; Damaged for one that is not whole: nothing is
/// made then. NoRoom, AlreadyExists.
Result<Restored> restoreBackup(const RestoreWish &wish);

/// Unlocks any vault with whatever is at hand.
Result<std::unique_ptr<VaultFile>> unlockVault(const QString &path, const BackupKey &key);

} // namespace keywork
