// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"

namespace keywork {

class Records;
struct HistoryEntry;

/// Undoing the last save: new entries, nothing is taken out of the history.
class Undo {
public:
    explicit Undo(Records &records)
        : m_records(records)
    {
    }

    /// Whether the last commit of this session can be undone.
    bool isPossible() const;
    /// Undoes the last commit of this session as a whole; once more brings it back. `reason` stands beside a record that
    /// was added and is marked as entered in error now. Conflict when somebody changed it since; NotAllowedNow for what
    /// has left the house or was signed.
    Done last(const QString &reason);

    /// Somebody who would be marked as entered in error as a whole, with all that was taken down with them.
    struct TakenIn {
        Id<Person> person;
        QString name;
        QList<const RecordType *> along; ///< the kinds of what goes too, each once
    };
    /// Whom the next last() takes out again; none when it is about something else, or can't be.
    std::optional<TakenIn> takesOut() const;

private:
    Done undoEntry(const HistoryEntry &entry, const QString &reason);
    Records &m_records;
};

} // namespace keywork
