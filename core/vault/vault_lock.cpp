// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_lock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLongestName = 200;
constexpr int kTries = 20; // each costs microseconds; more than one only while somebody else lets go

Error inUse(const QString &path)
{
    QFile file(path);
    QString computer;
    if (file.open(QIODevice::ReadOnly))
        computer = QString::fromUtf8(file.readLine(kLongestName)).trimmed();
    if (computer.isEmpty())
        computer = QSysInfo::machineHostName(); // it is being written at this moment, so somebody here writes it
    return {ErrorKind::InUse, computer + u'|' + QFileInfo(path).lastModified().toString(u"HH:mm"_s), {}};
}

/// Who let go took the file away; a lock on what has no name any more is no lock.
bool stillStandsThere(int descriptor, const QByteArray &path)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.constData(), &named) == 0 && held.st_ino == named.st_ino
        && held.st_dev == named.st_dev;
}

/// What another user's program left when it was killed can't be written, but in a folder that can be it can go.
bool tookAwayAnothersRemains(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return false;
    const bool gone = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && stillStandsThere(descriptor, path) && ::unlink(path.constData()) == 0;
    ::close(descriptor);
    return gone;
}

/// Best effort: without the name the sentence says this computer.
void sayWhoHasIt(int descriptor)
{
    const QByteArray name = QSysInfo::machineHostName().toUtf8().left(kLongestName - 1) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        (void)!::pwrite(descriptor, name.constData(), size_t(name.size()), 0);
}

} // namespace

Result<std::unique_ptr<VaultLock>> VaultLock::take(const QString &vaultPath)
{
    // Opened through a link, it is still the same file.
    const QString canonical = QFileInfo(vaultPath).canonicalFilePath();
    const QString path = (canonical.isEmpty() ? vaultPath : canonical) + u".lock"_s;
    const QByteArray encoded = QFile::encodeName(path);
    for (int i = 0; i < kTries; ++i) {
        const int descriptor = ::open(encoded.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0 && tookAwayAnothersRemains(encoded))
            continue;
        if (descriptor < 0)
            return Error{ErrorKind::ReadOnly, u"lock file"_s, {}};
        std::unique_ptr<VaultLock> lock(new VaultLock(path, descriptor));
        // A drive that knows no such locks still has the guard on the file itself.
        const bool isOurs = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
        if (!isOurs) {
            lock->m_path.clear();
            return inUse(path);
        }
        if (stillStandsThere(descriptor, encoded)) {
            sayWhoHasIt(descriptor);
            return lock;
        }
        lock->m_path.clear();
    }
    return inUse(path);
}

VaultLock::~VaultLock()
{
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData()); // while it is held, so that nobody else's is taken away
    ::close(m_descriptor);
}

} // namespace keywork
