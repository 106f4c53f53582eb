// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace keywork {

/// A row that is not what the history last said of it: an earlier copy of a part of the file was put back, or the disk
/// dropped a write.
struct RowFinding {
    enum class Kind {
        Older, ///< an earlier version of it stands there
        Missing, ///< nothing stands there, and no erasure accounts for it
        CameBack, ///< it was erased
        Differs, ///< the version fits, what it says does not
    };
    Kind kind = Kind::Older;
    QString table;
    qint64 record = 0;
    qint64 version = 0; ///< what stands there; 0: nothing
    bool operator==(const RowFinding &) const = default;
};

/// The file's pages against the anchor in its header.
struct PagesFound {
    enum class Anchor {
        Fits,
        Differs, ///< pages of another day among them, or some are missing
        None, ///< a file from before there was one
        WriteWasCut, ///< the program ended while pages were written: held against the rows alone
    };
    Anchor anchor = Anchor::Fits;
    qint64 behindEnd = 0; ///< bytes that belong to nothing

    bool isWhole() const { return anchor != Anchor::Differs && behindEnd == 0; }
};

/// How the detail of a Damaged error begins where a copy was not made because of such findings; a table follows, or nothing
/// where the pages tell.
inline const QString kOlderThanHistory = QStringLiteral("older than its history|");

} // namespace keywork
