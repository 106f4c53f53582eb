// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/ledger.h"
#include "tests/support/test_hostel.h"

namespace keywork::test {

Person personOf(const QString &word, qint64 version);
Stay stayOf(const QString &word, QDate referred);

/// What somebody on shift does, through the services; each success is said, each failure passed over as a user would.
/// Uses no Catch, so that children may.
class Shift {
public:
    Shift(OpenHostel &hostel, Say say)
        : m_services(hostel.services())
        , m_say(std::move(say))
    {
    }
    Result<Kept<Person>> takeIn(const QString &word);
    bool amend(Kept<Person> &person);
    bool withdraw(const Kept<Person> &person);
    bool keepDraft(const QString &place, const QString &text);
    bool discardDraft(const QString &place);
    /// Says "wrong" when the search answers, and without them.
    void lookFor(const QString &word);

private:
    Services &m_services;
    Say m_say;
};

/// A whole short shift on a closed file: signs in, takes in, amends, types, searches, gives a key, corrects, closes.
/// `tag` keeps the words of one shift apart from those of all others.
void workShift(const QString &path, const QString &tag, const Say &say);
/// The same kinds of work in random order without end, for a child that is killed. Returns only when it can't sign in,
/// which it says is wrong.
void workForEver(const QString &path, const QString &tag, const Say &say, uint seed);

/// A file as bytes, with what was acknowledged in it.
struct HostelImage {
    QByteArray main;
    QByteArray log; ///< of the journal; empty: none
    Ledger ledger;

    /// Writes it over whatever stands at `path`, with no lock beside it.
    void writeTo(const QString &path) const;
    static HostelImage readFrom(const QString &path, Ledger ledger);
};
/// A hostel after some shifts, made once: closed, then the same after one more shift that never closed the file.
const HostelImage &closedHostel();
const HostelImage &leftHostel();
/// `closed` after more work by a process that ended without closing it.
HostelImage leftOpen(const HostelImage &closed, const QString &tag);
/// Another house with other keys.
const HostelImage &otherHostel();

/// A place to put images to.
struct Bench {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("cairn.keywork"));

    /// The file anew; what is acknowledged in it.
    Ledger put(const HostelImage &image) const
    {
        image.writeTo(path);
        return image.ledger;
    }
};

} // namespace keywork::test
