// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <optional>

namespace keywork {

enum class RepeatEvery { Week, Fortnight, MonthOnWeekday };

/// How an appointment comes back; `until` or `times` ends it, whichever is first.
struct Repeat {
    RepeatEvery every = RepeatEvery::Week;
    std::optional<QDate> until = {}; ///< the last day it may fall on
    std::optional<int> times = {}; ///< how many in all, the first included
};

/// So many at most, two years of weeks: more is a slip of the keyboard (house rule).
inline constexpr int kMostRepeats = 104;

/// The days, the first included. In a month "the second Tuesday" stays that; a fifth weekday is the last one where a month has
/// only four. Empty when neither end is given, or the end is before the first day.
QList<QDate> repeatedDays(QDate first, const Repeat &repeat);

} // namespace keywork
