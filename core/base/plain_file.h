// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QFile;

namespace keywork {

/// Whether what was read as the path stands for bytes that are no text: nothing can be opened by it, though the file may be
/// there. A name that really holds U+FFFD is found.
bool isNoText(const QString &path);

/// Opens for reading, and nothing but a regular file: a pipe would be waited for without end, a folder gives no bytes.
/// NotFound, NameNoText, NotAFile, NotReadable.
Done openPlainFile(QFile &file);

/// Whether a regular file stands under the name; looks without opening. NotFound, NameNoText; NotAFile, whose detail says what it is:
/// "folder", "pipe", "socket", "device" or "link" (to nothing); "file" where it should have been a folder.
Done checkPlainFile(const QString &path);

/// Whether a new file can get this name. AlreadyExists, NotAFile; NoFolder, whose detail is the folder that is missing.
Done checkNewFile(const QString &path);

/// A folder that something is written to, made when only it is missing: of a path with several folders missing one is
/// probably typed wrongly, and below the places where sticks appear (/media, /mnt) a missing one is a stick that is not
/// there. Made and not `kept`, it goes again.
class TargetFolder {
public:
    /// NotAFile, NoFolder with the missing one as detail, ReadOnly.
    static Result<TargetFolder> of(const QString &path);
    TargetFolder() = default; ///< nothing to take back
    ~TargetFolder();
    TargetFolder(TargetFolder &&other) noexcept;
    TargetFolder &operator=(TargetFolder &&) = delete;
    /// Something lies in it now.
    void keep() { m_made.clear(); }

private:
    explicit TargetFolder(QString made)
        : m_made(std::move(made))
    {
    }
    QString m_made; ///< empty: nothing to take back
};

} // namespace keywork
