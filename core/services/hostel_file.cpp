// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/hostel_file.h"

#include "core/storage/choice_store.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "core/storage/table.h"
#include "core/vault/vault_file.h"
#include "core/vault/vault_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <zxcvbn.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kShortestPassword = 8;

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

} // namespace

PasswordStrength passwordStrength(const QString &password, const QStringList &knownWords)
{
    std::vector<QByteArray> words;
    for (const QString &known : knownWords)
        for (const QString &word : known.split(u' ', Qt::SkipEmptyParts))
            words.push_back(word.toUtf8());
    std::vector<const char *> pointers;
    for (const QByteArray &word : words)
        pointers.push_back(word.constData());
    pointers.push_back(nullptr);
    const double bits = ZxcvbnMatch(password.toUtf8().constData(), pointers.data(), nullptr);
    PasswordStrength strength;
    strength.longEnough = password.size() >= kShortestPassword;
    // The usual steps of zxcvbn: 10^3, 10^6, 10^8, 10^10 guesses.
    for (const double step : {9.97, 19.93, 26.58, 33.22})
        if (bits >= step)
            ++strength.score;
    return strength;
}

struct OpenHostel::Parts {
    std::unique_ptr<VaultFile> vault; // goes last: SQLite needs the keys until it is closed
    std::unique_ptr<Database> database;
    ChoiceStore choices;
    std::unique_ptr<Records> records;
    std::unique_ptr<People> people;
    std::unique_ptr<Stages> stages;
    std::unique_ptr<CarePlans> plans;
    std::unique_ptr<Sharing> sharing;
    std::unique_ptr<Finding> finding;
    std::unique_ptr<Attention> attention;
};

OpenHostel::OpenHostel()
    : m_parts(std::make_unique<Parts>())
{
}

OpenHostel::~OpenHostel()
{
    if (m_parts->records)
        Q_UNUSED(bool(m_parts->records->note("locked", {}, 0, 0)));
}

QString OpenHostel::hostelName() const { return m_parts->vault->header().hostelName; }

Done OpenHostel::start(const Clock &clock)
{
    Parts &parts = *m_parts;
    if (Done loaded = parts.choices.load(*parts.database); !loaded)
        return loaded;
    parts.records = std::make_unique<Records>(*parts.database, parts.choices, *m_session, m_notifier, clock);
    parts.people = std::make_unique<People>(*parts.records);
    parts.stages = std::make_unique<Stages>(*parts.records);
    parts.plans = std::make_unique<CarePlans>(*parts.records, *parts.people);
    parts.sharing = std::make_unique<Sharing>(*parts.records, *parts.people, *parts.plans, *parts.stages);
    parts.finding = std::make_unique<Finding>(*parts.records);
    parts.attention = std::make_unique<Attention>(*parts.records, *parts.people);
    m_services.reset(
        new Services{*parts.records, *parts.people, *parts.stages, *parts.plans, *parts.sharing, *parts.finding, *parts.attention});
    return parts.records->note("signed_in", {}, 0, 0);
}

Done OpenHostel::giveAccess(const Kept<Staff> &staff, const QString &password)
{
    if (!m_session->may(Act::Manage, Category::House))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (Done done = m_parts->vault->putSlot(m_parts->database->handle(), staff.value.name, staff.id.value, password, KdfCost::standard());
        !done)
        return done;
    return m_parts->records->note("changed", u"staff"_s, staff.id.value, 0, {{u"access"_s, u"password set"_s}});
}

Result<QStringList> OpenHostel::problems() const { return m_parts->database->problems(); }

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
        return lock.error();
    std::unique_ptr<HostelFile> file(new HostelFile(path, clock, std::move(*lock)));
    file->m_summary = *summary;
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

Result<std::unique_ptr<OpenHostel>> HostelFile::open(UnlockedFile unlocked) const
{
    std::unique_ptr<OpenHostel> hostel(new OpenHostel);
    hostel->m_parts->vault = std::move(unlocked.m_vault);
    VaultFile &vault = *hostel->m_parts->vault;
    auto database = Database::open(QFileInfo(m_path).absoluteFilePath(), Protection::Vault,
        u"keywork-main-"_s + QUuid::createUuid().toString(QUuid::Id128), vault.historyKey(), Expect::Content);
    if (!database)
        return database.error();
    hostel->m_parts->database = std::move(*database);
    if (Done migrated = migrate(*hostel->m_parts->database); !migrated)
        return migrated.error();
    const auto staff = Table(*hostel->m_parts->database, recordType<Staff>()).find(vault.staff());
    if (!staff)
        return staff.error().kind == ErrorKind::NotFound ? Error{ErrorKind::Damaged, u"staff"_s, {}} : staff.error();
    const auto member = typed<Staff>(*staff);
    // Someone who left the team keeps no way in, even with an old slot.
    if (!member || (member->value.leftOn && *member->value.leftOn <= m_clock.today()))
        return Error{ErrorKind::WrongPassword, {}, {}};
    hostel->m_session = std::make_unique<Session>(member->id, member->value.name, member->value.role);
    if (Done started = hostel->start(m_clock); !started)
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

Result<std::unique_ptr<HostelFile>> HostelFile::create(
    const QString &path, const NewHostel &wanted, const Clock &clock, std::unique_ptr<OpenHostel> &opened)
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    if (passwordStrength(wanted.password, {}).longEnough == false)
        return invalid({{u"password"_s, Rule::TooSmall, QString::number(kShortestPassword)}});
    auto lock = VaultLock::take(path);
    if (!lock)
        return lock.error();
    VaultFile::NewVault vaultWanted{wanted.house.name, wanted.managerName, 1, wanted.password, wanted.recoveryKey, kdfCost(wanted.cost)};
    auto vault = VaultFile::create(path, vaultWanted);
    if (!vault)
        return vault.error();
    std::unique_ptr<OpenHostel> hostel(new OpenHostel);
    Done done = [&]() -> Done {
        hostel->m_parts->vault = std::move(*vault);
        auto database = Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault,
            u"keywork-main-"_s + QUuid::createUuid().toString(QUuid::Id128), hostel->m_parts->vault->historyKey());
        if (!database)
            return database.error();
        hostel->m_parts->database = std::move(*database);
        Database &open = *hostel->m_parts->database;
        if (Done migrated = migrate(open); !migrated)
            return migrated;
        Transaction transaction(open);
        if (Done begun = transaction.begin(); !begun)
            return begun;
        if (Done shipped = hostel->m_parts->choices.shipInto(open); !shipped)
            return shipped;
        if (Done committed = transaction.commit(); !committed)
            return committed;
        hostel->m_session = std::make_unique<Session>(Id<Staff>{1}, wanted.managerName, Role::Manager);
        if (Done started = hostel->start(clock); !started)
            return started;
        return hostel->m_parts->records->together([&]() -> Done {
            auto manager = hostel->m_parts->records->add(Staff{wanted.managerName, Role::Manager, {}, {}, {}});
            if (!manager)
                return manager.error();
            if (manager->id.value != 1)
                return Error{ErrorKind::Storage, u"first manager"_s, {}};
            auto house = hostel->m_parts->records->add(wanted.house);
            return house ? Done() : Done(house.error());
        });
    }();
    if (!done) {
        hostel->m_parts->records.reset();
        hostel.reset();
        removeFile(path);
        return done.error();
    }
    std::unique_ptr<HostelFile> file(new HostelFile(path, clock, std::move(*lock)));
    // Not read back from the file: closing a second descriptor would drop SQLite's lock.
    file->m_summary = {wanted.house.name, QFileInfo(path).fileName(), {}};
    opened = std::move(hostel);
    return file;
}

} // namespace keywork
