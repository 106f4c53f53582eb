// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/durable_file.h"

#include "core/base/durable.h"
#include "core/base/plain_file.h"
#include "core/vault/cipher_vfs.h"
#include "core/vault/vault_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What lies beside a hostel's file and belongs to it.
const QStringList kBeside{u"-wal"_s, u"-journal"_s, u"-shm"_s, u".lock"_s, u".sealed"_s, u".steps"_s, u".act-now"_s};
constexpr qint64 kHeadBytes = 4096;

enum class FileKind { Pdf, Data, Text, Other };

FileKind kindOf(const QByteArray &head)
{
    if (head.startsWith("%PDF"))
        return FileKind::Pdf;
    if (head.contains('\0'))
        return FileKind::Other;
    return head.startsWith('{') ? FileKind::Data : FileKind::Text;
}

/// Also one that is damaged, or of a later version. Only for what is not open here: closing it would drop SQLite's lock.
bool isHostels(const QString &path)
{
    const auto header = VaultFile::peek(path);
    return header || header.error().kind == ErrorKind::Damaged || header.error().kind == ErrorKind::NewerVersion;
}

bool liesBesideHostels(const QString &path)
{
    return std::any_of(kBeside.cbegin(), kBeside.cend(), [&](const QString &suffix) {
        const QFileInfo base(path.chopped(path.endsWith(suffix) ? suffix.size() : 0));
        return path.endsWith(suffix) && base.isFile() && isHostels(base.filePath());
    });
}

} // namespace

bool belongsToOpenHostel(const QString &path)
{
    const QFileInfo target(path);
    QString real
        = target.exists() ? target.canonicalFilePath() : QFileInfo(target.absolutePath()).canonicalFilePath() + u'/' + target.fileName();
    for (const QString &suffix : kBeside)
        if (real.endsWith(suffix))
            real.chop(suffix.size());
    return isOpenVault(QFile::encodeName(real).toStdString());
}

Done checkMayWrite(const QString &path, const QByteArray &bytes, IfThere ifThere)
{
    if (isNoText(path))
        return Error{ErrorKind::NameNoText, {}, {}};
    if (belongsToOpenHostel(path))
        return notNow(NotNow::OwnFile);
    if (liesBesideHostels(path))
        return notNow(NotNow::HostelsFile);
    const Done isNew = checkNewFile(path);
    if (isNew || isNew.error().kind == ErrorKind::NoFolder)
        return isNew;
    // Another name of the open file must not even be opened.
    const bool isLink = QFileInfo(path).isSymLink();
    if (!isLink && isNew.error().kind == ErrorKind::NotAFile)
        return isNew;
    if (isLink || hasOtherNames(path))
        return notNow(NotNow::NoPlainFile);
    if (isHostels(path))
        return notNow(NotNow::HostelsFile);
    if (ifThere == IfThere::Refuse)
        return Error{ErrorKind::AlreadyExists, {}, {}};
    QFile present(path);
    if (!present.open(QIODevice::ReadOnly))
        return Error{ErrorKind::ReadOnly, present.errorString(), {}};
    const QByteArray head = present.read(kHeadBytes);
    const bool isOwnKind = head.isEmpty() || kindOf(head) == kindOf(bytes.left(kHeadBytes));
    return isOwnKind ? Done() : Done(Error{ErrorKind::AlreadyExists, u"of another kind"_s, {}});
}

Done writeDurably(const QString &path, const QByteArray &bytes, IfThere ifThere)
{
    if (Done may = checkMayWrite(path, bytes, ifThere); !may)
        return may;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    if (file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::NoRoom, file.errorString(), {}};
    return {};
}

} // namespace keywork
