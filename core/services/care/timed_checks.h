// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/timed_checks.h"

namespace keywork {

class Database;
class Records;

/// A series with the checks that were done, in their order, and where it stands.
struct ChecksOnFile {
    Kept<CheckSeries> series;
    QList<Kept<TimedCheck>> checks;
    CheckState state;
};

/// Every series that is not over, in the order in which they began; two statements, past what anybody may see.
Result<QList<ChecksOnFile>> readOpenChecks(Database &database);

/// Checks on somebody by the clock. Whatever screen a check comes from, it gets the person of its series and the moment at
/// which it was due, and is held against what the series needs.
class TimedChecks {
public:
    explicit TimedChecks(Records &records);

    /// The same as adding the record.
    Result<Kept<CheckSeries>> start(const CheckSeries &series);
    /// The same as adding the record. Invalid where breathing alone was counted after naloxone.
    Result<Kept<TimedCheck>> write(const TimedCheck &check);
    /// Ends a series before its time. Invalid when `why` says too little; Conflict, NotPermitted as with any record.
    Done end(Id<CheckSeries> series, const QString &why);
    /// Series that are not over, what is due first; without closed records. NotPermitted for whoever may not read about risk.
    Result<QList<ChecksOnFile>> running() const;
    /// NotFound, NeedToKnow, NotPermitted.
    Result<ChecksOnFile> one(Id<CheckSeries> series) const;
    /// All of an incident, in the order in which they began.
    Result<QList<ChecksOnFile>> ofIncident(Id<Incident> incident) const;

private:
    Result<ChecksOnFile> withChecks(const Kept<CheckSeries> &series) const;
    void completeCheck(Row &row) const;
    Result<Violations> checkProblems(const Row &row) const;
    Records &m_records;
};

} // namespace keywork
