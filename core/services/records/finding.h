// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partial_date.h"
#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// A line of Ctrl+K.
struct Found {
    QString kind; ///< table
    qint64 record = 0;
    qint64 person = 0; ///< 0: not about a resident
    QString title; ///< the resident's name, or the record's own
    QString excerpt; ///< plain; matching words between U+0002 and U+0003; of another name, that name
    bool isName = false; ///< found by a name, or by a number of theirs
};

/// Finds people by any name or number (storage/name_keys), then agencies, contacts and colleagues, then notes by their words,
/// as far as the role may see them.
class Finding {
public:
    explicit Finding(Records &records)
        : m_records(records)
    {
    }
    Result<QList<Found>> find(const QString &typed, int limit = 12) const;
    /// Who lives in the room of that name now, then the room itself. Who lives where may be known of a closed record, too.
    Result<QList<Found>> inRoom(const QString &name) const;
    /// Whoever was born on that day, month or year, as it stands on file; nobody whose record is closed.
    Result<QList<Found>> born(const PartialDate &on, int limit = 12) const;
    /// One row in the history for a search that came to its end (something was opened, or nothing typed for two seconds),
    /// with its words: who looked for whom. The names of whoever is erased go from there, too (storage/erasing).
    /// Of what leaves, nothing may when it can't be noted.
    enum class Where { Find, NearMatches };
    Done finished(const QString &typed, qsizetype found, Where where = Where::Find) const;

private:
    Result<QList<Found>> people(const QList<qint64> &ids) const;
    Result<QList<Found>> named(const QString &typed, const QList<Category> &denied, int limit) const;
    Records &m_records;
};

} // namespace keywork
