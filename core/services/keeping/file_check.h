// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/file_finding.h"
#include "core/domain/history_finding.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace keywork {

/// Where something is sealed on this PC.
struct AsidePlace {
    QString folder; ///< empty: nowhere
    bool untilSwitchedOff = false; ///< it lies in memory: only until this PC is switched off
};

/// How a file is not the newest of itself.
struct FileWarning {
    enum class Kind {
        EntriesMissing, ///< of the history, at the end
        OtherHistory, ///< at the same place it says something else
        SealedUnreadable, ///< what was written while locked and can't be read
        Damaged, ///< pages of it can't be read, or don't fit each other
        HistoryChanged, ///< entries were changed, put in or taken out
        SavesMissing, ///< this PC confirmed them, and the end of the journal is lost
        HeaderOlder, ///< the header is one of before: passwords and ways in of then
        SlotOlder, ///< by the header a password opens it that was changed or taken away since
        RowsOlder, ///< records of a kind are not what the history last said of them
        PagesOlder, ///< pages of the file are not those that were written last, or lie behind its end
    };
    Kind kind = Kind::EntriesMissing;
    bool knownHere = false; ///< this PC has seen the newer file; else the file's own header tells
    qint64 entries = 0; ///< how many
    QDateTime seenAt = {}; ///< of SealedUnreadable: since when the file has the data key that it has
    QDateTime rescuedAt = {}; ///< of one that this PC has seen a newer of: what could be read went into another file then
    QString table = {}; ///< of RowsOlder
    QString name = {}; ///< of SlotOlder: whose; empty: the recovery key
    qint64 staff = 0;
    QString slot = {}; ///< of SlotOlder
    bool isUnfinished = false; ///< of SlotOlder: the program was ended between the history's word and the header's
    bool wasTakenAway = false; ///< of SlotOlder: not changed, taken away; it lets nobody in
    QList<RowFinding> rows = {};
};

/// How the two copies of the file's head were found when it was opened.
enum class HeadCopies { Whole, Mended, Broken };

/// What reading the whole file found.
struct FileCheck {
    QStringList damage; ///< SQLite's own lines; for technicians
    QList<HistoryFinding> history;
    QList<ClockJump> jumps = {}; ///< no harm to the file, but told
    QList<RowFinding> rows = {};
    PagesFound pages = {};
    bool isWhole() const { return damage.isEmpty() && history.isEmpty() && rows.isEmpty() && pages.isWhole(); }
};

/// A file that was made beside the present one and takes its place next.
struct NextFile {
    QString path;
    QString aside = {}; ///< the present file is kept under this name; empty: it goes
    qint64 headSequence = 0;
    QByteArray headMac = {};
};

} // namespace keywork
