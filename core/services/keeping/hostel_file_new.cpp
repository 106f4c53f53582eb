// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/partial_file.h"
#include "core/base/plain_file.h"
#include "core/services/house/passwords.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/private_copy.h"
#include "core/storage/table_image.h"
#include "core/vault/vault_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int64_t kFirstManager = 1;

KdfCost kdfCost(KeyCost cost) { return cost == KeyCost::Standard ? KdfCost::standard() : KdfCost::forTests(); }

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
NewFile::NewFile() = default;
NewFile::NewFile(NewFile &&) noexcept = default;
NewFile::~NewFile()
{
    if (m_parts && !m_parts->used)
        removeWithJournals(m_parts->path);
}

namespace {

/// Takes every step of the schema, or what the first test took of them.
Done makeTables(Database &database, ChoiceStore &choices, const QString &keptIn)
{
    QFile kept(keptIn);
    if (keptIn.isEmpty() || !kept.open(QIODevice::ReadOnly)) {
        Done ready = bringUpToDate(database, choices);
        const auto image = ready && !keptIn.isEmpty() ? imageOf(database) : QByteArray();
        QSaveFile keeping(keptIn);
        if (image && !image->isEmpty() && keeping.open(QIODevice::WriteOnly) && keeping.write(*image) == image->size())
            keeping.commit();
        return ready;
    }
    if (Done filled = fillFrom(database, kept.readAll()); !filled)
        return filled;
    return bringUpToDate(database, choices);
}

} // namespace

Result<NewFile> HostelFile::prepare(const QString &path, const NewHostel &wanted)
{
    if (Done isNew = checkNewFile(path); !isNew)
        return isNew.error();
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
        hostel->m_parts->all.reset();
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
    if (Done ready = makeTables(*parts.database, parts.choices, made.wanted.tablesFor); !ready)
        return ready;
    parts.filePath = made.path;
    hostel.m_session = std::make_unique<Session>(Id<Staff>{kFirstManager}, made.wanted.managerName, Role::Manager);
    hostel.m_session->confirm(clock.now()); // the password was typed a moment ago
    if (Done started = hostel.start(clock, HistoryAction::SignedIn); !started)
        return started;
    return parts.all->records.together([&]() -> Done {
        auto manager = parts.all->records.add(Staff{.name = made.wanted.managerName,
            .role = Role::Manager,
            .keySlot = Accounts::slotText(parts.vault->slotOf(made.wanted.managerName))});
        if (!manager)
            return manager.error();
        if (manager->id.value != kFirstManager)
            return Error{ErrorKind::Storage, u"first manager"_s, {}};
        auto house = parts.all->records.add(made.wanted.house);
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
