// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace keywork {

bool isNoText(const QString &path) { return path.contains(QChar(QChar::ReplacementCharacter)) && !QFileInfo::exists(path); }

namespace {

namespace fs = std::filesystem;

fs::path nativePath(const QString &path) { return {QFile::encodeName(path).toStdString()}; }

/// What stands there instead of a file; empty when it is one, or nothing at all.
QString whatElse(const QString &path)
{
    std::error_code failed;
    switch (fs::status(nativePath(path), failed).type()) {
    case fs::file_type::directory:
        return u"folder"_s;
    case fs::file_type::fifo:
        return u"pipe"_s;
    case fs::file_type::socket:
        return u"socket"_s;
    case fs::file_type::block:
    case fs::file_type::character:
        return u"device"_s;
    case fs::file_type::not_found:
        return QFileInfo(path).isSymLink() ? u"link"_s : QString();
    default:
        return {};
    }
}

/// The first folder of the path that is missing, or no folder; empty when all are there.
QString missingFolder(const QString &folder)
{
    QString missing;
    for (QString there = QFileInfo(folder).absoluteFilePath(); !QFileInfo(there).isDir() && there != u"/";
         there = QFileInfo(there).absolutePath())
        missing = there;
    return missing;
}

/// Sticks and other disks appear in these folders, or in one of the user's name below.
bool isWhereDisksAppear(const QString &folder)
{
    for (const QString &place : {u"/media"_s, u"/run/media"_s})
        if (folder == place || QFileInfo(folder).absolutePath() == place)
            return true;
    return folder == u"/mnt";
}

} // namespace

Done openPlainFile(QFile &file)
{
    if (Done plain = checkPlainFile(file.fileName()); !plain)
        return plain;
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotReadable, file.errorString(), {}};
    return {};
}

Done checkPlainFile(const QString &path)
{
    if (const QString other = whatElse(path); !other.isEmpty())
        return Error{ErrorKind::NotAFile, other, {}};
    if (QFileInfo(path).isFile())
        return {};
    return Error{isNoText(path) ? ErrorKind::NameNoText : ErrorKind::NotFound, {}, {}};
}

Done checkNewFile(const QString &path)
{
    if (const QString missing = missingFolder(QFileInfo(path).absolutePath()); !missing.isEmpty())
        return Error{ErrorKind::NoFolder, missing, {}};
    if (const QString other = whatElse(path); !other.isEmpty())
        return Error{ErrorKind::NotAFile, other, {}};
    return QFileInfo::exists(path) ? Done(Error{ErrorKind::AlreadyExists, {}, {}}) : Done();
}

Result<TargetFolder> TargetFolder::of(const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (QFileInfo(folder).isDir())
        return TargetFolder();
    if (const QString other = whatElse(folder); !other.isEmpty() || QFileInfo::exists(folder))
        return Error{ErrorKind::NotAFile, other.isEmpty() ? u"file"_s : other, {}};
    const QString missing = missingFolder(folder);
    if (missing != folder || isWhereDisksAppear(QFileInfo(folder).absolutePath()))
        return Error{ErrorKind::NoFolder, missing, {}};
    if (!QDir().mkdir(folder))
        return Error{ErrorKind::ReadOnly, u"folder"_s, {}};
    return TargetFolder(folder);
}

TargetFolder::TargetFolder(TargetFolder &&other) noexcept
    : m_made(std::move(other.m_made))
{
    other.m_made.clear();
}

TargetFolder::~TargetFolder()
{
    if (!m_made.isEmpty())
        QDir().rmdir(m_made); // only an empty one goes
}

} // namespace keywork
