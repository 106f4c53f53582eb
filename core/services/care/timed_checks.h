// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/timed_checks.h"
#include "core/services/care/away_reading.h"

namespace keywork {

class Records;

/// A series with the checks that were done, in their order, and where it stands.
struct ChecksOnFile {
    Kept<CheckSeries> series;
    QList<Kept<TimedCheck>> checks;
    CheckState state;
    QList<MissedChecks> missed = {}; ///< of those due in the time that was asked about, in their order
    QList<AwaySpell> away = {}; ///< that hold now, of a series that is no emergency: meanwhile none is due
    bool emergency = false; ///< isEmergency
    bool isClosed = false; ///< of a restricted record: without why, notes and the incident, so that it can be done all the same
};

/// So long Today and the strip tell of a check that was missed; house rule: until the shift after next has read it.
inline constexpr qint64 kMissedToldHours = 24;

/// Every series that is not over or was not yet at `since`, in the order in which they began, with what was missed since; past
/// what anybody may see. Two statements, and those of readAway where anybody's checks can be paused.
Result<QList<ChecksOnFile>> readChecks(const RecordReader &records, const QDateTime &since);
/// The same as far as whoever is signed in may know it: of a closed record that there are checks, and no more.
void hideWhatIsClosed(QList<ChecksOnFile> &checks, const RecordReader &records);

/// Checks on somebody by the clock. Whatever screen a check comes from, it gets the person of its series and the moment at
/// which it was due, and is held against what the series needs.
class TimedChecks {
public:
    explicit TimedChecks(Records &records);

    /// The same as adding the record.
    Result<Kept<CheckSeries>> start(const CheckSeries &series);
    /// The same as adding the record, also of a closed one: somebody has to look, whoever is on shift. Invalid where breathing
    /// alone was counted after naloxone.
    Result<Kept<TimedCheck>> write(const TimedCheck &check);
    /// Ends a series before its time. Invalid when `why` says too little; Conflict, NotPermitted as with any record.
    Done end(Id<CheckSeries> series, const QString &why);
    /// Series that are not over, what is due first, with what was missed within kMissedToldHours; of a closed record that there
    /// are checks. NotPermitted for whoever may not read about risk.
    Result<QList<ChecksOnFile>> running() const;
    /// Those of which checks were missed from `since` until now, over or not, as for a handover. NotPermitted as above.
    Result<QList<ChecksOnFile>> missedSince(const QDateTime &since) const;
    /// NotFound, NeedToKnow, NotPermitted.
    Result<ChecksOnFile> one(Id<CheckSeries> series) const;
    /// All of an incident, in the order in which they began.
    Result<QList<ChecksOnFile>> ofIncident(Id<Incident> incident) const;

private:
    Result<Kept<TimedCheck>> writeClosed(const TimedCheck &check);
    Result<ChecksOnFile> withChecks(const Kept<CheckSeries> &series) const;
    void completeSeries(Row &row) const;
    Result<Violations> seriesProblems(const Row &row) const;
    void completeCheck(Row &row) const;
    Result<Violations> checkProblems(const Row &row) const;
    Records &m_records;
};

} // namespace keywork
