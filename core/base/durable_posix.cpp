// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keywork {

namespace {

Error errorOf(int code)
{
    const ErrorKind kind = code == ENOSPC || code == EDQUOT || code == EFBIG ? ErrorKind::NoRoom
        : code == EROFS || code == EACCES || code == EPERM                   ? ErrorKind::ReadOnly
        : code == EEXIST                                                     ? ErrorKind::AlreadyExists
                                                                             : ErrorKind::Storage;
    return {kind, QStringLiteral("errno %1").arg(code), {}};
}

Done syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return errorOf(errno);
    const int code = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return code == 0 ? Done() : Done(errorOf(code));
}

} // namespace

Done syncFile(const QString &path) { return syncPath(path, O_RDWR); }

Done syncOpen(int descriptor) { return ::fsync(descriptor) == 0 ? Done() : Done(errorOf(errno)); }

Done syncFolder(const QString &path)
{
    const Done done = syncPath(path, O_RDONLY | O_DIRECTORY);
    // Some network and stick file systems can't; they have no more to offer.
    return done || done.error().detail == QStringLiteral("errno %1").arg(EINVAL) ? Done() : done;
}

Done replaceFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return errorOf(errno);
    return syncFolder(QFileInfo(to).absolutePath());
}

bool hasOtherNames(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 && found.st_nlink > 1;
}

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    return FileIdentity{quint64(found.st_dev), quint64(found.st_ino)};
}

FileTurn::FileTurn(const QString &path)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
{
    constexpr int kTurns = 200;
    constexpr useconds_t kPauseUs = 10'000; // two seconds in all: a program that was stopped must not stop this one
    for (int i = 0; m_descriptor >= 0 && i < kTurns && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0; ++i) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return;
        ::usleep(kPauseUs);
    }
}

bool FileTurn::isOf(const QString &path) const
{
    struct stat mine = {};
    const auto there = identityOf(path);
    return m_descriptor < 0
        || (::fstat(m_descriptor, &mine) == 0 && there && *there == FileIdentity{quint64(mine.st_dev), quint64(mine.st_ino)});
}

FileTurn::~FileTurn()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Done keepAside(const QString &path, const QString &aside)
{
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) == 0)
        return syncFolder(QFileInfo(aside).absolutePath());
    if (errno == EEXIST)
        return errorOf(EEXIST);
    if (!QFile::copy(path, aside)) {
        QFile::remove(aside);
        return errorOf(ENOSPC);
    }
    const Done synced = syncFile(aside);
    return synced ? syncFolder(QFileInfo(aside).absolutePath()) : synced;
}

} // namespace keywork
