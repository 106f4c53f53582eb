// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keywork.h"

namespace keywork {

/// Missed in a row that Today speaks of (domain.md, "Keywork").
inline constexpr int kMissedInARow = 2;
/// Days without a session that was held, that Today speaks of where the house says nothing else (product.md, "What is watched").
inline constexpr int kDaysWithoutKeywork = 14;
/// How a planned session went is asked from so many days after it, and so long.
inline constexpr int kKeyworkAskedDays = 1;

/// What one session says to the rules: the house's day it was on.
struct KeyworkDay {
    QDate on;
    KeyworkOutcome outcome = KeyworkOutcome::Planned;
    bool operator==(const KeyworkDay &) const = default;
};

/// Days during which they were not here (hospital, custody), both included; they pause keywork (additions.md, "Counting").
struct AwayDays {
    QDate from;
    std::optional<QDate> until; ///< none: still
};

/// How many of the latest sessions were missed one after another, whatever the order they are given in. What is planned or was
/// cancelled neither adds nor ends a run; what was held ends it.
int missedInARow(QList<KeyworkDay> days);
/// The day of the first session of that run; invalid when there is none.
QDate firstMissed(QList<KeyworkDay> days);
/// The last day on which a session was held, not after `today`.
std::optional<QDate> lastHeld(const QList<KeyworkDay> &days, QDate today);
/// Whole days since `since` on `today`, without the days away. Negative when `since` is still to come.
int daysSince(QDate since, QDate today, const QList<AwayDays> &away = {});
/// Whether nothing was held for so many days (the house's): since the last session, or since they arrived. The day of the
/// session is day 1, so that 14 days are over on the 15th. Not while they are away.
bool keyworkIsDue(
    std::optional<QDate> held, std::optional<QDate> arrived, QDate today, const QList<AwayDays> &away = {}, int days = kDaysWithoutKeywork);
/// The latest day since which `days` days are over on `today`, those away not counted; at most 20 years back.
QDate countedBack(QDate today, int days, const QList<AwayDays> &away);
/// Without the sessions that were missed on a day away: nobody could come to them.
QList<KeyworkDay> withoutAway(QList<KeyworkDay> days, const QList<AwayDays> &away);
bool isAwayOn(QDate day, const QList<AwayDays> &away);

} // namespace keywork
