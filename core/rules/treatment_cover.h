// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bank_holidays.h"
#include "core/domain/prescription.h"
#include "core/rules/overdose_facts.h"

#include <array>

namespace keywork {

// Coverage by the day. Sources: domain.md "Treatment and medicine" and additions.md "Treatment" and "Counting"; what a script
// allows on a closed day or of a missed instalment: dated.md, pharmacy guidance (2015 wording). The figures are house rules.
// All days are the house's; nothing here reads a clock.

/// Covered: a prescription supplies the day. Unknown: nobody knows (an open-ended one beyond its last confirmation, a place of
/// which nobody knows whether it opens, an injection that is due). ClosedNotArranged: the place is closed on the day of the
/// collection and nothing is arranged. None: before the first prescription, or after one that was stopped.
enum class CoverState { Covered, Gap, Unknown, ClosedNotArranged, None };

/// "covered", "gap", "unknown", "closed_not_arranged", "none": for CSV.
QString coverCode(CoverState state);

/// On which days a place that dispenses opens.
struct OpeningDays {
    QDate from = {}; ///< since when these hours hold, until later ones do
    std::array<bool, 8> weekday = {}; ///< by Qt's number, Monday 1
    BankHolidayOpen bankHolidays = BankHolidayOpen::NotKnown;

    static OpeningDays of(const DispensingHours &hours);
    bool operator==(const OpeningDays &) const = default;
};

/// One injection, as the rule needs it.
struct InjectionSpan {
    QDate givenOn = {};
    QDate dueOn = {}; ///< the first day that it does not cover
    int windowDays = 0; ///< from dueOn on, in which it is still given: nobody knows then
    QString givenBy = {};
};

/// One prescription, as the rule needs it.
struct ScriptSpan {
    qint64 id = 0;
    QDate from = {};
    std::optional<QDate> until = {}; ///< none: open-ended
    std::optional<QDate> confirmedUntil = {}; ///< the last day of the latest confirmation
    std::optional<QDate> stoppedOn = {}; ///< last day with a dose
    std::optional<QDate> lostOn = {};
    std::optional<QDate> replacedOn = {};
    std::optional<QDate> lastDoseBefore = {};
    QString lastDoseToldBy = {};
    qint64 follows = 0;
    std::array<bool, 8> pickup = {}; ///< by Qt's number, Monday 1; none of them: collected day by day, on days nobody knows
    int everyWeeks = 1;
    bool closedDaysPrior = false;
    bool restOfMissed = false;
    QList<OpeningDays> open = {}; ///< none of that day: taken for open, which its days say (hoursNotKnown)
    bool isInjection = false;
    QList<InjectionSpan> injections = {};
};

/// The scripts of one course of treatment: all substitute medicines together, or one other medicine.
struct CoverageInput {
    QList<ScriptSpan> scripts = {};
    const BankHolidays *holidays = nullptr; ///< none: no bank holiday is known
};

/// One day.
struct CoverDay {
    QDate day = {};
    CoverState state = CoverState::None;
    qint64 script = 0; ///< which one supplies it, or should
    QList<qint64> alsoBy = {}; ///< others that supply it too: an overlap is said, not refused
    QDate pickupOn = {}; ///< the day on which its dose is collected; invalid: none, or nobody knows
    QDate dueOn = {}; ///< the collection day as written, which a closed day may have moved
    bool byConfirmation = false; ///< the paper ends before, the service confirmed it
    bool hoursNotKnown = false; ///< covered if the place opens on the day of the collection: no hours of it are on file for that day

    bool isPickup() const { return pickupOn.isValid() && pickupOn == day; }
    bool operator==(const CoverDay &) const = default;
};

CoverDay coverOn(const CoverageInput &input, QDate day);
/// Each day from `from` to `until`, both included; empty when they are the wrong way round.
QList<CoverDay> coverage(const CoverageInput &input, QDate from, QDate until);

/// A run of days that nothing covers.
struct CoverGap {
    QDate from;
    QDate until; ///< the last day of it within the horizon
    bool goesOn = false; ///< no covered day within the horizon after it
    QList<CoverDay> days;

    bool operator==(const CoverGap &) const = default;
};
/// The first run of days from `day` on, within `horizon` days, that are a gap, closed and not arranged, or unknown.
std::optional<CoverGap> nextGap(const CoverageInput &input, QDate day, int horizon = 60);

/// How early Today speaks of a gap; house rules, editable.
struct GapRule {
    int workingDays = 2;
    int workingDaysAcross = 5; ///< when a closed day, arrival, discharge or release lies between
};
/// The day from which Today speaks of a gap that begins on `firstUncovered`. `changes` are days of arrivals, discharges and
/// releases; a closed day is a bank holiday, or a day on which the place is closed and nothing is arranged. What lies between is
/// looked for until the next working day after the gap begins, on which it can be mended.
QDate gapWarnedFrom(QDate firstUncovered, const CoverageInput &input, const QList<QDate> &changes, const GapRule &rule);

/// What is known about one collection.
struct CollectionSaid {
    qint64 id = 0;
    qint64 script = 0;
    QDate dueOn;
    CollectionOutcome outcome = CollectionOutcome::NotKnown;
    QDate heldFrom; ///< the day on which it was collected
    DoseKnownFrom knownFrom = DoseKnownFrom::CollectedOnly;
    QString toldBy;
};

/// Somewhere else where doses are given: hospital, custody. `until` invalid: still there.
struct ElsewhereSpan {
    QDate from;
    QDate until;
    DoseThere dose = DoseThere::NotKnown;
};

/// Whether a dose was held on each dose day from the first prescription to `today`. Days, not pickups: a missed weekly
/// collection is a day without for each day until it is collected. What nobody said anything about is NotKnown.
QList<DoseDay> doseDays(
    const CoverageInput &input, const QList<CollectionSaid> &said, const QList<ElsewhereSpan> &elsewhere, QDate from, QDate today);

inline constexpr int kDosesMissedAlarm = 3; ///< dose days in a row without a dose held (domain.md)

/// Dose days in a row without a dose held: `certain` at least, `perhaps` with those nobody knows about.
struct MissedDoses {
    int certain = 0;
    int perhaps = 0;
    QDate first; ///< of the run, certain or not
    QDate last; ///< the latest day that was certainly without
    bool isAlarm() const { return certain >= kDosesMissedAlarm; }
    bool operator==(const MissedDoses &) const = default;
};
MissedDoses missedDoses(const QList<DoseDay> &days, QDate today);
/// The first of the days, up to the last one that could be known, about which nobody said anything; none: the latest dose day
/// is known. Today itself is not asked yet.
std::optional<QDate> notKnownSince(const QList<DoseDay> &days, QDate today);

/// The last dose that somebody knows about: collected is not taken.
struct LastDose {
    QDate on;
    DoseKnownFrom from = DoseKnownFrom::CollectedOnly;
    QString toldBy;
    qint64 collection = 0; ///< 0: given elsewhere, or an injection

    bool operator==(const LastDose &) const = default;
};
std::optional<LastDose> lastKnownDose(const CoverageInput &input, const QList<CollectionSaid> &said, QDate today);

} // namespace keywork
