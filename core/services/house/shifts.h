// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/lone_working.h"
#include "core/rules/shifts.h"

namespace keywork {

class Clock;
class Database;
class Records;

/// Somebody who is on shift now.
struct SomebodyOn {
    Kept<OnShift> shift;
    QString name;
};

/// Whom one rings: a name and a number, of which one may be missing.
struct OnCallNow {
    QString name = {};
    QString telephone = {};

    bool isEmpty() const { return name.isEmpty() && telephone.isEmpty(); }
    /// "Priya Nair, 07700 900123"; the house's own words stand as they are.
    QString told() const { return name.isEmpty() || telephone.isEmpty() ? name + telephone : name + QStringLiteral(", ") + telephone; }
    bool operator==(const OnCallNow &) const = default;
};

/// Somebody who works alone, and how they are reached.
struct LoneOnFile {
    Kept<LoneWorking> lone;
    LoneState state;
    QString name;
    QString telephone; ///< what was said for this time, else that of the team's list; may be empty
};

// For rules of Today, which read past what anybody may see; one statement each, or two.
Result<ShiftPatterns> readShiftPatterns(Database &database);
/// Those who are on shift at the moment, each member once; the longest there first.
Result<QList<Kept<OnShift>>> readOnShift(Database &database, const QDateTime &at);
/// Whoever is on call then; the house's words where nobody is.
Result<OnCallNow> readOnCall(const Records &records, const QDateTime &at);
/// Those who are not back, whose word is due first.
Result<QList<LoneOnFile>> readLoneWorking(const Records &records);

/// Shifts of the house, who is on now and next, who is on call, who works alone.
class Shifts {
public:
    explicit Shifts(Records &records);

    /// In the order in which they begin; those that are not worked any more, too.
    Result<ShiftPatterns> patterns() const;
    /// The one that holds now; none: nobody's hours, or no shifts on file.
    Result<std::optional<ShiftSpan>> current() const;
    Result<std::optional<ShiftSpan>> next() const;
    Result<std::optional<ShiftSpan>> before() const;
    /// What the one that holds now is called; empty: none.
    QString nameNow() const;

    Result<QList<SomebodyOn>> onNow() const;
    /// Who has said that they come on with the next shift or later, within a day.
    Result<QList<SomebodyOn>> comingOn() const;
    Result<OnCallNow> onCall() const;
    /// Who of those on shift was trained in giving naloxone, by what holds today.
    Result<QList<QString>> trainedOnShift() const;

    /// The shift that whoever is signed in may say that they are on: the one that holds now, unless they said so already, or may
    /// not.
    std::optional<ShiftSpan> offered() const;
    /// Whoever is signed in is on shift from now until then. OnShiftAlready, as with any record.
    Result<Kept<OnShift>> comeOn(Id<ShiftPattern> pattern, const QDateTime &until);
    /// And goes off now. NotFound: they are not on.
    Done goOff();

    Result<QList<LoneOnFile>> alone() const;
    /// They said that all is well, now.
    Result<Kept<LoneCheckIn>> heardFrom(Id<LoneWorking> lone, LoneWord how);
    /// They are back, since now.
    Done isBack(Id<LoneWorking> lone);

private:
    Result<Violations> patternProblems(const Row &row, qint64 self) const;
    Result<Violations> onShiftProblems(const Row &row, qint64 self) const;
    Result<Violations> wordProblems(const Row &row) const;
    Result<QList<SomebodyOn>> named(const QList<Kept<OnShift>> &shifts) const;
    Records &m_records;
};

} // namespace keywork
