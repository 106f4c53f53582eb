// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/private_copy.h"

#include "core/base/plain_file.h"
#include "core/vault/vault_lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// In pieces, so that it can be broken off.
Done copyFile(const QString &from, const QString &to, const std::function<bool()> &shouldStop)
{
    constexpr qint64 kPiece = 4 << 20;
    QFile source(from);
    QFile target(to);
    if (Done opened = openPlainFile(source); !opened)
        return opened.error();
    if (!target.open(QIODevice::WriteOnly))
        return Error{ErrorKind::NoRoom, u"private copy"_s, {}};
    while (!source.atEnd()) {
        if (shouldStop && shouldStop())
            return Error{ErrorKind::Cancelled, {}, {}};
        const QByteArray piece = source.read(kPiece);
        if (piece.isEmpty() || target.write(piece) != piece.size())
            return Error{ErrorKind::NoRoom, u"private copy"_s, {}};
    }
    return target.flush() ? Done() : Done(Error{ErrorKind::NoRoom, u"private copy"_s, {}});
}

const QString kNamePattern = u"keywork-look-*"_s;

/// Locked by whoever uses the folder, as long as they live.
QString holdIn(const QString &folder) { return QDir(folder).filePath(u"held"_s); }

/// Made a moment ago, and perhaps not locked yet.
bool isYoung(const QFileInfo &place)
{
    constexpr qint64 kSeconds = 60;
    return std::abs(place.lastModified().secsTo(QDateTime::currentDateTime())) < kSeconds;
}

} // namespace

PrivateCopy::PrivateCopy(std::unique_ptr<QTemporaryDir> place, std::unique_ptr<VaultLock> held, QString path)
    : m_place(std::move(place))
    , m_held(std::move(held))
    , m_path(std::move(path))
{
}
PrivateCopy::PrivateCopy() = default;
PrivateCopy::PrivateCopy(PrivateCopy &&) noexcept = default;
PrivateCopy::~PrivateCopy() = default;

void PrivateCopy::clearRemains(const QString &folder)
{
    for (const QFileInfo &place : QDir(folder).entryInfoList({kNamePattern}, QDir::Dirs | QDir::NoSymLinks)) {
        if (isYoung(place))
            continue;
        if (const auto nobodys = VaultLock::take(holdIn(place.absoluteFilePath())))
            QDir(place.absoluteFilePath()).removeRecursively();
    }
}

Result<PrivateCopy> PrivateCopy::of(const QString &vaultPath, const QString &beside, const std::function<bool()> &shouldStop)
{
    if (Done plain = checkPlainFile(vaultPath); !plain)
        return plain.error();
    const QString folder = beside.isEmpty() ? QDir::tempPath() : beside;
    clearRemains(folder);
    auto place = std::make_unique<QTemporaryDir>(QDir(folder).filePath(u"keywork-look-XXXXXX"_s));
    const QString copy = place->filePath(QFileInfo(vaultPath).fileName());
    if (!place->isValid())
        return Error{QFileInfo(folder).isWritable() ? ErrorKind::NoRoom : ErrorKind::ReadOnly, u"private copy"_s, {}};
    auto held = VaultLock::take(holdIn(place->path()));
    if (!held)
        return held.error();
    if (Done copied = copyFile(vaultPath, copy, shouldStop); !copied)
        return copied.error();
    if (QFile::exists(vaultPath + u"-wal"_s))
        if (Done copied = copyFile(vaultPath + u"-wal"_s, copy + u"-wal"_s, shouldStop); !copied)
            return copied.error();
    for (const QString &made : {copy, copy + u"-wal"_s})
        if (QFile::exists(made))
            QFile::setPermissions(made, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return PrivateCopy(std::move(place), std::move(*held), copy);
}

} // namespace keywork
