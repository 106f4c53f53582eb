// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/durable_file.h"

#include "core/vault/cipher_vfs.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace keywork {

bool belongsToOpenHostel(const QString &path)
{
    const QFileInfo target(path);
    QString real
        = target.exists() ? target.canonicalFilePath() : QFileInfo(target.absolutePath()).canonicalFilePath() + u'/' + target.fileName();
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s, u".lock"_s})
        if (real.endsWith(suffix))
            real.chop(suffix.size());
    return isOpenVault(QFile::encodeName(real).toStdString());
}

Done writeDurably(const QString &path, const QByteArray &bytes)
{
    if (belongsToOpenHostel(path))
        return notNow(NotNow::OwnFile);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    if (file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::NoRoom, file.errorString(), {}};
    return {};
}

} // namespace keywork
