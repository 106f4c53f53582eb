// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/handover.h"
#include "core/rules/shifts.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/timeline.h"

namespace keywork {

class Attention;
class Database;
class Records;

/// One thing that the next handover tells, in the order in which it is read. Which of the four it is says what it rests on;
/// none of them: there is something, and whoever is signed in may not read it.
struct ToHandOver {
    HandoverLine line; ///< as it is kept, without its words
    QList<Id<Person>> people = {}; ///< whom it is about
    std::optional<TimelineLine> happened = {};
    std::optional<KeptRow> moved = {}; ///< a stay whose room is another one now
    std::optional<WatchItem> due = {};
    std::optional<Kept<HandoverItem>> item = {};

    bool isReadable() const { return happened || moved || due || item; }
};

/// Where handing over stands now.
struct HandoverNow {
    std::optional<ShiftSpan> shift = {}; ///< that holds
    std::optional<Kept<Handover>> ours = {}; ///< of that shift, finished or not
    std::optional<Kept<Handover>> last = {}; ///< the one that was finished last
    QList<Kept<HandoverRead>> reads = {}; ///< of the last one
    QDateTime since = {}; ///< what the next one tells of begins here
    bool waitsForReader = false; ///< whoever is signed in did not write the last one and has not acknowledged it
    QList<ShiftSpan> missing = {}; ///< shifts that ended lately and left none, the latest first
};

/// So long a shift that left no handover is shown (house rule).
inline constexpr int kMissingShownHours = 48;
/// A handover tells of no more than this, however long ago the one before it was (house rule).
inline constexpr int kLongestToldHours = 72;

// For rules of Today, past what anybody may see.
/// Shifts that ended within kMissingShownHours before `now`, after they were put on file, without a finished handover.
Result<QList<ShiftSpan>> readShiftsWithoutHandover(
    Database &database, const QList<Kept<ShiftPattern>> &patterns, const Clock &clock, const QDateTime &now);
/// The one that was finished last, with who has read it.
struct LatestHandover {
    std::optional<Kept<Handover>> handover = {};
    QList<Kept<HandoverRead>> reads = {};
};
Result<LatestHandover> readLatestHandover(Database &database, const QDateTime &now);

/// What one shift tells the next (product.md, B3): assembled by itself from what happened and what is due, as far as whoever
/// reads may know. Finishing keeps it as it was read.
class Handovers {
public:
    Handovers(Records &records, const Attention &attention);

    /// NotPermitted for whoever may not read about risk: the words of a handover name people.
    Result<HandoverNow> now() const;
    /// What a new one begins with: of this shift; none: of the one that holds now, or of the day where there is none.
    static Handover of(const std::optional<ShiftSpan> &shift, QDate today);
    /// That of the shift, finished or not; none: there is none yet.
    Result<std::optional<Kept<Handover>>> ofShift(const std::optional<ShiftSpan> &shift) const;
    /// The same as adding the record. AlreadyUsed where the shift has one.
    Result<Kept<Handover>> begin(const Handover &handover);

    /// What happened since, what was written down since, what moved, what presses now, what is still to be done. The number of
    /// statements is that of the kinds that happen, however much happened.
    Result<QList<ToHandOver>> gather(const QDateTime &since) const;
    /// Keeps these lines and the moment. FrozenAlready when it was finished before.
    Result<Kept<Handover>> finish(const Kept<Handover> &handover, const QList<HandoverLine> &lines);

    /// In their order, as far as whoever is signed in may read what they tell of.
    Result<QList<Kept<HandoverLine>>> linesOf(Id<Handover> handover) const;
    Result<QList<Kept<HandoverRead>>> readsOf(Id<Handover> handover) const;
    /// OwnHandover for whoever wrote it, NotFinishedYet, SameAsBefore, as with any record.
    Result<Kept<HandoverRead>> acknowledge(Id<Handover> handover);

    /// What is due first, first; without closed records.
    Result<QList<Kept<HandoverItem>>> openItems() const;
    Done markDone(Id<HandoverItem> item);

private:
    Result<QList<ToHandOver>> happenedSince(const QDateTime &since) const;
    Result<QList<ToHandOver>> movedSince(const QDateTime &since) const;
    Result<QList<ToHandOver>> dueNow() const;
    Result<QList<ToHandOver>> itemsToDo() const;
    void completeHandover(Row &row) const;
    Result<Violations> readProblems(const Row &row, qint64 self) const;
    Records &m_records;
    const Attention &m_attention;
};

} // namespace keywork
