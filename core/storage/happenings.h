// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/record/happening.h"
#include "core/record/record_type.h"

#include <QSet>
#include <QStringList>

namespace keywork {

class Database;

/// The stored instant at which a record happened or ended; empty for a kind or a record that says none.
QString happenedAt(const KeptRow &kept, Phase phase, const Clock &clock);

/// Whom a record is about and when it happened, in the caller's transaction; also of the record that it is a part of.
/// A withdrawn record keeps its people and loses its moment.
Done writeHappenings(Database &database, const KeptRow &kept, const Clock &clock);

/// Writes the whole index anew when it was made by other descriptions or for another time zone; also for an older file.
Done bringHappeningsUpToDate(Database &database, const Clock &clock);
/// After rows came or went by another way (rescue): the next opening writes the index anew.
Done forgetHappenings(Database &database);

struct HappeningRequest {
    qint64 person = 0; ///< 0: everybody's and the house's
    QStringList kinds = {}; ///< empty: nothing
    QString from = {}; ///< stored instants, `until` not included; empty: open
    QString until = {};
    std::optional<Happening> after = {}; ///< goes on behind this one
    std::optional<EnteredSince> entered = {}; ///< none: whenever it was written down
    int limit = 100;
};
/// Newest first, each record once.
Result<QList<Happening>> readHappenings(Database &database, const HappeningRequest &request);

/// The records of a kind that any of `people` is tied to.
Result<QSet<qint64>> recordsAbout(Database &database, const QString &kind, const QSet<qint64> &people);
/// The parts, of the kind `part`, of records that any of `people` is tied to.
Result<QSet<qint64>> partsOfRecordsAbout(Database &database, const RecordType &part, const QSet<qint64> &people);
/// Whom records of a kind are about, parts included, by record.
Result<QHash<qint64, QList<qint64>>> peopleTiedTo(Database &database, const QString &kind, const QList<qint64> &records);
/// Every name that these people are known by, for taking them out of what others may read.
Result<QStringList> namesOfPeople(Database &database, const QSet<qint64> &people);

} // namespace keywork
