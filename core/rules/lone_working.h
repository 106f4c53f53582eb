// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lone_working.h"

namespace keywork {

/// Where somebody's working alone stands. Moments are UTC, so that minutes are elapsed ones.
struct LoneState {
    std::optional<QDateTime> dueAt = {}; ///< by when a word is due; none: they are back
    std::optional<QDateTime> lastAt = {}; ///< the last word

    bool isOver() const { return !dueAt; }
    bool isOverdue(const QDateTime &now) const { return dueAt && *dueAt < now; }
    /// Whole minutes since it was due; 0 until then.
    qint64 minutesOver(const QDateTime &now) const { return isOverdue(now) ? dueAt->secsTo(now) / 60 : 0; }
    bool operator==(const LoneState &) const = default;
};

/// A word is due so many minutes after the last one (after the beginning, before the first), and when they are to be back, if
/// that is earlier. A word after that time does not end it: only that they are back does, and until then the minutes go on. Words
/// from before the beginning say nothing. House rule (additions.md names no interval).
LoneState loneStateOf(const LoneWorking &lone, const QList<LoneCheckIn> &words);

} // namespace keywork
