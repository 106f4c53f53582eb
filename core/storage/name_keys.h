// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/person_keys.h"

namespace keywork {

class Database;

/// The keys of a record of a kind that makes its person known, in the caller's transaction. A withdrawn one has none.
/// Nothing is written when `before` says the same.
Done writeNameKeys(Database &database, const KeptRow &kept, const std::optional<Row> &before = {});

/// Writes all keys anew when they were made by other descriptions or rules; also for an older file.
Done bringNameKeysUpToDate(Database &database);
/// After rows came by another way (rescue): the next opening writes the keys anew.
Done forgetNameKeys(Database &database);
/// Everything that is kept of somebody, in the caller's transaction.
Done eraseNameKeys(Database &database, qint64 person);
Done eraseNameKeys(Database &database, const QString &kind, qint64 record);

/// What whoever looks may not use.
struct NameReader {
    QList<Category> denied = {};
    QList<qint64> closed = {}; ///< found by the names of their own record, and nothing else
};

/// A record by which somebody is found.
struct CalledHit {
    QString kind;
    qint64 record = 0;
    qint64 person = 0;
};
/// Who is called, or has the house's number, as was typed; each once. The number first, then whole words, then words that
/// begin so, then initials; the newest first among equals.
Result<QList<CalledHit>> peopleCalled(Database &database, const QString &typed, const NameReader &reader, int limit);

/// A key that somebody alike would have, and how much that says; of one `slot` (a typed word) the best counts.
struct AskedKey {
    int slot = 0;
    KeyForm form = KeyForm::Word;
    QString key;
    int weight = 0;
};
/// Who may be meant, the likeliest first; of closed people by their own names.
Result<QList<qint64>> peopleLike(Database &database, const QList<AskedKey> &asked, const NameReader &reader, int limit);

/// Who else has an outside number (identifierKey) on file; withdrawn records do not count.
Result<QList<qint64>> holdersOf(Database &database, const QString &identifier, const RecordType &type, qint64 self);

} // namespace keywork
