// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/backups.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/restoring.h"
#include "core/services/records/records.h"
#include "tests/support/campaign.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test {

using namespace Qt::StringLiterals;

inline QString folderIn(TestHostel &hostel, const QString &name)
{
    const QString path = hostel.folder.filePath(name);
    REQUIRE(QDir().mkpath(path));
    return path;
}

inline Result<Restored> looked(const QString &backup, const BackupKey &key)
{
    RestoreWish wish;
    wish.backup = backup;
    wish.key = key;
    wish.at = kNow;
    wish.onlyLook = true;
    return restoreBackup(wish);
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace keywork::test
