// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/rescuing.h"

#include "core/base/durable.h"
#include "core/base/partial_file.h"
#include "core/base/plain_file.h"
#include "core/domain/kinds.h"
#include "core/domain/staff.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/private_copy.h"
#include "core/services/keeping/search_anew.h"
#include "core/services/records/closed_records.h"
#include "core/storage/happenings.h"
#include "core/storage/history.h"
#include "core/storage/name_keys.h"
#include "core/storage/rescue.h"
#include "core/storage/rows_against_history.h"
#include "core/storage/table.h"
#include "core/vault/vault_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done fill(Database &fresh, Database &damaged, const QDateTime &at, const std::function<bool()> &shouldStop, RescueReport &report)
{
    auto rescued = rescueIntoEmpty(damaged, fresh, shouldStop);
    if (!rescued)
        return rescued.error();
    report = std::move(*rescued);
    Transaction transaction(fresh);
    if (Done begun = transaction.begin(); !begun)
        return begun;
    if (Done done = writeSearchAnew(fresh); !done)
        return done;
    if (Done done = forgetHappenings(fresh); !done)
        return done;
    if (Done done = forgetNameKeys(fresh); !done)
        return done;
    HistoryEntry entry;
    entry.at = at;
    entry.action = HistoryAction::Restored;
    entry.changes = {{u"rescued"_s, true}, {u"lost"_s, report.lost.size()}};
    if (const auto added = addHistory(fresh, entry); !added)
        return added.error();
    // What is lost or older was told: from here on it counts as it is.
    const auto rows = rowsAgainstHistory(fresh);
    if (!rows)
        return rows.error();
    if (Done accepted = acceptRows(fresh, *rows, 0, at); !accepted)
        return accepted;
    if (Done committed = transaction.commit(); !committed)
        return committed;
    if (Done checked = checkRescued(fresh, report); !checked)
        return checked;
    return fresh.makeSelfContained(); // what waits in a journal would not be renamed with the file
}

/// Whom a lost record was about, as the house calls them; empty when that record is lost too.
QString residentOf(Database &fresh, qint64 person)
{
    if (person == 0)
        return {};
    const auto row = Table(fresh, recordType<Person>()).find(person);
    const auto kept = row ? typed<Person>(*row) : std::nullopt;
    return kept ? kept->value.displayName() + u" · "_s + kept->value.number : QString();
}

/// Who holds the recovery key, or manages the house: they are told whom lost records were about. Whoever knows a password
/// whose member is lost with the rest may rescue all the same, and is told less: perhaps nobody else is left.
enum class Rescuer { Manager, Unknown, MayNot };
Result<Rescuer> rescuerOf(Database &fresh, qint64 staff, const BackupKey &key, const QDateTime &at)
{
    if (staff == 0)
        return key.recoveryKey.isEmpty() ? Rescuer::Unknown : Rescuer::Manager;
    const auto row = Table(fresh, recordType<Staff>()).find(staff);
    if (!row)
        return row.error().kind == ErrorKind::NotFound ? Result<Rescuer>(Rescuer::Unknown) : row.error();
    const auto member = typed<Staff>(*row);
    if (!member || row->withdrawnAt || member->value.hasLeft(laterOf(at, fresh)))
        return Rescuer::MayNot;
    return member->value.role == Role::Manager && !member->value.choosesPassword ? Rescuer::Manager : Rescuer::MayNot;
}

Rescued said(const RescueReport &report, Database &fresh, bool namesResidents)
{
    Rescued rescued;
    rescued.isComplete = report.isComplete();
    rescued.looseReferences = report.looseReferences;
    rescued.faults = report.faults;
    for (const RescuedTable &table : report.tables) {
        rescued.rowsOf.insert(table.table, table.read);
        if (table.placesLost > 0)
            rescued.placesLost.insert(table.table, table.placesLost);
    }
    for (const LostRow &row : report.lost)
        rescued.lost.append({row.kind, row.record, namesResidents ? residentOf(fresh, row.person) : QString()});
    return rescued;
}

/// The header of the damaged file knows entries that are lost with it.
Done noteNewHead(VaultFile &fresh, Database &database, Rescued &rescued)
{
    const auto head = historyHead(database);
    if (!head)
        return head.error();
    rescued.vaultId = idOf(fresh.header());
    rescued.headSequence = head->sequence;
    rescued.headMac = head->mac;
    return fresh.change(database.handle(), [&](VaultHeader &header) -> Done {
        setAuditHead(header, quint64(head->sequence), head->mac);
        return {};
    });
}

/// SQLite does not open a file that is shorter than its first page says: pages that were cut off are put back as ones that
/// can't be read (a hole, that takes no room), and read around like others.
void extendBeyondACut(const QString &path)
{
    constexpr qint64 kPage = 4096;
    constexpr qint64 kMostCut = qint64(256) << 20;
    QFile file(path);
    if (const qint64 size = file.size(); size > 0)
        file.resize((size + kPage - 1) / kPage * kPage + kMostCut);
}

} // namespace

Result<Rescued> rescueFile(
    const QString &damaged, const QString &target, const BackupKey &key, const QDateTime &at, const std::function<bool()> &shouldStop)
{
    if (Done isNew = checkNewFile(target); !isNew)
        return isNew.error();
    const auto copy = PrivateCopy::of(damaged, QFileInfo(target).absolutePath(), shouldStop);
    if (!copy)
        return copy.error();
    extendBeyondACut(copy->path());
    auto vault = unlockVault(copy->path(), key);
    if (!vault)
        return vault.error();
    auto from = Database::open(copy->path(), Protection::Vault, (*vault)->historyKey(), Expect::Content);
    if (!from)
        return from.error();
    if (shouldStop)
        (*from)->stopWhen(shouldStop);
    const PartialFile part(target);
    Rescued rescued;
    {
        auto fresh = VaultFile::createCopy(part.path(), *(*vault)->seed(), {});
        if (!fresh)
            return fresh.error();
        auto into = Database::open(part.path(), Protection::Vault, (*fresh)->historyKey());
        if (!into)
            return into.error();
        RescueReport report;
        if (Done filled = fill(**into, **from, at, shouldStop, report); !filled)
            return filled.error();
        const auto rescuer = rescuerOf(**into, (*vault)->staff(), key, at);
        if (!rescuer)
            return rescuer.error();
        if (*rescuer == Rescuer::MayNot)
            return Error{ErrorKind::NotPermitted, {}, {}};
        rescued = said(report, **into, *rescuer == Rescuer::Manager);
        rescued.openedBy = (*vault)->staff();
        rescued.damagedId = fileIdOf((*vault)->header());
        if (Done noted = noteNewHead(**fresh, **into, rescued); !noted)
            return noted.error();
    }
    if (Done synced = syncFile(part.path()); !synced)
        return synced.error();
    if (QFileInfo::exists(target)) // somebody else's since
        return Error{ErrorKind::AlreadyExists, {}, {}};
    if (Done placed = replaceFile(part.path(), target); !placed)
        return placed.error();
    return rescued;
}

void takeAsNewest(const SeenHeads &seen, const Rescued &rescued, const QDateTime &at)
{
    seen.keep(rescued.vaultId, {rescued.headSequence, rescued.headMac, at});
    seen.noteRescued(rescued.vaultId, rescued.damagedId, at);
}

} // namespace keywork
