// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QHash>

namespace keywork {

class Database;

/// That a record says that somebody was seen in person.
struct Sighting {
    QString kind; ///< table
    qint64 record = 0;
    QDateTime at; ///< UTC; where only a day is known, the latest that it can have been
    bool onlyDay = false; ///< no hour is known
    qint64 by = 0; ///< of the team; 0: nobody of the team
    bool operator==(const Sighting &) const = default;
};

/// When and by whom a record says that its people were seen (`RecordType::seen`), in the caller's transaction; of a whole
/// record also what its parts say. Beside `happening`, by the same fingerprint and at the same times.
Done writeSeen(Database &database, const KeptRow &kept, const Clock &clock, bool isNew);
/// For the fingerprint: what the description says of it.
QString seenDescription(const RecordType &type);

/// When each of these people was seen last, not after `until`; one statement that reads one row a person, however long the
/// file was kept. Who was never seen is not in it.
Result<QHash<qint64, Sighting>> lastSeenOf(Database &database, const QList<qint64> &people, const QDateTime &until);

} // namespace keywork
