// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/missing.h"

namespace keywork {

/// A time during which somebody was not here and nobody had to see them: `until` is the moment from which they count as here.
struct AwayTime {
    QDateTime from = {};
    std::optional<QDateTime> until = {}; ///< none: still
};

/// What "not seen" is judged by, of one resident. Moments are UTC, so that hours are elapsed ones across the clock changes.
struct SeenFacts {
    std::optional<QDateTime> lastSeen = {}; ///< of a day the latest that it can have been
    QDateTime since = {}; ///< from when the house counts: the arrival, no earlier than when it was written down; invalid: not here
    QList<AwayTime> away = {}; ///< in any order; they may overlap
    qint64 hours = 24; ///< the house's or their own, 1 to 336
};

bool isAwayAt(const QDateTime &at, const QList<AwayTime> &away);
/// The moment at which so many hours are over since they were last seen (since the house counts, where that is later), the time
/// away not counted. None: they are away without a day of return, or not here. Source: domain.md, "Team" (24 hours, per person);
/// additions.md, "Counting" (away pauses it). The number is a house rule, editable.
std::optional<QDateTime> notSeenFrom(const SeenFacts &facts);
/// Whether that moment is over at `now` and they are not away.
bool isNotSeen(const SeenFacts &facts, const QDateTime &now);
/// Whole hours since they were last seen, time away not counted; 0 for whoever is not here.
qint64 hoursUnseen(const SeenFacts &facts, const QDateTime &now);

/// The hours that hold for somebody on a day: of their own ones that hold the latest, else the house's.
qint64 hoursFor(const QList<Kept<SeenWithin>> &own, QDate day, qint64 ofHouse);

/// What is done next, in the order of domain.md ("Team": knock, ring, enter with two people, safe contact; then the others):
/// the first that was not done since they were last seen. None: everything was, or they answered.
std::optional<MissingAct> nextMissingAct(const QList<MissingStep> &stepsSince);

} // namespace keywork
