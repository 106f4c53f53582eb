// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/follow_ups.h"
#include "core/rules/move_on.h"

#include <QHash>

namespace keywork {

class Appointments;
class Custody;
class Database;
class People;
class Records;
class TreatmentCover;
struct House;

/// How moving on stands with somebody: of the stay that goes on, or of the one that ended last. What whoever is signed in may
/// not read is left out.
struct MoveOnPicture {
    Kept<Stay> stay = {};
    MoveOnState state = MoveOnState::NotYet;
    QDate promptFrom = {}; ///< by the house's month
    QDate meantUntil = {}; ///< by the house's length of a stay
    std::optional<Kept<MoveOnPlan>> plan = {};
    QList<Kept<MoveStep>> steps = {}; ///< of that plan
    QList<MoveGap> gaps = {}; ///< once the moving day stands, until they left
    QList<QDate> uncovered = {}; ///< days about the moving day for which nothing is known to be prescribed, of those on treatment
    QList<ReadinessLine> readiness = {};
    QList<Kept<SupportStep>> support = {}; ///< the latest first
    std::optional<PostMoveContact> contact = {}; ///< the word that counts today
    bool contactKnown = true; ///< false: whether it was agreed may not be read
    QList<FollowUpLine> followUps = {}; ///< once they left
    std::optional<Stay> returnedFrom = {}; ///< the stay that ended less than a year before this one
};

/// What is counted of those who left from one day to another, both included.
struct MoveOnCounts {
    std::array<qsizetype, Codes<DestinationGroup>::options.size()> destinations = {}; ///< in their order
    FollowUpCounts followUps = {};
    qsizetype returned = 0; ///< arrivals of these days that were a return within a year
    qsizetype arrived = 0;
};

/// Somebody who left and is to be asked how it goes.
struct FollowUpDue {
    Id<Person> person;
    Id<Stay> stay;
    QDate leftOn;
    FollowUpLine line;
};
/// Follow-ups that Today asks for, of everybody; four statements however many left.
Result<QList<FollowUpDue>> readFollowUpsDue(Database &database, const Clock &clock, QDate today);
/// The states of those who are here on the day, by person; four statements.
Result<QHash<qint64, MoveOnState>> readMoveOnStates(Database &database, QDate today, int promptMonths);

/// Moving on and what comes after it. Whatever screen a follow-up comes from, it gets the stay that it is about, and is refused
/// before they left (Rule::NotLeftYet).
class MoveOn {
public:
    MoveOn(Records &records, People &people, Custody &custody, Appointments &appointments, TreatmentCover &treatment);

    /// None: they never arrived. NotPermitted to whom housing may not be known; NeedToKnow.
    Result<std::optional<MoveOnPicture>> of(Id<Person> person) const;
    /// Of everybody who is here, without closed records. NotPermitted.
    Result<QHash<qint64, MoveOnState>> states() const;
    /// What is still here or open, told when somebody leaves.
    Result<QList<LeavingLine>> atLeaving(Id<Person> person) const;
    /// They left: day, reason and where to, asked in one form. Invalid without any of them, and as any stay.
    Result<Kept<Stay>> leave(const Kept<Stay> &stay, const Stay &said);
    /// A leg of the moving day was done now.
    Done stepDone(Id<MoveStep> step);
    /// The stay of theirs that ended less than a year before this one. None: no return.
    Result<std::optional<Stay>> returnedFrom(const Kept<Stay> &stay) const;
    bool isReturn(const Kept<Stay> &stay) const;
    /// NotPermitted to whom housing may not be known. Closed records are counted, and named nowhere.
    Result<MoveOnCounts> counts(QDate from, QDate until) const;
    /// The house's own figures; as shipped without a house.
    Result<House> house() const;

private:
    Done readPlan(MoveOnPicture &picture) const;
    Done readMovingDay(MoveOnPicture &picture) const;
    Done readAfter(MoveOnPicture &picture) const;
    Result<QList<Kept<Stay>>> staysOf(Id<Person> person) const;
    Result<qsizetype> medicinesHeld(Id<Person> person) const;
    void completeFollowUp(Row &row) const;
    Result<Violations> followUpProblems(const Row &row) const;
    Records &m_records;
    People &m_people;
    Custody &m_custody;
    Appointments &m_appointments;
    TreatmentCover &m_treatment;
};

} // namespace keywork
