// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/disclosure.h"
#include "core/domain/history_action.h"
#include "core/record/record_type.h"
#include "core/services/sharing/durable_file.h"

#include <set>

namespace keywork {

class Records;

/// A file as it will leave.
struct OutgoingFile {
    QString path;
    QByteArray bytes;
    IfThere ifThere = IfThere::Refuse;
};

/// Something with personal data on its way out of the house.
struct Exit {
    Disclosure about; ///< the fingerprint is filled in
    QList<OutgoingFile> files = {};
    QStringList alsoKnownBy = {}; ///< further fingerprints by which what left is found again: printed on pages, inside
    QByteArray paper = {}; ///< in place of files: what a printer is given
    std::function<Done(Disclosure &)> before = {}; ///< kept in the same commit; may complete what is kept
    std::function<Done(const Kept<Disclosure> &)> whenNothingLeft = {}; ///< in the commit that takes it back
};

/// What a resident, or a crew that helps them, takes along.
Disclosure forThem(Id<Person> person, DisclosureKind kind, const QString &recipient, const std::set<Category> &sections);

/// The one way out: nothing with personal data leaves that was not kept here first, and what did not leave says so.
class Disclosures {
public:
    explicit Disclosures(Records &records);

    /// Keeps the disclosure in one commit, then writes every file durably. When one can't be written, none stays, the
    /// disclosure says that nothing left, and the error is returned. When the house's own file can't take it (a full disk, a
    /// copy that is only looked at), it is sealed on this PC first and joins the file later; where that can't be either, only
    /// an emergency sheet leaves, and nothing leaves that also has to change a record (a plan that is issued).
    Result<Kept<Disclosure>> leave(const Exit &exit);
    /// For a printer, which can't be taken back: kept before the first page; `didNotLeave` when it failed.
    Result<Kept<Disclosure>> keep(const Exit &exit);
    Done didNotLeave(const Kept<Disclosure> &disclosure);

    /// What is kept about a list with residents in it, for a preview. NotPermitted when the role may not share.
    Result<Disclosure> aboutList(const QString &kind, const QList<Id<Person>> &people) const;
    /// A list with residents in it, as a file; `kind` is the table. NotPermitted when the role may not share.
    Result<Kept<Disclosure>> leaveList(const QString &kind, const QList<Id<Person>> &people, const OutgoingFile &file);
    /// The same for a list that a terminal shows: what is there can be written to a file.
    Result<Kept<Disclosure>> keepList(const QString &kind, const QList<Id<Person>> &people, const QByteArray &text);

    /// What is kept when something about these residents leaves on paper. About one of them it stands in their record.
    /// NotPermitted when the role may not take lists along.
    Result<Disclosure> aboutPaper(
        DisclosureKind what, const QString &kind, const QList<Id<Person>> &people, const std::set<Category> &sections) const;
    /// The same for what one shift hands the next: whoever works it and may read it may print it, by night as well.
    /// NotPermitted for whoever keeps nothing of what leaves.
    Result<Disclosure> aboutShiftPaper(const QString &kind, const QList<Id<Person>> &people, const std::set<Category> &sections) const;

    /// The history with the numbers of the residents in it, as a file. NotPermitted; PasswordNeeded.
    Result<Kept<Disclosure>> leaveHistory(const QStringList &residents, const OutgoingFile &file);

    /// What left about one person, lists included, newest first.
    Result<QList<Kept<Disclosure>>> about(Id<Person> person) const;
    /// The exits whose file has this fingerprint: the full SHA-256 or its beginning, at least 12 characters. Answers "what
    /// could this lost paper or stick have shown".
    Result<QList<Kept<Disclosure>>> withFingerprint(const QString &fingerprint) const;

private:
    Result<Disclosure> listOf(const QString &kind, const QList<Id<Person>> &people) const;
    Result<Violations> staysAsKept(const Row &row, qint64 self) const;
    Done takeBackByHand(const Kept<Disclosure> &disclosure);
    Result<Kept<Disclosure>> keepFromCopy(const Exit &exit, const Disclosure &about);
    Done sealFromCopy(const Disclosure &about);
    qint64 m_lastKept = 0;
    /// What was sealed last for a file that is looked at in a copy.
    struct FromCopy {
        QString id;
        HistoryAction action = HistoryAction::Printed;
    };
    FromCopy m_lastFromCopy;
    Records &m_records;
};

/// SHA-256, hexadecimal.
QString fileFingerprint(const QByteArray &bytes);
/// Codes separated by commas, as records keep them.
QString codesOf(const std::set<Category> &categories);
std::set<Category> categoriesOf(const QString &codes);

} // namespace keywork
