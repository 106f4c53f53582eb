// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

private:
    Result<QList<Found>> named(const QString &typed, const QList<Category> &denied, int limit) const;
    Records &m_records;
};

} // namespace keywork
