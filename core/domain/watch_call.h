// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// Somebody rang about a line of Today that is an emergency, with what was answered and when the line is pressing again
/// (additions.md, "Overdose, incidents, supplies"): it is never put off, and stands there meanwhile. Withdrawn: pressing at once.
struct WatchCall {
    QString ruleCode; ///< of the WatchRule
    QString subjectKind; ///< table of the record that the line is about; empty: the house
    qint64 subjectRecord = 0;
    Id<Person> personId; ///< none: about a room or the house
    QDateTime rungAt;
    QString answer; ///< who answered, and what they said
    QDateTime againAt; ///< the moment at which it presses again
    bool operator==(const WatchCall &) const = default;
};

} // namespace keywork
