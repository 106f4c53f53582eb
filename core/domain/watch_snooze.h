// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// So far ahead a line of Today may be put off, in days (house rule): what nobody looked at for a season is looked at again.
inline constexpr int kLongestSnoozeDays = 92;

/// Somebody put off one line of Today with a reason: nobody sees it until that day, on which it comes back. Bringing it
/// back earlier withdraws this record.
struct WatchSnooze {
    QString ruleCode; ///< of the WatchRule
    QString subjectKind; ///< table of the record that the line is about; empty: the house
    qint64 subjectRecord = 0;
    Id<Person> personId; ///< none: about a room or the house
    QDate untilOn; ///< the first day on which it shows again
    QString reason;
    bool operator==(const WatchSnooze &) const = default;
};

} // namespace keywork
