// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable.h"
#include "core/domain/kinds.h"
#include "core/services/emergency/press.h"
#include "core/services/keeping/guessing.h"
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/private_copy.h"
#include "core/services/keeping/restoring.h"
#include "core/storage/erasing.h"
#include "core/storage/history.h"
#include "core/storage/vault_copy.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_lock.h"

#include <QDir>
#include <QFile>
#include <QThread>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString nextPathOf(const QString &filePath) { return filePath + u".next"_s; }

BackupKey keyFor(const OpenHostel::RestoreFrom &from, const VaultFile &vault)
{
    BackupKey key;
    key.passphrase = from.secret;
    key.recoveryKey = from.secret;
    if (from.secret.isEmpty())
        key.seed = vault.seed();
    return key;
}

/// Reads a backup with what somebody typed: guessing at it is slowed and noted like guessing at the file itself.
struct Guarded {
    QString path;
    VaultHeader header; ///< of the open file
    SeenHeads seen;
    QDateTime at;
    bool isTyped = false;

    Result<Restored> restore(const RestoreWish &wish) const
    {
        constexpr int kPieceMs = 100; // a lock does not wait for it
        const int pieces = isTyped ? secondsBeforeTry(recentTries(path, header, seen)) * (1000 / kPieceMs) : 0;
        for (int i = 0; i < pieces; ++i) {
            if (wish.shouldStop && wish.shouldStop())
                return Error{ErrorKind::Cancelled, {}, {}};
            QThread::msleep(kPieceMs);
        }
        const auto restored = restoreBackup(wish);
        if (!restored && isTyped && restored.error().kind == ErrorKind::WrongPassword)
            noteTry(path, header, {}, seen, at);
        return restored;
    }
};

} // namespace

Result<std::function<Result<NextFile>()>> OpenHostel::rewriting(Rewriting what)
{
    Records &records = m_parts->all->records;
    if (Done manages = records.session().checkManages(); !manages)
        return manages.error();
    if (Done confirmed = records.checkConfirmed(); !confirmed)
        return confirmed.error();
    if (what == Rewriting::NewDataKey && m_parts->vault->hasOldRecoverySlot())
        return notNow(NotNow::NewRecoveryKeyFirst);
    // What is sealed on this PC opens with the key until now alone: it joins before that goes, or the key stays.
    if (what == Rewriting::NewDataKey) {
        if (Done takes = takesWriting(); !takes)
            return takes.error();
        if (Done joined = joinSealedEntries(); !joined)
            return joined.error();
    }
    VaultCopy copy;
    copy.source = m_parts->database->opener();
    copy.seed = m_parts->vault->seed();
    copy.target = nextPathOf(m_parts->filePath);
    copy.mayReplace = true;
    copy.rebuildsSearch = true;
    if (what == Rewriting::NewDataKey) {
        copy.wish.newDataKey = true;
        HistoryEntry changed;
        changed.at = records.clock().now();
        changed.by = m_session->staff().value;
        changed.action = HistoryAction::KeyChanged;
        copy.entry = changed; // work that breaks off leaves nothing behind that says otherwise
    }
    return std::function([copy]() -> Result<NextFile> {
        const auto made = copyVault(copy);
        if (!made)
            return made.error();
        return NextFile{made->path, {}, made->head.sequence, made->head.mac};
    });
}

Result<std::function<Result<NextFile>()>> OpenHostel::restoring(const RestoreFrom &from) const
{
    Records &records = m_parts->all->records;
    if (Done manages = records.session().checkManages(); !manages)
        return manages.error();
    if (Done confirmed = records.checkConfirmed(); !confirmed)
        return confirmed.error();
    const auto erased = erasedRecords(*m_parts->database);
    if (!erased)
        return erased.error();
    RestoreWish wish;
    wish.backup = from.backup;
    wish.target = nextPathOf(m_parts->filePath);
    wish.key = keyFor(from, *m_parts->vault);
    wish.present = m_parts->vault->seed();
    wish.erased = *erased;
    wish.by = m_session->staff().value;
    wish.at = records.clock().now();
    const QString stamp = records.clock().local(wish.at).toString(u"yyyyMMdd-HHmmss"_s);
    const Guarded guarded{m_parts->filePath, m_parts->vault->header(), m_parts->seen, wish.at, !from.secret.isEmpty()};
    return std::function([wish, guarded, aside = m_parts->filePath + kAsideSuffix + stamp]() -> Result<NextFile> {
        QFile::remove(wish.target);
        const auto restored = guarded.restore(wish);
        if (!restored)
            return restored.error();
        return NextFile{wish.target, aside, restored->headSequence, restored->headMac};
    });
}

Result<OpenHostel::PreviewJob> OpenHostel::restorePreview(const RestoreFrom &from) const
{
    Records &records = m_parts->all->records;
    if (Done manages = records.session().checkManages(); !manages)
        return manages.error();
    RestoreWish wish;
    wish.backup = from.backup;
    wish.key = keyFor(from, *m_parts->vault);
    wish.onlyLook = true;
    const Guarded guarded{m_parts->filePath, m_parts->vault->header(), m_parts->seen, records.clock().now(), !from.secret.isEmpty()};
    return PreviewJob([wish, guarded, open = m_parts->database->opener(), closed = records.closed()](
                          const std::function<bool()> &shouldStop) mutable -> Result<RestorePreview> {
        wish.shouldStop = shouldStop;
        const auto present = open();
        if (!present)
            return present.error();
        wish.presentMacAt = [&](qint64 sequence) {
            const auto head = historyAt(**present, sequence);
            return head ? head->mac : QByteArray();
        };
        const auto held = guarded.restore(wish);
        if (!held)
            return held.error();
        if (!held->problems.isEmpty())
            return Error{ErrorKind::Damaged, held->problems.first(), {}};
        const auto counts = rowCounts(**present);
        const auto head = historyHead(**present);
        const auto since = readHistory(**present, {.limit = 200, .changesOnly = true, .after = held->inCommon});
        if (!counts || !head || !since)
            return Error{ErrorKind::Storage, u"preview"_s, {}};
        RestorePreview preview;
        preview.madeAt = held->madeAt;
        preview.entriesSince = std::max<qint64>(0, head->sequence - held->inCommon);
        preview.hasStaff = held->hasStaff;
        QList<HistoryEntry> entries = *since;
        for (HistoryEntry &entry : entries)
            if (closed.isClosed(entry.person)) // of a restricted record: that something was done
                entry.changes = {};
        const auto lost = historyLines(**present, entries);
        if (!lost)
            return lost.error();
        preview.lost = *lost;
        for (const RecordType *type : allKinds()) {
            const QString table = QString::fromLatin1(type->table);
            if (counts->value(table) != held->counts.value(table))
                preview.counts.insert(table, {counts->value(table), held->counts.value(table)});
        }
        return preview;
    });
}

void OpenHostel::noteBackupRead(const RestorePreview &preview)
{
    Q_UNUSED(bool(m_parts->all->records.note(
        HistoryAction::BackupOpened, {}, 0, 0, {{u"backup"_s, true}, {u"made_at"_s, toStoredText(preview.madeAt)}})));
}

/// What was sealed since the file was closed (a wrong password, an emergency step, by another PC) opens with its present key
/// alone: it joins before another key comes.
Done HostelFile::checkNothingSealed(const VaultHeader &next) const
{
    const auto present = VaultFile::peek(m_path);
    if (!present || present->emergencyPublicKey == next.emergencyPublicKey)
        return {};
    const bool isAny
        = holdsSealed(m_path) || holdsSealed(pressesBeside(m_path)) || Aside(m_seen, idOf(*present)).holdsAny() || !m_unsealed->isEmpty();
    return isAny ? Done(notNow(NotNow::SealedMeanwhile)) : Done();
}

Done HostelFile::putInPlace(const NextFile &next)
{
    if (m_copy)
        return Error{ErrorKind::ReadOnly, {}, {}};
    if (isOpenVault(QFile::encodeName(QFileInfo(m_path).canonicalFilePath()).toStdString()))
        return notNow(NotNow::SomebodySignedIn);
    // Closing folded the journal in. One that is left belongs to the present file and would spoil the next.
    if (QFileInfo(m_path + u"-wal"_s).size() > 0)
        return notNow(NotNow::NotClosedInFull);
    const auto header = VaultFile::peek(next.path);
    if (!header)
        return header.error();
    if (Done joined = checkNothingSealed(*header); !joined)
        return joined;
    if (!next.aside.isEmpty())
        if (Done kept = keepAside(m_path, next.aside); !kept)
            return kept;
    // Renamed, but perhaps not yet for good: after a power cut either whole file stands there, and the other one aside.
    if (Done placed = replaceFile(next.path, m_path); !placed && QFile::exists(next.path)) {
        if (!next.aside.isEmpty())
            QFile::remove(next.aside);
        return placed;
    }
    const QByteArray vaultId(reinterpret_cast<const char *>(header->vaultId.data()), qsizetype(header->vaultId.size()));
    // Older on purpose: this PC says so no more, another one that saw the newer file still does.
    m_seen.keep(vaultId, {next.headSequence, next.headMac, m_clock.now()});
    m_summary.lastGoodBackup = header->lastGoodBackup > 0 ? QDateTime::fromMSecsSinceEpoch(header->lastGoodBackup, Qt::UTC) : QDateTime();
    return {};
}

} // namespace keywork
