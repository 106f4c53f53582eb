// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

/// What is drawn of treatment, and the same in words.
namespace keywork {

/// What is known of one day of a prescription. Never told by its colour alone: each has a sign, and words.
enum class StripState {
    PickedUp,
    NotCollected,
    NotSaid, ///< gone by, and nobody said anything: never counted as taken
    Covered,
    Gap,
    ClosedNotArranged,
    Unknown, ///< an open end that the service has not confirmed this far
    None ///< before or after it, and no gap
};

struct StripDay {
    QDate on;
    StripState state = StripState::None;
    QString words; ///< what the day's sentence says besides the state; may be empty
    bool operator==(const StripDay &) const = default;
};

/// The word of a state, as the legend has it: "picked up", "not collected".
QString stripWord(StripState state);
/// "Thu 17 Sep 2026: gap. No prescription covers this day."
QString stripSentence(const StripDay &day, QDate today);
/// Every day of the strip, one a line.
QString stripText(const QList<StripDay> &days, QDate today);
/// The states that stand in it, in the order of the legend.
QList<StripState> statesIn(const QList<StripDay> &days);

/// A dose from a day on, until the next step.
struct DoseStep {
    QDate from;
    double dose = 0; ///< in `unit`
    QString words; ///< with its strength: 35 mg (35 ml of 1 mg/ml)
    bool operator==(const DoseStep &) const = default;
};

/// The same in words, one step a line.
QString doseStepsText(const QList<DoseStep> &steps);

} // namespace keywork
