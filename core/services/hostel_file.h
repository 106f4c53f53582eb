// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/history_action.h"
#include "core/services/accounts.h"
#include "core/services/attention.h"
#include "core/services/care_plans.h"
#include "core/services/finding.h"
#include "core/services/photos.h"
#include "core/services/referrals.h"
#include "core/services/referrals_in.h"
#include "core/services/stages.h"

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTemporaryDir;
QT_END_NAMESPACE

namespace keywork {

class ChoiceStore;
class Database;
class VaultFile;
class VaultLock;

/// Everything a screen may ask, for one person signed in.
struct Services {
    Records &records;
    People &people;
    Stages &stages;
    CarePlans &plans;
    Disclosures &disclosures;
    Agreements &agreements;
    Referrals &referrals;
    ReferralsIn &referralsIn;
    Finding &finding;
    Attention &attention;
    Accounts &accounts;
    Photos &photos;
};

/// What the sign-in screen may know.
struct FileSummary {
    QString hostelName;
    QString fileName;
    QDateTime lastGoodBackup; ///< invalid: none yet
    bool isCopy = false; ///< the folder can't be written: a private copy is opened, to look only
};

/// Key derivation for tests is cheap; the product always uses the standard one.
enum class KeyCost { Standard, ForTests };

/// A signed-in file: vault, connection and services, taken down in the right order when it goes.
class OpenHostel {
public:
    ~OpenHostel();
    OpenHostel(const OpenHostel &) = delete;
    OpenHostel &operator=(const OpenHostel &) = delete;

    Services &services() { return *m_services; }
    const Session &session() const { return *m_session; }
    ChangeNotifier &notifier() { return m_notifier; }
    QString hostelName() const;
    /// From now on the journal is folded into the file by a worker beside the window instead of by a save.
    void checkpointInWorker();
    /// integrity_check, foreign keys; empty when all is well.
    Result<QStringList> problems() const;

private:
    friend class HostelFile;
    OpenHostel();
    struct Parts;
    Done start(const Clock &clock, HistoryAction how);
    Done setClock(const Clock &clock);
    Done setZone();

    ChangeNotifier m_notifier;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Services> m_services;
};

/// A password checked, but nothing opened yet: the part that a worker does.
class UnlockedFile {
public:
    explicit UnlockedFile(std::unique_ptr<VaultFile> vault);
    ~UnlockedFile();
    UnlockedFile(UnlockedFile &&) noexcept;

private:
    friend class HostelFile;
    std::unique_ptr<VaultFile> m_vault;
};

/// A new file's header, written and locked; removed again unless it becomes a HostelFile.
class NewFile {
public:
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
    };

    /// In a folder that can't be written, a private copy of the file and its journal is taken, to look only.
    /// InUse, NotFound, NotAVault, NewerVersion, Damaged, ReadOnly.
    static Result<std::unique_ptr<HostelFile>> choose(const QString &path, const Clock &clock);
    static Result<std::unique_ptr<HostelFile>> choosePrivateCopy(const QString &path, const Clock &clock);
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
    /// The slow part: derives the key. Safe in a worker. WrongPassword for an unknown name too.
    Result<UnlockedFile> unlock(const QString &name, const QString &password) const;
    /// The same with the recovery key. A slip of the pen is told at once.
    Result<UnlockedFile> unlockWithRecoveryKey(const QString &recoveryKey) const;
    /// The quick part, on the GUI thread: opens, migrates, notes the sign-in.
    Result<std::unique_ptr<OpenHostel>> open(UnlockedFile unlocked) const;
    /// After the recovery key: signs in as the manager of that name, whose new password is set next. A house without a
    /// manager gets one. NotFound when the name is not that of a manager.
    Result<std::unique_ptr<OpenHostel>> openRecovered(UnlockedFile unlocked, const QString &managerName) const;
    Result<std::unique_ptr<OpenHostel>> signIn(const QString &name, const QString &password) const;

private:
    HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock);
    Result<std::unique_ptr<OpenHostel>> opened(UnlockedFile unlocked) const;
    Result<std::unique_ptr<OpenHostel>> signedIn(std::unique_ptr<OpenHostel> hostel, const Kept<Staff> &member, HistoryAction how) const;
    static Done fill(OpenHostel &hostel, NewFile::Parts &made, const Clock &clock);
    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<QTemporaryDir> m_copyPlace; ///< set: m_path lies in it
    std::unique_ptr<VaultLock> m_lock; // goes before the place it lies in
    FileSummary m_summary;
};

} // namespace keywork
