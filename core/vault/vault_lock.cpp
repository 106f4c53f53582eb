// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_lock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace keywork {

Result<std::unique_ptr<VaultLock>> VaultLock::take(const QString &vaultPath)
{
    // Opened through a link, it is still the same file.
    const QString canonical = QFileInfo(vaultPath).canonicalFilePath();
    const QString path = (canonical.isEmpty() ? vaultPath : canonical) + u".lock"_s;
    std::unique_ptr<VaultLock> lock(new VaultLock(path));
    lock->m_file.setStaleLockTime(0); // a crashed program is known by its process, not by the clock
    if (lock->m_file.tryLock(0))
        return lock;
    if (lock->m_file.error() != QLockFile::LockFailedError)
        return Error{ErrorKind::ReadOnly, u"lock file"_s, {}};
    qint64 process = 0;
    QString computer;
    QString program;
    if (!lock->m_file.getLockInfo(&process, &computer, &program) || computer.isEmpty())
        computer = QSysInfo::machineHostName(); // it is being written at this moment, so somebody here writes it
    const QDateTime since = QFileInfo(path).lastModified();
    return Error{ErrorKind::InUse, computer + u'|' + since.toString(u"HH:mm"_s), {}};
}

} // namespace keywork
