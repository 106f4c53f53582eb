// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// So long at most an emergency line stays away after somebody rang, in minutes; a rule may allow less. House rule: one shift.
inline constexpr int kLongestRungMinutes = 12 * 60;

/// An emergency line of Today can't be put off. Somebody rang about it: it stands aside, with what was answered, and comes back
/// at the time that was agreed (additions.md, "Overdose, incidents, supplies"), or at once when what it says is a new fact.
struct WatchRung {
    QString ruleCode; ///< of the WatchRule
    QString subjectKind; ///< table of the record that the line is about; empty: the house
    qint64 subjectRecord = 0;
    QString subjectMark; ///< what the line rested on; a line that rests on something else is a new one
    Id<Person> personId; ///< none: about nobody
    QDateTime rungAt;
    QString whom; ///< whom somebody rang
    QString answer;
    QDateTime backAt; ///< the moment at which the line comes back
    bool operator==(const WatchRung &) const = default;
};

} // namespace keywork
