// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/history_action.h"
#include "core/services/accounts.h"
#include "core/services/appointments.h"
#include "core/services/attention.h"
#include "core/services/audit.h"
#include "core/services/backups.h"
#include "core/services/care_plans.h"
#include "core/services/earlier_versions.h"
#include "core/services/families.h"
#include "core/services/finding.h"
#include "core/services/offers.h"
#include "core/services/photos.h"
#include "core/services/referrals.h"
#include "core/services/referrals_in.h"
#include "core/services/rescuing.h"
#include "core/services/restrictions.h"
#include "core/services/retention.h"
#include "core/services/seen_heads.h"
#include "core/services/stages.h"
#include "core/services/timeline.h"

#include <functional>
#include <memory>

namespace keywork {

class ChoiceStore;
class Database;
class PrivateCopy;
class VaultFile;
struct KeySlot;
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
    Restrictions &restrictions;
    EarlierVersions &earlierVersions;
    Backups &backups;
    Audit &audit;
    Retention &retention;
    Families &families;
    Timeline &timeline;
    Appointments &appointments;
    Offers &offers;
};

/// What the sign-in screen may know.
struct FileSummary {
    QString hostelName;
    QString fileName;
    QDateTime lastGoodBackup; ///< invalid: none yet
    bool isCopy = false; ///< the folder can't be written: a private copy is opened, to look only
    QDateTime backupMadeAt = {}; ///< valid: it is a backup, and looked at in a private copy too
};

/// How a file is not the newest of itself.
struct FileWarning {
    enum class Kind {
        EntriesMissing, ///< of the history, at the end
        OtherHistory, ///< at the same place it says something else
        SealedUnreadable, ///< what was written while locked and can't be read
        Damaged, ///< pages of it can't be read, or don't fit each other
        HistoryChanged, ///< entries were changed, put in or taken out
    };
    Kind kind = Kind::EntriesMissing;
    bool knownHere = false; ///< this PC has seen the newer file; else the file's own header tells
    qint64 entries = 0; ///< how many
    QDateTime seenAt = {};
};

/// What reading the whole file found.
struct FileCheck {
    QStringList damage; ///< SQLite's own lines; for technicians
    QList<HistoryFinding> history;
    QList<ClockJump> jumps = {}; ///< no harm to the file, but told
    bool isWhole() const { return damage.isEmpty() && history.isEmpty(); }
};

/// A file that was made beside the present one and takes its place next.
struct NextFile {
    QString path;
    QString aside = {}; ///< the present file is kept under this name; empty: it goes
    qint64 headSequence = 0;
    QByteArray headMac = {};
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
    const Clock &clock() const;
    /// The house's settings; the defaults when they can't be read.
    House house() const;
    /// From now on the journal is folded into the file by a worker beside the window instead of by a save.
    void checkpointInWorker();
    /// How the two copies of the file's head were found when it was opened.
    enum class HeadCopies { Whole, Mended, Broken };
    HeadCopies headCopies() const { return m_headCopies; }
    /// Pages that can't be read; where `problems` finds nothing they hold nothing any more. Reads the whole file.
    Result<qint64> unreadablePages() const;
    /// integrity_check, foreign keys; empty when all is well.
    Result<QStringList> problems() const;
    /// The same for a worker, with the words of search, every entry of the history and every head that is known.
    using Check = std::function<Result<FileCheck>(const std::function<bool()> &shouldStop)>;
    Check deepCheck() const;
    /// For beside the work: reads pages, references and history, and locks nobody out. What can't be read is damage.
    Check quietCheck() const;
    /// What a check found: everybody is told on Today, until another one finds nothing.
    void noteCheck(const FileCheck &found);
    const std::optional<FileCheck> &lastCheck() const { return m_lastCheck; }
    /// What this file lacks that its header or this PC has seen: it is older than it should be, or was cut.
    const QList<FileWarning> &warnings() const { return m_warnings; }
    /// The manager knows why the file is older and goes on with it: until then everybody is told at each sign-in.
    /// NotPermitted; nothing to do without a warning.
    Done acceptFile();
    /// The manager says that the clock is right now: what the history reached before counts no more for what ends some
    /// time. NotPermitted.
    Done acceptClock();
    /// How the history tells that the file was closed; Locked unless somebody says otherwise.
    void leaveAs(HistoryAction how) { m_leaving = how; }
    /// For what has to write the whole file anew: a job for a worker that makes the file beside this one. Nobody writes
    /// to this one meanwhile, and HostelFile::putInPlace follows once it is closed. PasswordNeeded, NotPermitted.
    enum class Rewriting { Compaction, NewDataKey };
    Result<std::function<Result<NextFile>()>> rewriting(Rewriting what) const;
    /// The same from a backup; the present file is kept aside.
    struct RestoreFrom {
        QString backup;
        QString secret = {}; ///< passphrase or recovery key, for a backup that left or has an earlier data key
    };
    Result<std::function<Result<NextFile>()>> restoring(const RestoreFrom &from) const;
    /// What the restore would lose and bring back, for a worker. WrongPassword when the backup needs another key.
    using PreviewJob = std::function<Result<RestorePreview>(const std::function<bool()> &shouldStop)>;
    Result<PreviewJob> restorePreview(const RestoreFrom &from) const;

private:
    friend class HostelFile;
    OpenHostel();
    struct Parts;
    Done start(const Clock &clock, HistoryAction how);
    Done setClock(const Clock &clock);
    Done setZone();
    Done setReached();
    void mendHeader();
    void makeServices();
    Done joinSealedEntries();
    Done lookAtHeads(const SeenHeads &seen);
    void keepHead();
    /// The file is not the newest of itself, and nobody said that this is right.
    bool isDoubtful() const;

    ChangeNotifier m_notifier;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Services> m_services;
    QList<FileWarning> m_warnings;
    std::optional<FileCheck> m_lastCheck;
    HistoryAction m_leaving = HistoryAction::Locked;
    HeadCopies m_headCopies = HeadCopies::Whole;
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
    std::unique_ptr<KeySlot> m_renewed; ///< the slot in today's form
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
    static Result<std::unique_ptr<HostelFile>> choose(const QString &path, const Clock &clock, const SeenHeads &seen = SeenHeads());
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
    /// What can be read of this file, written into a new one (rescueFile); a wrong password is noted as at the sign-in.
    /// Safe in a worker. NotAllowedNow while somebody is signed in.
    Result<Rescued> rescue(const QString &target, const BackupKey &key, const std::function<bool()> &shouldStop) const;
    Result<std::unique_ptr<OpenHostel>> signIn(const QString &name, const QString &password) const;
    /// Failed sign-ins of the last ten minutes, also from before the program was started: slows guessing.
    int recentFailures() const;
    /// Puts a file in the place of this one. NotAllowedNow while somebody is signed in; nothing is lost when it fails.
    Done putInPlace(const NextFile &next);

private:
    HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock);
    Result<std::unique_ptr<OpenHostel>> recovered(Result<std::unique_ptr<OpenHostel>> opened) const;
    Result<std::unique_ptr<OpenHostel>> opened(UnlockedFile unlocked) const;
    Result<std::unique_ptr<OpenHostel>> signedIn(std::unique_ptr<OpenHostel> hostel, const Kept<Staff> &member, HistoryAction how) const;
    static Done fill(OpenHostel &hostel, NewFile::Parts &made, const Clock &clock);
    QString m_path;
    const Clock &m_clock;
    void noteFailure(const QString &name) const;
    std::unique_ptr<PrivateCopy> m_copy; ///< set: m_path lies in it
    std::unique_ptr<VaultLock> m_lock; // goes before the place it lies in
    FileSummary m_summary;
    SeenHeads m_seen;
};

} // namespace keywork
