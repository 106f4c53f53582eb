// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/hostel_file.h"

#include "core/base/text.h"
#include "core/services/open_hostel_parts.h"
#include "core/services/passwords.h"
#include "core/storage/migrator.h"
#include "core/storage/table.h"
#include "core/vault/vault_lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int64_t kFirstManager = 1;

KdfCost kdfCost(KeyCost cost) { return cost == KeyCost::Standard ? KdfCost::standard() : KdfCost::forTests(); }

Result<FileSummary> summarise(const QString &path)
{
    const auto header = VaultFile::peek(path);
    if (!header)
        return header.error();
    FileSummary summary{header->hostelName, QFileInfo(path).fileName(), {}};
    if (header->lastGoodBackup > 0)
        summary.lastGoodBackup = QDateTime::fromMSecsSinceEpoch(header->lastGoodBackup, Qt::UTC);
    return summary;
}

void removeFile(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

Result<std::unique_ptr<Database>> openMain(const QString &path, const VaultFile &vault, Expect expected)
{
    return Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault,
        u"keywork-main-"_s + QUuid::createUuid().toString(QUuid::Id128), vault.historyKey(), expected);
}

/// Migrates, then adds choices that this version ships and the file does not have yet.
Done bringUpToDate(Database &database, ChoiceStore &choices)
{
    if (Done migrated = migrate(database); !migrated)
        return migrated;
    Transaction transaction(database);
    if (Done begun = transaction.begin(); !begun)
        return begun;
    if (Done shipped = choices.shipInto(database); !shipped)
        return shipped;
    return transaction.commit();
}

} // namespace

struct NewFile::Parts {
    QString path;
    HostelFile::NewHostel wanted;
    std::unique_ptr<VaultLock> lock;
    std::unique_ptr<VaultFile> vault;
    bool used = false;
};

NewFile::NewFile(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
NewFile::NewFile(NewFile &&) noexcept = default;
NewFile::~NewFile()
{
    if (m_parts && !m_parts->used)
        removeFile(m_parts->path);
}

UnlockedFile::UnlockedFile(std::unique_ptr<VaultFile> vault)
    : m_vault(std::move(vault))
{
}
UnlockedFile::~UnlockedFile() = default;
UnlockedFile::UnlockedFile(UnlockedFile &&) noexcept = default;

HostelFile::HostelFile(QString path, const Clock &clock, std::unique_ptr<VaultLock> lock)
    : m_path(std::move(path))
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

Result<std::unique_ptr<HostelFile>> HostelFile::choose(const QString &path, const Clock &clock)
{
    auto summary = summarise(path);
    if (!summary)
        return summary.error();
    auto lock = VaultLock::take(path);
    if (!lock)
        return lock.error().kind == ErrorKind::ReadOnly ? choosePrivateCopy(path, clock)
                                                        : Result<std::unique_ptr<HostelFile>>(lock.error());
    std::unique_ptr<HostelFile> file(new HostelFile(path, clock, std::move(*lock)));
    file->m_summary = *summary;
    return file;
}

Result<std::unique_ptr<HostelFile>> HostelFile::choosePrivateCopy(const QString &path, const Clock &clock)
{
    // A journal in a folder that can't be written doesn't open; both are ciphertext, so a private copy gives nothing away.
    auto place = std::make_unique<QTemporaryDir>(QDir(QDir::tempPath()).filePath(u"keywork-look-XXXXXX"_s));
    const QString copy = place->filePath(QFileInfo(path).fileName());
    if (!place->isValid() || !QFile::copy(path, copy)
        || (QFile::exists(path + u"-wal"_s) && !QFile::copy(path + u"-wal"_s, copy + u"-wal"_s)))
        return Error{ErrorKind::NoRoom, u"private copy"_s, {}};
    for (const QString &made : {copy, copy + u"-wal"_s})
        QFile::setPermissions(made, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    auto file = choose(copy, clock);
    if (!file)
        return file;
    (*file)->m_copyPlace = std::move(place);
    (*file)->m_summary.isCopy = true;
    return file;
}

FileSummary HostelFile::summary() const { return m_summary; }

Result<UnlockedFile> HostelFile::unlock(const QString &name, const QString &password) const
{
    auto vault = VaultFile::unlock(m_path, name, password);
    if (!vault)
        return vault.error();
    return UnlockedFile(std::move(*vault));
}

Result<UnlockedFile> HostelFile::unlockWithRecoveryKey(const QString &recoveryKey) const
{
    auto vault = VaultFile::unlockWithRecoveryKey(m_path, recoveryKey);
    if (!vault)
        return vault.error();
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
    return hostel;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::open(UnlockedFile unlocked) const
{
    const int64_t slotStaff = unlocked.m_vault->staff();
    const QString slot = Accounts::slotText(unlocked.m_vault->openedSlot());
    auto hostel = opened(std::move(unlocked));
    if (!hostel)
        return hostel;
    const auto staff = Table(*(*hostel)->m_parts->database, recordType<Staff>()).find(slotStaff);
    if (!staff)
        return staff.error().kind == ErrorKind::NotFound ? Error{ErrorKind::Damaged, u"staff"_s, {}} : staff.error();
    const auto member = typed<Staff>(*staff);
    // Someone who left the team keeps no way in, even with an old slot.
    if (!member || staff->withdrawnAt || member->value.hasLeft((*hostel)->m_parts->clock->today()))
        return Error{ErrorKind::WrongPassword, {}, {}};
    auto opened = signedIn(std::move(*hostel), *member, HistoryAction::SignedIn);
    // Files from before slots were on record learn them as people sign in.
    if (opened && member->value.keySlot.isEmpty())
        if (Done noted = (*opened)->m_parts->accounts->noteSlot(member->id, slot); !noted)
            return noted.error();
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
        if (member->value.role != Role::Manager || member->value.hasLeft((*hostel)->m_parts->clock->today()))
            continue;
        anyManager = true;
        if (isNamed)
            return signedIn(std::move(*hostel), *member, HistoryAction::Recovered);
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
    auto opened = signedIn(std::move(*hostel), manager, HistoryAction::Recovered);
    if (!opened)
        return opened;
    Records &records = *(*opened)->m_parts->records;
    auto kept = wasHere ? records.amend(manager) : records.add(manager.value);
    if (!kept)
        return kept.error();
    *(*opened)->m_session = Session(kept->id, kept->value.name, Role::Manager);
    return opened;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::signedIn(
    std::unique_ptr<OpenHostel> hostel, const Kept<Staff> &member, HistoryAction how) const
{
    hostel->m_session
        = std::make_unique<Session>(member.id, member.value.name, member.value.role, m_summary.isCopy ? Access::LookOnly : Access::Full);
    if (Done started = hostel->start(m_clock, how); !started)
        return started.error();
    return hostel;
}

Result<std::unique_ptr<OpenHostel>> HostelFile::signIn(const QString &name, const QString &password) const
{
    auto unlocked = unlock(name, password);
    if (!unlocked)
        return unlocked.error();
    return open(std::move(*unlocked));
}

Result<NewFile> HostelFile::prepare(const QString &path, const NewHostel &wanted)
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    const auto weak = passwordViolation(wanted.password, {wanted.house.name, wanted.managerName});
    if (weak && (weak->rule == Rule::TooSmall || !wanted.isDemonstration))
        return invalid({*weak});
    auto lock = VaultLock::take(path);
    if (!lock)
        return lock.error();
    auto vault = VaultFile::create(
        path, {wanted.house.name, wanted.managerName, kFirstManager, wanted.password, wanted.recoveryKey, kdfCost(wanted.cost)});
    if (!vault)
        return vault.error();
    return NewFile(std::make_unique<NewFile::Parts>(NewFile::Parts{path, wanted, std::move(*lock), std::move(*vault)}));
}

Result<std::unique_ptr<HostelFile>> HostelFile::create(NewFile prepared, const Clock &clock, std::unique_ptr<OpenHostel> &opened)
{
    NewFile::Parts &made = *prepared.m_parts;
    std::unique_ptr<OpenHostel> hostel(new OpenHostel);
    if (Done filled = fill(*hostel, made, clock); !filled) {
        hostel->m_parts->records.reset();
        return filled.error();
    }
    std::unique_ptr<HostelFile> file(new HostelFile(made.path, clock, std::move(made.lock)));
    // Not read back from the file: closing a second descriptor would drop SQLite's lock.
    file->m_summary = {made.wanted.house.name, QFileInfo(made.path).fileName(), {}};
    made.used = true;
    opened = std::move(hostel);
    return file;
}

Done HostelFile::fill(OpenHostel &hostel, NewFile::Parts &made, const Clock &clock)
{
    OpenHostel::Parts &parts = *hostel.m_parts;
    parts.vault = std::move(made.vault);
    auto database = openMain(made.path, *parts.vault, Expect::Anything);
    if (!database)
        return database.error();
    parts.database = std::move(*database);
    if (Done ready = bringUpToDate(*parts.database, parts.choices); !ready)
        return ready;
    hostel.m_session = std::make_unique<Session>(Id<Staff>{kFirstManager}, made.wanted.managerName, Role::Manager);
    if (Done started = hostel.start(clock, HistoryAction::SignedIn); !started)
        return started;
    return parts.records->together([&]() -> Done {
        auto manager = parts.records->add(Staff{.name = made.wanted.managerName,
            .role = Role::Manager,
            .keySlot = Accounts::slotText(parts.vault->slotOf(made.wanted.managerName))});
        if (!manager)
            return manager.error();
        if (manager->id.value != kFirstManager)
            return Error{ErrorKind::Storage, u"first manager"_s, {}};
        auto house = parts.records->add(made.wanted.house);
        return house ? Done() : Done(house.error());
    });
}

Result<std::unique_ptr<HostelFile>> HostelFile::create(
    const QString &path, const NewHostel &wanted, const Clock &clock, std::unique_ptr<OpenHostel> &opened)
{
    auto prepared = prepare(path, wanted);
    if (!prepared)
        return prepared.error();
    return create(std::move(*prepared), clock, opened);
}

} // namespace keywork
