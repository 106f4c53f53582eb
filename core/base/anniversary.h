// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace keywork {

/// Where an anniversary falls in a month that is too short for its day: 29 February in a common year, the 31st in June.
/// Whoever counts in months or years says which, and why. What is counted in weeks or days (reviews, warnings, reminders)
/// has no such question.
enum class MonthEnd {
    LastDay, ///< the last day of that month: nothing that ends lasts longer than was said
    NextDay, ///< the first day of the next one: the whole time has passed before it comes
};

/// The day so many months or years later; earlier for a negative number. Invalid for an invalid day. All of the program's
/// calendar arithmetic in months and years goes through these two (tests/policy/includes.sh asks).
QDate monthsAfter(QDate day, int months, MonthEnd rule);
inline QDate yearsAfter(QDate day, int years, MonthEnd rule) { return monthsAfter(day, 12 * years, rule); }

/// Whole months or years from one day to a later one; 0 when it is not later.
int monthsBetween(QDate from, QDate until, MonthEnd rule);
inline int yearsBetween(QDate from, QDate until, MonthEnd rule) { return monthsBetween(from, until, rule) / 12; }

} // namespace keywork
