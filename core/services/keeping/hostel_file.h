// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"

namespace keywork {

class PrivateCopy;
class VaultFile;
class VaultLock;
struct BackupKey;
struct KeySlot;
struct Rescued;
struct VaultHeader;

/// What the sign-in screen may know.
struct FileSummary {
    QString hostelName;
    QString fileName;
    QDateTime lastGoodBackup; ///< noted in the file, or lying beside it since; invalid: none yet
    bool isCopy = false; ///< the folder can't be written: a private copy is opened, to look only
    QDateTime backupMadeAt = {}; ///< valid: it is a backup, and looked at in a private copy too
};

/// Key derivation for tests is cheap; the product always uses the standard one.
enum class KeyCost { Standard, ForTests };

/// A password checked, but nothing opened yet: the part that a worker does.
class UnlockedFile {
public:
    UnlockedFile(); ///< of nothing: what a Result that failed holds
    explicit UnlockedFile(std::unique_ptr<VaultFile> vault);
    ~UnlockedFile();
    UnlockedFile(UnlockedFile &&) noexcept;

private:
    friend class HostelFile;
    std::unique_ptr<VaultFile> m_vault;
    std::unique_ptr<KeySlot> m_renewed; ///< the slot in today's form
};

/// A new file's header, written and locked; removed again unless it becomes a HostelFile.
class NewFile {
public:
    NewFile(); ///< of nothing: what a Result that failed holds
    ~NewFile();
    NewFile(NewFile &&) noexcept;

private:
    friend class HostelFile;
    struct Parts;
    explicit NewFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The file that the program has chosen, locked or not. Holds the lock beside it as long as it lives.
class HostelFile {
public:
    struct NewHostel {
        House house;
        QString managerName;
        QString password;
        QString recoveryKey;
        KeyCost cost = KeyCost::Standard;
        bool isDemonstration = false; ///< holds nobody's data: any password of 8 characters will do
        QString tablesFor = {}; ///< for tests, which make thousands: a file that keeps today's empty tables from one to the next
    };

    /// In a folder that can't be written, or of a file that can't be, a private copy of the file and its journal is taken, to look only.
    /// InUse, NotFound, NotAVault, NewerVersion, Damaged, ReadOnly.
    static Result<std::unique_ptr<HostelFile>> choose(const QString &path, const Clock &clock, const SeenHeads &seen = SeenHeads());
    static Result<std::unique_ptr<HostelFile>> choosePrivateCopy(
        const QString &path, const Clock &clock, const SeenHeads &seen = SeenHeads());
    /// The slow part of a new file, safe in a worker: takes the lock, derives the keys, writes the header.
    /// AlreadyExists, ReadOnly, NoRoom, InUse; Invalid with `password`.
    static Result<NewFile> prepare(const QString &path, const NewHostel &wanted);
    /// The quick part: the tables, the first manager, the house; signs them in. Nothing is left behind when it fails.
    static Result<std::unique_ptr<HostelFile>> create(NewFile prepared, const Clock &clock, std::unique_ptr<OpenHostel> &opened);
    /// Both parts, for commands and tests.
    static Result<std::unique_ptr<HostelFile>> create(
        const QString &path, const NewHostel &wanted, const Clock &clock, std::unique_ptr<OpenHostel> &opened);
    static QString makeRecoveryKey(); ///< 26 characters, shown in groups by groupedRecoveryKey
    static QString grouped(const QString &recoveryKey);
    static bool sameRecoveryKey(const QString &typed, const QString &shown);
    ~HostelFile();

    FileSummary summary() const;
    QString path() const { return m_path; }
    /// What was chosen, where `path` is a private copy of it.
    QString chosenPath() const { return m_original; }
    /// The slow part: derives the key. Safe in a worker. WrongPassword for an unknown name too.
    Result<UnlockedFile> unlock(const QString &name, const QString &password) const;
    /// The same with the recovery key. A slip of the pen is told at once.
    Result<UnlockedFile> unlockWithRecoveryKey(const QString &recoveryKey) const;
    /// The quick part, on the GUI thread: opens, migrates, notes the sign-in.
    Result<std::unique_ptr<OpenHostel>> open(UnlockedFile unlocked) const;
    /// After the recovery key: signs in as the manager of that name, whose new password is set next. A house without a
    /// manager gets one. NotFound when the name is not that of a manager.
    Result<std::unique_ptr<OpenHostel>> openRecovered(UnlockedFile unlocked, const QString &managerName) const;
    /// What can be read of this file, written into a new one (rescueFile); a wrong password is noted as at the sign-in.
    /// Safe in a worker. NotAllowedNow while somebody is signed in.
    Result<Rescued> rescue(const QString &target, const BackupKey &key, const std::function<bool()> &shouldStop) const;
    Result<std::unique_ptr<OpenHostel>> signIn(const QString &name, const QString &password) const;
    /// Wrong passwords and keys of the last ten minutes (recentTries), also from before the program was started.
    int recentFailures() const;
    /// Puts a file in the place of this one. NotAllowedNow while somebody is signed in, and where another data key would lock
    /// what was sealed since; nothing is lost when it fails.
    Done putInPlace(const NextFile &next);

private:
    HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock);
    Done checkNothingSealed(const VaultHeader &next) const;
    Result<std::unique_ptr<OpenHostel>> recovered(Result<std::unique_ptr<OpenHostel>> opened) const;
    Result<std::unique_ptr<OpenHostel>> opened(UnlockedFile unlocked) const;
    Result<std::unique_ptr<OpenHostel>> signedIn(std::unique_ptr<OpenHostel> hostel, const Kept<Staff> &member, HistoryAction how) const;
    static Done fill(OpenHostel &hostel, NewFile::Parts &made, const Clock &clock);
    QString m_path;
    QString m_original; ///< what was chosen, where m_path is a private copy
    const Clock &m_clock;
    void noteFailure(const QString &name) const;
    std::unique_ptr<PrivateCopy> m_copy; ///< set: m_path lies in it
    std::unique_ptr<VaultLock> m_lock; // goes before the place it lies in
    FileSummary m_summary;
    SeenHeads m_seen;
    /// What waits for room and could be sealed nowhere on this PC, over a lock; sealed like the rest.
    std::shared_ptr<QList<QByteArray>> m_unsealed = std::make_shared<QList<QByteArray>>();
};

} // namespace keywork
