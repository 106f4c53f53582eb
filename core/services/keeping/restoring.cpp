// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/restoring.h"

#include "core/base/durable.h"
#include "core/base/plain_file.h"
#include "core/domain/kinds.h"
#include "core/domain/staff.h"
#include "core/rules/permissions.h"
#include "core/services/keeping/private_copy.h"
#include "core/services/keeping/search_anew.h"
#include "core/storage/database.h"
#include "core/storage/erasing.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "core/storage/rows_against_history.h"
#include "core/storage/table.h"
#include "core/storage/vault_copy.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done searchAnew(Database &database)
{
    Transaction transaction(database);
    if (Done begun = transaction.begin(); !begun)
        return begun;
    if (Done done = writeSearchAnew(database); !done)
        return done;
    return transaction.commit();
}

Result<std::unique_ptr<Database>> openIn(const QString &path, const VaultFile &vault, Expect expected)
{
    return Database::open(path, Protection::Vault, vault.historyKey(), expected);
}

/// `database` is a private copy: one of an earlier version is brought up to date first, so that all can be read.
Result<Restored> lookedAt(Database &database, const VaultFile &vault)
{
    Restored restored;
    restored.madeAt = QDateTime::fromMSecsSinceEpoch(vault.header().madeAt, Qt::UTC);
    restored.hostelName = vault.header().hostelName;
    restored.hasStaff = vault.header().hasStaff();
    restored.openedBy = vault.staff();
    auto problems = database.problems();
    if (problems && problems->isEmpty()) {
        if (Done migrated = migrate(database); !migrated)
            return migrated.error();
        problems = database.deepProblems();
    }
    if (!problems)
        return problems.error();
    restored.problems = *problems;
    if (!restored.problems.isEmpty())
        return restored;
    auto counts = rowCounts(database);
    if (!counts)
        return counts.error();
    restored.counts = std::move(*counts);
    const auto history = verifyHistory(database, {auditHeadOf(vault.header())});
    if (!history)
        return history.error();
    restored.entries = history->entries;
    const auto rows = rowsAgainstHistory(database);
    if (!rows)
        return rows.error();
    restored.findings = history->findings.size() + rows->size();
    return restored;
}

/// Each entry proves all before it, so the last one that both have is found by halving.
qint64 inCommon(const Database &backup, qint64 entries, const std::function<QByteArray(qint64)> &presentMacAt)
{
    qint64 same = 0;
    for (qint64 other = entries + 1; other - same > 1;) {
        const qint64 middle = same + (other - same) / 2;
        const auto head = historyAt(backup, middle);
        (head && !head->mac.isEmpty() && head->mac == presentMacAt(middle) ? same : other) = middle;
    }
    return same;
}

Done noteRestored(Database &database, const RestoreWish &wish, const Restored &restored)
{
    Transaction transaction(database);
    if (Done done = transaction.begin(); !done)
        return done;
    HistoryEntry entry;
    entry.at = wish.at;
    entry.by = wish.by;
    entry.action = HistoryAction::Restored;
    entry.changes = {{u"made_at"_s, toStoredText(restored.madeAt)}, {u"entries"_s, restored.entries}};
    if (const auto added = addHistory(database, entry); !added)
        return added.error();
    return transaction.commit();
}

Done noteHead(VaultFile &vault, Database &database, Restored &restored)
{
    const auto head = historyHead(database);
    if (!head)
        return head.error();
    restored.headMac = head->mac;
    restored.headSequence = head->sequence;
    return vault.change(database.handle(), [&](VaultHeader &header) -> Done {
        setAuditHead(header, quint64(head->sequence), head->mac);
        return {};
    });
}

/// Whose password opened the backup has to manage the house. 0: it was the recovery key, the passphrase, or the open file's
/// own key, where the session was asked.
Done checkMayTake(Database &database, qint64 staff, const QDateTime &at)
{
    if (staff == 0)
        return {};
    const auto row = Table(database, recordType<Staff>()).find(staff);
    if (!row) // as for rescuing: whoever knows a password whose member is not in the file is perhaps the only one left
        return row.error().kind == ErrorKind::NotFound ? Done() : Done(row.error());
    const auto member = typed<Staff>(*row);
    const bool may = member && !row->withdrawnAt && !member->value.hasLeft(laterOf(at, database)) && !member->value.choosesPassword
        && keywork::may(member->value.role, Act::Manage, Category::House);
    return may ? Done() : Done(Error{ErrorKind::NotPermitted, {}, {}});
}

/// What a newer file of the house knows to be erased.
Result<QList<ErasedRecord>> erasuresKnownTo(const QString &path, const VaultFile &backup, const BackupKey &key)
{
    const auto copy = PrivateCopy::of(path);
    if (!copy)
        return copy.error();
    auto vault = VaultFile::unlockWithSeed(copy->path(), *backup.seed());
    if (!vault && vault.error().kind == ErrorKind::WrongPassword)
        vault = unlockVault(copy->path(), key);
    if (!vault)
        return vault.error();
    if ((*vault)->header().vaultId != backup.header().vaultId)
        return Error{ErrorKind::NotFound, u"another hostel"_s, {}};
    const auto database = openIn(copy->path(), **vault, Expect::Content);
    return database ? erasedRecords(**database) : database.error();
}

} // namespace

Result<std::unique_ptr<VaultFile>> unlockVault(const QString &path, const BackupKey &key)
{
    if (key.seed)
        return VaultFile::unlockWithSeed(path, *key.seed);
    if (!key.recoveryKey.isEmpty()) {
        auto vault = VaultFile::unlockWithRecoveryKey(path, key.recoveryKey);
        if (vault || vault.error().kind != ErrorKind::WrongPassword || key.passphrase.isEmpty())
            return vault;
    }
    if (!key.passphrase.isEmpty())
        return VaultFile::unlockWithPassphrase(path, key.passphrase);
    return VaultFile::unlock(path, key.name, key.password);
}

Result<Restored> restoreBackup(const RestoreWish &wish)
{
    if (Done isNew = wish.onlyLook ? Done() : checkNewFile(wish.target); !isNew)
        return isNew.error();
    const auto copy = PrivateCopy::of(wish.backup, wish.onlyLook ? QString() : QFileInfo(wish.target).absolutePath());
    if (!copy)
        return copy.error();
    auto vault = unlockVault(copy->path(), wish.key);
    if (!vault)
        return vault.error();
    auto database = openIn(copy->path(), **vault, Expect::Content);
    if (!database)
        return database.error();
    if (wish.shouldStop)
        (*database)->stopWhen(wish.shouldStop);
    auto restored = lookedAt(**database, **vault);
    if (restored && restored->problems.isEmpty())
        if (Done may = checkMayTake(**database, (*vault)->staff(), wish.at); !may)
            return may.error();
    if (restored && wish.presentMacAt)
        restored->inCommon = inCommon(**database, restored->entries, wish.presentMacAt);
    if (!restored || wish.onlyLook)
        return restored;
    if (!restored->problems.isEmpty())
        return Error{ErrorKind::Damaged, u"backup: "_s + restored->problems.first(), {}};
    QList<ErasedRecord> toErase = wish.erased;
    if (!wish.erasedFrom.isEmpty()) {
        const auto known = erasuresKnownTo(wish.erasedFrom, **vault, wish.key);
        if (!known)
            return known.error();
        toErase.append(*known);
    }
    const auto erased = eraseAgain(**database, toErase, wish.by, wish.at);
    if (!erased)
        return erased.error();
    if (erased->parted)
        if (Done done = searchAnew(**database); !done)
            return done.error();
    if (Done noted = noteRestored(**database, wish, *restored); !noted)
        return noted.error();
    if (Done noted = noteHead(**vault, **database, *restored); !noted)
        return noted.error();
    VaultCopy live;
    live.source = (*database)->opener();
    live.seed = (*vault)->seed();
    live.target = wish.target;
    live.wish.purpose = FilePurpose::Live;
    live.rebuildsSearch = !toErase.isEmpty();
    if (wish.present)
        live.wish.staffSlots.assign(wish.present->header.slots.begin(), wish.present->header.slots.end());
    else if (!restored->hasStaff)
        live.wish.passphrase = wish.key.passphrase; // or nobody could sign in to what was restored
    live.wish.cost = (*vault)->kdfCost();
    live.shouldStop = wish.shouldStop;
    const auto made = copyVault(live);
    if (!made)
        return made.error();
    return restored;
}

} // namespace keywork
