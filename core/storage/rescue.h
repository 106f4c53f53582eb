// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace keywork {

/// What of one table could still be read.
struct RescuedTable {
    QString table;
    qint64 read = 0;
    qint64 placesLost = 0; ///< stretches that could not be read; each may have held several rows
};

/// A row that the history knows and the rescued tables do not have.
struct LostRow {
    QString kind;
    qint64 record = 0;
    qint64 person = 0;
};

struct RescueReport {
    QList<RescuedTable> tables;
    QList<LostRow> lost; ///< at most 1,000; what the history itself lost nobody can name
    qint64 looseReferences = 0; ///< to lost rows (checkRescued)
    qint64 faults = 0; ///< of the new file besides (checkRescued)
    bool isComplete() const;
};

/// Copies what can still be read of a damaged file, row by row, into an empty file with the newest schema; `damaged` must
/// be a private copy. Damaged when not even the list of tables can be read: only a backup helps then.
/// Safe in a worker; ends with Cancelled when asked to.
Result<RescueReport> rescueInto(Database &damaged, Database &fresh, const std::function<bool()> &shouldStop = {});

/// The same into a file that has no schema yet: what a file of an earlier program holds is read as it lies there, and goes
/// through the steps since afterwards, so that what a step moves is not left behind.
Result<RescueReport> rescueIntoEmpty(Database &damaged, Database &fresh, const std::function<bool()> &shouldStop = {});

/// Reads the rescued file to the end, as a backup is before it is called good.
Done checkRescued(const Database &fresh, RescueReport &report);

/// Takes every word out of the search index, which is not rescued but written anew.
Done emptySearch(Database &database);

} // namespace keywork
