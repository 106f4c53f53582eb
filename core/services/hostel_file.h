// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/attention.h"
#include "core/services/care_plans.h"
#include "core/services/finding.h"
#include "core/services/sharing.h"
#include "core/services/stages.h"

#include <functional>
#include <memory>

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
    Sharing &sharing;
    Finding &finding;
    Attention &attention;
};

/// What the sign-in screen may know.
struct FileSummary {
    QString hostelName;
    QString fileName;
    QDateTime lastGoodBackup; ///< invalid: none yet
};

/// How hard a password is to guess.
struct PasswordStrength {
    int score = 0; ///< 0 to 4
    bool longEnough = false;
    bool acceptable() const { return longEnough && score >= 3; }
};
/// zxcvbn, with the hostel's and the person's name counted as known words. At least 8 characters.
PasswordStrength passwordStrength(const QString &password, const QStringList &knownWords);

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
    /// Gives a member of the team a password of their own.
    Done giveAccess(const Kept<Staff> &staff, const QString &password);
    /// integrity_check, foreign keys; empty when all is well.
    Result<QStringList> problems() const;

private:
    friend class HostelFile;
    OpenHostel();
    struct Parts;
    Done start(const Clock &clock);

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

/// The file that the program has chosen, locked or not. Holds the lock beside it as long as it lives.
class HostelFile {
public:
    struct NewHostel {
        House house;
        QString managerName;
        QString password;
        QString recoveryKey;
        KeyCost cost = KeyCost::Standard;
    };

    /// InUse, NotFound, NotAVault, NewerVersion, Damaged, ReadOnly.
    static Result<std::unique_ptr<HostelFile>> choose(const QString &path, const Clock &clock);
    /// Makes the file with its first manager and signs them in. Nothing is left behind when it fails.
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
    /// The quick part, on the GUI thread: opens, migrates, notes the sign-in.
    Result<std::unique_ptr<OpenHostel>> open(UnlockedFile unlocked) const;
    Result<std::unique_ptr<OpenHostel>> signIn(const QString &name, const QString &password) const;

private:
    HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock);
    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<VaultLock> m_lock;
    FileSummary m_summary;
};

} // namespace keywork
