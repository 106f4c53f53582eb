// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/shift.h"

#include <QSet>

namespace keywork::test {

/// A name and a password that opened the file once.
struct Way {
    enum class Is { Present, Changed, TakenAway };
    QString name;
    QString password;
    Is is = Is::Present;
};

/// A file that was killed with a journal, and what the PC remembers of it.
struct LeftAtWork {
    HostelImage image;
    QByteArray mark;
    QByteArray earlierMark; ///< as it stood some saves before: what is left of it after a power cut
    QString markName;
    qint64 lastEntry = 0; ///< of the history, with the journal whole
    QList<qint64> saves; ///< the last entry of each that was confirmed

    void putMark(const QString &pc, const QByteArray &bytes) const;
};

/// A hostel with every kind of record on some days one after another, with a decision of each kind between the last two:
/// an agreement withdrawn, a record restricted, somebody shown out, a password changed, a resident erased, a plan signed;
/// and every kind of record that can be changed was changed.
struct Days {
    QList<HostelImage> before;
    HostelImage today;
    HostelImage todayUnanchored; ///< the same in the form of an earlier program, without an anchor
    QList<Way> ways;
    LeftAtWork left;
};
const Days &someDays();

/// Tables of records, each of whose rows has a history.
const QSet<QString> &tablesWithHistory();

/// Signs in and reads the file to its end; for a child. Lines: "refused KIND"; "warning header", "warning slot NAME",
/// "warning rows TABLE", "warning saves N", "warning other N"; "row TABLE"; "pages"; "behind"; "history"; "damage …".
void lookThrough(const QString &path, const QString &pc, const QString &name, const QString &password, const Say &say);

/// What the program doubts of a file that nobody tampered with, by a copy: each line is a false alarm.
QStringList doubtedWithoutReason(const QString &path);

} // namespace keywork::test
