// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/private_copy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

Result<PrivateCopy> PrivateCopy::of(const QString &vaultPath, const QString &beside)
{
    if (!QFileInfo(vaultPath).isFile())
        return Error{ErrorKind::NotFound, {}, {}};
    const QString folder = beside.isEmpty() ? QDir::tempPath() : beside;
    auto place = std::make_unique<QTemporaryDir>(QDir(folder).filePath(u"keywork-look-XXXXXX"_s));
    const QString copy = place->filePath(QFileInfo(vaultPath).fileName());
    if (!place->isValid() || !QFile::copy(vaultPath, copy)
        || (QFile::exists(vaultPath + u"-wal"_s) && !QFile::copy(vaultPath + u"-wal"_s, copy + u"-wal"_s)))
        return Error{ErrorKind::NoRoom, u"private copy"_s, {}};
    for (const QString &made : {copy, copy + u"-wal"_s})
        if (QFile::exists(made))
            QFile::setPermissions(made, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return PrivateCopy(std::move(place), copy);
}

} // namespace keywork
