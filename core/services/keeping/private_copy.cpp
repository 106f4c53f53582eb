// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/private_copy.h"

#include "core/base/plain_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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

} // namespace

Result<PrivateCopy> PrivateCopy::of(const QString &vaultPath, const QString &beside, const std::function<bool()> &shouldStop)
{
    if (Done plain = checkPlainFile(vaultPath); !plain)
        return plain.error();
    const QString folder = beside.isEmpty() ? QDir::tempPath() : beside;
    auto place = std::make_unique<QTemporaryDir>(QDir(folder).filePath(u"keywork-look-XXXXXX"_s));
    const QString copy = place->filePath(QFileInfo(vaultPath).fileName());
    if (!place->isValid())
        return Error{ErrorKind::NoRoom, u"private copy"_s, {}};
    if (Done copied = copyFile(vaultPath, copy, shouldStop); !copied)
        return copied.error();
    if (QFile::exists(vaultPath + u"-wal"_s))
        if (Done copied = copyFile(vaultPath + u"-wal"_s, copy + u"-wal"_s, shouldStop); !copied)
            return copied.error();
    for (const QString &made : {copy, copy + u"-wal"_s})
        if (QFile::exists(made))
            QFile::setPermissions(made, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return PrivateCopy(std::move(place), copy);
}

} // namespace keywork
