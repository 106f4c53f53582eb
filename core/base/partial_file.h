// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace keywork {

/// Takes a database away with the journals beside it.
inline void removeWithJournals(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal")})
        QFile::remove(path + suffix);
}

/// A database in the making beside its target; gone unless it was renamed.
class PartialFile {
public:
    explicit PartialFile(const QString &target)
        : m_path(target + QStringLiteral(".part"))
    {
        removeWithJournals(m_path);
    }
    ~PartialFile() { removeWithJournals(m_path); }
    PartialFile(const PartialFile &) = delete;
    PartialFile &operator=(const PartialFile &) = delete;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace keywork
