// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"

#include "core/base/partial_file.h"
#include "core/base/plain_file.h"
#include "core/base/text.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/foreign_journal.h"
#include "core/services/keeping/guessing.h"
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/private_copy.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/keeping/restoring.h"
#include "core/services/keeping/ways_in.h"
#include "core/storage/migrator.h"
#include "core/storage/table.h"
#include "core/storage/vault_copy.h"
#include "core/vault/vault_lock.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<FileSummary> summarise(const QString &path)
{
    if (isNoText(path))
        return Error{ErrorKind::NameNoText, {}, {}};
    const auto header = VaultFile::peek(path);
    if (!header)
        return header.error();
    FileSummary summary{header->hostelName, QFileInfo(path).fileName(), {}};
    if (header->purpose != FilePurpose::Live)
        summary.backupMadeAt = QDateTime::fromMSecsSinceEpoch(header->madeAt, Qt::UTC);
    if (header->lastGoodBackup > 0)
        summary.lastGoodBackup = QDateTime::fromMSecsSinceEpoch(header->lastGoodBackup, Qt::UTC);
    return summary;
}

/// Whoever may only read the file would leave a journal of theirs beside it, which its owner can't write to: they look at
/// a copy, and nothing stays beside the file.
bool mayWorkIn(const QString &path)
{
    const QFileInfo journal(path + u"-wal"_s);
    return QFileInfo(path).isWritable() && (!journal.exists() || journal.isWritable());
}

/// What a program that was ended in the middle of a restore left beside the file: copies, never the only one of anything.
void removeRemains(const QString &path)
{
    const QFileInfo info(path);
    const QString next = path + u".next"_s;
    for (const QString &base : {next, next + u".part"_s})
        removeWithJournals(base);
    PrivateCopy::clearRemains(info.absolutePath());
    PrivateCopy::clearRemains(QDir::tempPath());
}

bool isOpenHere(const QString &path) { return isOpenVault(QFile::encodeName(QFileInfo(path).canonicalFilePath()).toStdString()); }

/// A verified copy before the file is changed to a newer form (architecture.md, "Migrations").
Done backUpBeforeMigrating(const QString &path, const VaultFile &vault, const QDateTime &now)
{
    const auto open
        = [&] { return Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault, vault.historyKey(), Expect::Content); };
    {
        const auto database = open();
        if (!database)
            return {}; // opening it for work says what is wrong
        const auto present = schemaVersion(**database);
        if (!present || *present == 0 || *present >= migrations().size())
            return {};
    }
    const QFileInfo info(path);
    const QString folder = backupFolderBeside(path);
    VaultCopy copy;
    copy.source = [path = info.absoluteFilePath(), key = std::make_shared<SecretKey>(vault.historyKey())] {
        return Database::open(path, Protection::Vault, key->copy(), Expect::Content);
    };
    copy.seed = vault.seed();
    copy.target
        = freeBackupName(folder + u'/' + info.completeBaseName() + now.toString(u" yyyy-MM-dd HHmm 'before update'"_s) + kBackupSuffix);
    copy.wish.purpose = FilePurpose::HouseBackup;
    copy.wish.madeAt = now.toMSecsSinceEpoch();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::ReadOnly, u"backup before update"_s, {}};
    const auto made = copyVault(copy);
    return made ? Done() : Done(made.error());
}

} // namespace

UnlockedFile::UnlockedFile(std::unique_ptr<VaultFile> vault)
    : m_vault(std::move(vault))
{
}
UnlockedFile::UnlockedFile() = default;
UnlockedFile::~UnlockedFile() = default;
UnlockedFile::UnlockedFile(UnlockedFile &&) noexcept = default;

HostelFile::HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock)
    : m_path(std::move(path))
    , m_original(m_path)
    , m_clock(clock)
    , m_lock(std::move(lock))
{
}
HostelFile::~HostelFile() = default;

QString HostelFile::makeRecoveryKey() { return keywork::makeRecoveryKey(); }
QString HostelFile::grouped(const QString &recoveryKey) { return groupedRecoveryKey(recoveryKey); }
bool HostelFile::sameRecoveryKey(const QString &typed, const QString &shown)
{
    return foldedRecoveryKey(typed) == foldedRecoveryKey(shown);
}

Result<std::unique_ptr<HostelFile>> HostelFile::choose(const QString &path, const Clock &clock, const SeenHeads &seen)
{
    auto summary = summarise(path);
    if (!summary)
        return summary.error();
    if (summary->backupMadeAt.isValid()) // a backup stays as it was made
        return choosePrivateCopy(path, clock, seen);
    auto lock = VaultLock::take(path);
    if (!lock)
        return lock.error().kind == ErrorKind::ReadOnly ? choosePrivateCopy(path, clock, seen)
                                                        : Result<std::unique_ptr<HostelFile>>(lock.error());
    if (!mayWorkIn(path)) // the lock is held until the copy is made: a file in use is never copied
        return choosePrivateCopy(path, clock, seen);
    removeRemains(path);
    std::unique_ptr<HostelFile> file(new HostelFile(path, clock, std::move(*lock)));
    file->m_summary = *summary;
    file->m_seen = seen;
    return file;
}

Result<std::unique_ptr<HostelFile>> HostelFile::choosePrivateCopy(const QString &path, const Clock &clock, const SeenHeads &seen)
{
    auto summary = summarise(path);
    if (!summary)
        return summary.error();
    auto copy = PrivateCopy::of(path);
    if (!copy)
        return copy.error();
    auto lock = VaultLock::take(copy->path());
    if (!lock)
        return lock.error();
    std::unique_ptr<HostelFile> file(new HostelFile(copy->path(), clock, std::move(*lock)));
    file->m_original = path;
    file->m_seen = seen;
    file->m_copy = std::make_unique<PrivateCopy>(std::move(*copy));
    file->m_summary = *summary;
    file->m_summary.isCopy = true;
    return file;
}

FileSummary HostelFile::summary() const
{
    FileSummary summary = m_summary;
    if (!m_copy)
        if (const auto now = summarise(m_path)) // a backup was made since, perhaps
            summary.lastGoodBackup = now->lastGoodBackup;
    // One that was done when the file was locked stands beside it, though the file had no time to note it.
    const auto header = VaultFile::peek(m_path);
    for (const BackupFile &backup : header ? backupsIn(backupFolderBeside(m_path), header->vaultId) : QList<BackupFile>())
        if (backup.isReadable && !backup.leaves && backup.madeAt <= m_clock.now() && !(backup.madeAt <= summary.lastGoodBackup))
            summary.lastGoodBackup = backup.madeAt;
    return summary;
}

Result<UnlockedFile> HostelFile::unlock(const QString &name, const QString &password) const
{
    const bool wasOpen = isOpenHere(m_path);
    auto vault = VaultFile::unlock(m_path, name, password);
    if (!vault) {
        if (vault.error().kind == ErrorKind::WrongPassword)
            noteFailure(name);
        return vault.error();
    }
    if (Done fits = wasOpen ? Done() : checkJournalFits(m_path, **vault); !fits)
        return fits.error();
    auto renewed = m_summary.isCopy ? std::nullopt : (*vault)->renewedSlot(name, password);
    if (!m_summary.isCopy)
        if (Done safe = backUpBeforeMigrating(m_path, **vault, m_clock.local(m_clock.now())); !safe)
            return safe.error();
    UnlockedFile unlocked(std::move(*vault));
    if (renewed)
        unlocked.m_renewed = std::make_unique<KeySlot>(*renewed);
    return unlocked;
}

Result<Rescued> HostelFile::rescue(const QString &target, const BackupKey &key, const std::function<bool()> &shouldStop) const
{
    if (isOpenHere(m_path))
        return notNow(NotNow::SomebodySignedIn); // a file in use is never copied
    auto rescued = rescueFile(m_path, target, key, m_clock.now(), shouldStop);
    if (!rescued && rescued.error().kind == ErrorKind::WrongPassword)
        noteFailure(key.name);
    if (rescued) {
        noteReadOutside(m_original, m_seen, {m_clock.now(), rescued->openedBy, u"rescue"_s});
        takeAsNewest(m_seen, *rescued, m_clock.now());
    }
    return rescued;
}

// A private copy is none of the house's: what is sealed beside it would go with it, so the file itself is told.
void HostelFile::noteFailure(const QString &name) const { noteTry(m_original, name, m_seen, m_clock); }

int HostelFile::recentFailures() const { return recentTries(m_original, m_seen); }

Result<UnlockedFile> HostelFile::unlockWithRecoveryKey(const QString &recoveryKey) const
{
    // A backup that left the house and was restored without the file of that day opens with its passphrase too.
    const bool wasOpen = isOpenHere(m_path);
    auto vault = unlockVault(m_path, {.recoveryKey = recoveryKey, .passphrase = recoveryKey});
    if (!vault && vault.error().kind == ErrorKind::WrongPassword)
        noteFailure({});
    if (!vault)
        return vault.error();
    if (Done fits = wasOpen ? Done() : checkJournalFits(m_path, **vault); !fits)
        return fits.error();
    return UnlockedFile(std::move(*vault));
}

Result<std::unique_ptr<OpenHostel>> HostelFile::opened(UnlockedFile unlocked) const
{
    std::unique_ptr<OpenHostel> hostel(new OpenHostel);
    OpenHostel::Parts &parts = *hostel->m_parts;
    parts.vault = std::move(unlocked.m_vault);
    auto database = openMain(m_path, *parts.vault, Expect::Content);
    if (!database)
        return database.error();
    parts.database = std::move(*database);
    if (Done ready = bringUpToDate(*parts.database, parts.choices); !ready)
        return ready.error();
    if (Done set = hostel->setClock(m_clock); !set)
        return set.error();
    if (Done reached = hostel->setReached(); !reached)
        return reached.error();
    return hostel;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::open(UnlockedFile unlocked) const
{
    const int64_t slotStaff = unlocked.m_vault->staff();
    const QString slot = Accounts::slotText(unlocked.m_vault->openedSlot());
    const std::unique_ptr<KeySlot> renewed = std::move(unlocked.m_renewed);
    auto hostel = opened(std::move(unlocked));
    if (!hostel)
        return hostel;
    const auto staff = Table(*(*hostel)->m_parts->database, recordType<Staff>()).find(slotStaff);
    if (!staff)
        return staff.error().kind == ErrorKind::NotFound ? Error{ErrorKind::Damaged, u"staff"_s, {}} : staff.error();
    const auto who = arriving(*(*hostel)->m_parts->database, *staff, slot);
    if (!who)
        return who.error();
    const auto member = typed<Staff>(who->row);
    // Someone who left the team, or whose way in was taken away, keeps none, even with an old slot.
    if (!member || who->row.withdrawnAt || member->value.hasLeft((*hostel)->m_parts->clock->latestDay())
        || (who->wasTakenAway && member->value.keySlot.isEmpty()))
        return Error{ErrorKind::WrongPassword, {}, {}};
    auto opened = signedIn(std::move(*hostel), *member, HistoryAction::SignedIn);
    // Files from before slots were on record learn them as people sign in; and a record that names another slot than the
    // one that opened would leave this one open when the way in is taken away.
    // A slot that was theirs before is not written down anew in silence: headerDoubts tells of it.
    if (opened && member->value.keySlot != slot && !m_summary.isCopy && !who->wasReplaced)
        if (Done noted = (*opened)->m_parts->all->accounts.noteSlot(member->id, slot); !noted && noted.error().kind != ErrorKind::NoRoom)
            return noted.error();
    // A slot of an older form is made new while its password is at hand; if that fails, the old one still opens.
    if (opened && renewed && !who->wasReplaced)
        Q_UNUSED(bool((*opened)->m_parts->all->accounts.replaceForm(member->id, *renewed)));
    if (opened)
        (*opened)->m_session->setChoosesPassword(member->value.choosesPassword);
    return opened;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::recovered(Result<std::unique_ptr<OpenHostel>> opened) const
{
    if (opened) // the key that was typed stands for the password
        (*opened)->m_session->confirm(m_clock.now());
    return opened;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::openRecovered(UnlockedFile unlocked, const QString &managerName) const
{
    auto hostel = opened(std::move(unlocked));
    if (!hostel)
        return hostel;
    Table team(*(*hostel)->m_parts->database, recordType<Staff>());
    const auto rows = team.list({});
    if (!rows)
        return rows.error();
    bool anyManager = false;
    Kept<Staff> manager;
    for (const KeptRow &row : *rows) {
        const auto member = typed<Staff>(row);
        if (!member)
            continue;
        const bool isNamed = sameName(member->value.name, managerName);
        if (isNamed)
            manager = *member;
        if (member->value.role != Role::Manager || member->value.hasLeft((*hostel)->m_parts->clock->latestDay()))
            continue;
        anyManager = true;
        if (isNamed)
            return recovered(signedIn(std::move(*hostel), *member, HistoryAction::Recovered));
    }
    if (anyManager)
        return Error{ErrorKind::NotFound, u"manager"_s, {}};
    // Nobody is left who could give a password: the key's holder becomes the manager.
    if (managerName.simplified().isEmpty())
        return Error{ErrorKind::NotFound, u"manager"_s, {}};
    // Whoever leaves a trace has to be somebody: the member of that name, or nobody yet.
    const bool wasHere = bool(manager.id);
    manager.value.name = wasHere ? manager.value.name : managerName.simplified();
    manager.value.role = Role::Manager;
    manager.value.leftOn = {};
    auto opened = recovered(signedIn(std::move(*hostel), manager, HistoryAction::Recovered));
    if (!opened)
        return opened;
    Records &records = (*opened)->m_parts->all->records;
    auto kept = wasHere ? records.amend(manager) : records.add(manager.value);
    if (!kept)
        return kept.error();
    *(*opened)->m_session = Session(kept->id, kept->value.name, Role::Manager);
    return recovered(std::move(opened));
}

Result<std::unique_ptr<OpenHostel>> HostelFile::signedIn(
    std::unique_ptr<OpenHostel> hostel, const Kept<Staff> &member, HistoryAction how) const
{
    hostel->m_session = std::make_unique<Session>(
        member.id, member.value.name, member.value.role, m_summary.isCopy ? FileAccess::LookOnly : FileAccess::Full);
    hostel->m_parts->filePath = m_path;
    hostel->m_parts->seen = m_summary.isCopy ? SeenHeads() : m_seen;
    hostel->m_parts->unsealed = m_unsealed;
    hostel->m_parts->aside = Aside(m_seen, idOf(hostel->m_parts->vault->header()));
    if (Done looked = hostel->lookAtHeads(hostel->m_parts->seen); !looked)
        return looked.error();
    if (Done started = hostel->start(m_clock, how); !started)
        return started.error();
    return hostel;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::signIn(const QString &name, const QString &password) const
{
    auto unlocked = unlock(name, password);
    if (!unlocked)
        return unlocked.error();
    auto opened = open(std::move(*unlocked));
    if (opened) // typed for this one purpose
        (*opened)->m_session->confirm(m_clock.now());
    return opened;
}

} // namespace keywork
