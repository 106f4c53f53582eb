// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <optional>

namespace keywork {

// What Qt has no call for. Not for a file that SQLite has open: closing a descriptor would drop its lock.

/// What was written to the file is on the disk when this returns. Storage.
Done syncFile(const QString &path);
/// The same of an open file, by its descriptor, wherever it was renamed to meanwhile.
Done syncOpen(int descriptor);
/// A rename or a new file in the folder is on the disk when this returns.
Done syncFolder(const QString &path);
/// Puts `from` in the place of `to` in one step: there is the one or the other at every moment. NoRoom, ReadOnly.
Done replaceFile(const QString &from, const QString &to);
/// Whether the same bytes stand under another name too. Looks without opening.
bool hasOtherNames(const QString &path);
/// Which file stands under a name at this moment.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;
    bool operator==(const FileIdentity &) const = default;
};
/// None when nothing stands there. Looks without opening.
std::optional<FileIdentity> identityOf(const QString &path);
/// Waits until nobody else, in this program or another, has the turn under this name (two seconds at most), and keeps others
/// waiting as long as it lives; a program that ends gives it back. Where the file can't be made, or the drive knows no such
/// locks, nobody waits.
class FileTurn {
public:
    explicit FileTurn(const QString &path);
    ~FileTurn();
    FileTurn(const FileTurn &) = delete;
    FileTurn &operator=(const FileTurn &) = delete;
    /// Whether the file that was waited for still stands under this name: another program may have put it away meanwhile.
    bool isOf(const QString &path) const;

private:
    int m_descriptor = -1;
};
/// A second name for the same bytes where the file system can, else a copy. AlreadyExists, NoRoom.
Done keepAside(const QString &path, const QString &aside);

} // namespace keywork
