// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/aside.h"

#include "core/base/durable.h"
#include "core/services/records/waiting.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kFullAt = 1 << 20; // far below what the reader takes for somebody else's
constexpr int kMostFiles = 100;
const QString kDraft = u"-draft-"_s;
const QString kNext = u"-next"_s; // of a draft that is about to take the place of the one before

/// Tells one form of one member of the team from another, and nothing to whoever reads the folder.
QString nameOf(const WaitingDraft &draft)
{
    const QString place = u"%1\n%2\n%3\n%4\n%5"_s.arg(draft.staff)
                              .arg(draft.place.kind)
                              .arg(draft.place.record)
                              .arg(draft.place.person)
                              .arg(draft.place.part);
    return kDraft + QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

/// The folder for passing files lies in memory on most PCs (app/process_posix): the first folder, on a disk, is asked no more.
bool isEmptiedAtPowerOff(const QString &folder)
{
    const QString runtime = QDir::cleanPath(QFile::decodeName(qgetenv("XDG_RUNTIME_DIR")));
    const QString clean = QDir::cleanPath(folder);
    if (!runtime.isEmpty() && runtime != u"." && (clean == runtime || clean.startsWith(runtime + u'/')))
        return true;
    const QByteArray kind = QStorageInfo(folder).fileSystemType();
    return kind == "tmpfs" || kind == "ramfs";
}

/// A program that was killed left it: whole, it takes its place; half of one goes, and the one before stands.
void finishNext(const QString &next)
{
    int torn = 0;
    const bool isWhole = !sealedEntries(next, torn).isEmpty() && torn == 0;
    if (!isWhole || !replaceFile(sealedEntriesPath(next), sealedEntriesPath(next.chopped(kNext.size()))))
        removeSealedEntries(next);
}

} // namespace

QByteArray fileIdOf(const VaultHeader &header)
{
    return QByteArray(reinterpret_cast<const char *>(header.fileId.data()), qsizetype(header.fileId.size()));
}

QByteArray idOf(const VaultHeader &header)
{
    return {reinterpret_cast<const char *>(header.vaultId.data()), qsizetype(header.vaultId.size())};
}

Aside::Aside(const SeenHeads &seen, const QByteArray &vaultId)
    : m_name(u"keywork-"_s + QString::fromLatin1(vaultId.toHex()))
{
    if (const QString folder = seen.folder(); !folder.isEmpty())
        m_folders = {folder, QDir::tempPath()};
}

AsidePlace Aside::place() const
{
    const QString folder = m_usedLast.isEmpty() ? m_folders.value(0) : m_usedLast;
    return {folder, folder != m_folders.value(0) && isEmptiedAtPowerOff(folder)};
}

bool Aside::keepIn(const QString &folder, const VaultHeader &header, const QByteArray &plain)
{
    QDir().mkpath(folder);
    for (int i = 0; i < kMostFiles; ++i) {
        const QString base = QDir(folder).filePath(m_name + u'-' + QString::number(i));
        const qint64 there = QFileInfo(sealedEntriesPath(base)).size();
        if (there > kFullAt || (there > 0 && there + plain.size() > kFullAt))
            continue;
        if (!appendSealed(base, header, plain))
            return false; // no room here: the next folder
        m_usedLast = folder;
        return true;
    }
    return false;
}

bool Aside::keep(const VaultHeader &header, const QByteArray &plain)
{
    return std::any_of(m_folders.cbegin(), m_folders.cend(), [&](const QString &folder) { return keepIn(folder, header, plain); });
}

bool Aside::keep(const VaultFile &vault, const QByteArray &plain, Later later)
{
    const QByteArray proven = vault.proven(plain);
    return std::any_of(m_folders.cbegin(), m_folders.cend(), [&](const QString &folder) {
        const bool mayBeLost = folder != m_folders.first() && isEmptiedAtPowerOff(folder);
        return (later == Later::Always || !mayBeLost) && keepIn(folder, vault.header(), proven);
    });
}

bool Aside::keep(const VaultHeader &header, const HistoryEntry &entry)
{
    return keep(header, plainOf(WaitingCommit{newWaitingId(), {{entry, false}}, false}));
}

bool Aside::keep(const VaultFile &vault, const WaitingDraft &draft)
{
    const QByteArray proven = vault.proven(plainOf(draft));
    for (const QString &folder : m_folders) {
        QDir().mkpath(folder);
        const QString place = QDir(folder).filePath(m_name + nameOf(draft));
        const QString next = place + kNext;
        removeSealedEntries(next);
        const bool kept = appendSealed(next, vault.header(), proven) && replaceFile(sealedEntriesPath(next), sealedEntriesPath(place));
        if (kept) {
            m_usedLast = folder;
            return true;
        }
        removeSealedEntries(next);
    }
    return false;
}

void Aside::forget(const WaitingDraft &draft) const
{
    for (const QString &folder : m_folders)
        for (const QString &end : {QString(), kNext})
            removeSealedEntries(QDir(folder).filePath(m_name + nameOf(draft) + end));
}

bool Aside::holdsAny() const
{
    return std::any_of(m_folders.cbegin(), m_folders.cend(), [&](const QString &folder) {
        return !QDir(folder).entryList({m_name + u"-*"_s + sealedEntriesPath({})}, QDir::Files | QDir::System).isEmpty();
    });
}

Aside::Found Aside::found() const
{
    Found found;
    const QString suffix = sealedEntriesPath({});
    for (const QString &folder : m_folders)
        for (const QString &name : QDir(folder).entryList({m_name + kDraft + u'*' + kNext + suffix}, QDir::Files | QDir::System))
            finishNext(QDir(folder).filePath(name).chopped(suffix.size()));
    for (const QString &folder : m_folders) {
        QStringList bases;
        for (const QString &name : QDir(folder).entryList({m_name + u"-*"_s + suffix}, QDir::Files | QDir::System, QDir::Name)) {
            const QString base = QDir(folder).filePath(name).chopped(suffix.size());
            if (name.contains(kDraft))
                found.draftFiles.append(base);
            else if (const QString first = withoutJoining(base); !bases.contains(first))
                bases.append(first);
        }
        for (const QString &base : std::as_const(bases))
            found.entryFiles += beginReadingSealed(base);
    }
    return found;
}

void noteReadOutside(const QString &vaultPath, const SeenHeads &seen, const ReadOutside &read)
{
    // A file that is open here is not looked into: closing it would drop SQLite's lock.
    if (isOpenVault(QFile::encodeName(QFileInfo(vaultPath).canonicalFilePath()).toStdString()))
        return;
    const auto header = VaultFile::peek(vaultPath);
    if (!header)
        return;
    HistoryEntry entry;
    entry.at = read.at;
    entry.by = read.by;
    entry.action = read.onlyLooked ? HistoryAction::BackupOpened : HistoryAction::Restored;
    entry.changes = {{u"outside"_s, read.what}, {u"backup"_s, header->purpose != FilePurpose::Live}};
    if (header->madeAt > 0)
        entry.changes.insert(u"made_at"_s, toStoredText(QDateTime::fromMSecsSinceEpoch(header->madeAt, Qt::UTC)));
    Q_UNUSED(Aside(seen, idOf(*header)).keep(*header, entry));
}

} // namespace keywork
