// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/guessing.h"

#include "core/services/house/accounts.h"
#include "core/services/keeping/aside.h"
#include "core/services/records/waiting.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

int sealedTries(const QString &path)
{
    constexpr qint64 kSeconds = 10 * 60;
    const QFileInfo file(sealedEntriesPath(path));
    if (!file.exists() || file.lastModified().secsTo(QDateTime::currentDateTime()) > kSeconds)
        return 0;
    int unreadable = 0;
    return int(sealedEntries(path, unreadable).size());
}

} // namespace

int recentTries(const QString &path, const SeenHeads &seen)
{
    // A file that is open here is not looked into: closing it would drop SQLite's lock.
    if (isOpenVault(QFile::encodeName(QFileInfo(path).canonicalFilePath()).toStdString()))
        return sealedTries(path);
    const auto header = VaultFile::peek(path);
    return header ? recentTries(path, *header, seen) : sealedTries(path);
}

int recentTries(const QString &path, const VaultHeader &header, const SeenHeads &seen)
{
    return std::max(sealedTries(path), seen.recentTries(idOf(header)));
}

int secondsBeforeTry(int tries)
{
    constexpr int kFree = 2;
    return tries <= kFree ? 0 : std::min(60, 1 << std::min(tries - kFree, 6));
}

void noteTry(const QString &path, const QString &name, const SeenHeads &seen, const Clock &clock)
{
    if (const auto header = VaultFile::peek(path))
        noteTry(path, *header, name, seen, clock.now());
}

void noteTry(const QString &path, const VaultHeader &header, const QString &name, const SeenHeads &seen, const QDateTime &at)
{
    seen.noteTry(idOf(header));
    // Never the typed name: it may be a password that went into the wrong field.
    const QString slot = Accounts::slotText(staffSlotOf(header, name));
    const QJsonObject entry{{u"id"_s, newWaitingId()}, {u"kind"_s, u"sign_in_failed"_s}, {u"at"_s, toStoredText(at)}, {u"slot"_s, slot}};
    const QByteArray plain = QJsonDocument(entry).toJson(QJsonDocument::Compact);
    // A backup stays as it was made, and a reader leaves nothing beside: then the PC keeps it for the file.
    const bool isBeside = header.purpose == FilePurpose::Live && QFileInfo(path).isWritable() && appendSealed(path, header, plain);
    if (!isBeside)
        Q_UNUSED(Aside(seen, idOf(header)).keep(header, plain));
}

} // namespace keywork
