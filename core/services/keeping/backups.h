// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/services/records/history_lines.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>

namespace keywork {

class Records;

class VaultFile;
struct BackupMade;

/// A backup as it lies in a folder.
struct BackupFile {
    QString path;
    QDateTime madeAt; ///< UTC
    qint64 bytes = 0;
    qint64 entries = 0; ///< of the history, up to which it reaches
    bool leaves = false; ///< no password of the team opens it
    bool isReadable = true; ///< its header is whole; the rest is read when it is restored or checked
};

/// All backups of a file (or of any, when its header is gone) in a folder, newest first.
QList<BackupFile> backupsIn(const QString &folder, const std::optional<std::array<uint8_t, 16>> &vaultId);

/// What a restore would lose and bring back.
struct RestorePreview {
    QDateTime madeAt;
    bool hasStaff = true; ///< false: a backup that left the house; after restoring it the passwords of today hold
    qint64 entriesSince = 0; ///< entries of the present history that the backup does not have
    QList<HistoryLine> lost; ///< what they did, newest first, at most 200
    QMap<QString, QPair<qint64, qint64>> counts; ///< table: rows now, rows in the backup; where they differ
};

/// What kind of backup, and where to.
struct BackupWish {
    QString folder = {}; ///< empty: the house's second place
    bool leaving = false; ///< goes out of the door: opened by the recovery key or `passphrase` only
    QString passphrase = {};
};

/// The file from before a restore, kept beside the present one until somebody deletes it.
struct AsideFile {
    QString path;
    QDateTime at; ///< when the restore was
    qint64 bytes = 0;
};

/// Ends the name of each backup.
inline const QString kBackupSuffix = QStringLiteral(".keywork-backup");
/// Stands between a file's name and the time of the restore that kept it aside.
inline const QString kAsideSuffix = QStringLiteral(".before-restore-");
/// Where backups of a file lie when no second place was chosen.
QString backupFolderBeside(const QString &filePath);

/// The path itself while nothing stands there, else with a number behind it: two backups within a minute are two files.
QString freeBackupName(const QString &wanted);

/// Copies of the whole file in another place: made in a worker, read to the last page, and only then called good.
class Backups {
public:
    Backups(Records &records, VaultFile &vault, QString filePath);

    /// For a worker; ends early with Cancelled when asked to.
    using Job = std::function<Result<BackupMade>(const std::function<bool()> &shouldStop)>;

    /// Where backups go: the second place that a manager chose, else a folder beside the file.
    QString folder() const;
    bool hasSecondPlace() const;
    /// NotPermitted when it is not a manager's; Invalid when the folder can't be written to.
    Done chooseSecondPlace(const QString &folder);
    /// NotPermitted for one that leaves, or goes anywhere but to the house's own place, unless it is a manager's;
    /// PasswordNeeded for one that leaves. Anybody's sign-out makes the other kind. NotAllowedNow while another one is being
    /// made.
    Result<Job> job(const BackupWish &wish = {}) const;
    /// On the GUI thread, whatever came of the job: writes it down; the first good one counts as "last good backup".
    Done finished(const Result<BackupMade> &made);
    /// All of this file in the folder, else in the second place and beside the file; newest first.
    QList<BackupFile> list(const QString &folder = {}) const;
    QDateTime lastGood() const;
    /// No good backup for longer than a day and the house's hours (trust.md, "Backups": overdue is on Today).
    bool isOverdue() const;
    /// The moment from which the last good one is overdue, or no longer one of the future; invalid: there is none.
    QDateTime overdueFrom() const;
    /// Whether the last good one bears a time that is still to come: the clock was wrong then, or is now.
    bool isFromTheFuture() const;
    /// Whether the hours that the house set have passed since the last one, or nobody knows.
    bool isDue() const;
    static QString makePassphrase();
    /// What restores kept aside, newest first.
    QList<AsideFile> keptAside() const;
    /// NotPermitted, PasswordNeeded; NotFound for what is none of `keptAside`.
    Done removeAside(const QString &path);

private:
    Records &m_records;
    VaultFile &m_vault;
    QString m_filePath;
    mutable std::weak_ptr<std::atomic<bool>> m_running; ///< true until the job that holds it has ended
};

/// What became of a backup.
struct BackupMade {
    QString path;
    qint64 bytes = 0;
    qint64 sequence = 0;
    QDateTime at;
    bool leaves = false;
};

} // namespace keywork
