// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/desk_movement.h"
#include "core/domain/whereabouts.h"

namespace keywork {

/// What whereabouts rest on.
enum class WhereaboutsReason {
    Arrived, ///< they came into the house no longer ago than the house's hours
    Desk, ///< the last word of the desk
    Spell, ///< a time away that is on file: hospital, custody, nights elsewhere
    NothingSaid, ///< nobody said anything since they arrived, and that was longer ago
    TooLongAgo, ///< the last word of the desk is older than the house's hours
    BackNotSeen, ///< a time away ended, and nobody has seen them since
};

/// A time away as moments: from the start of its first day to the start of the day of coming back (none: still away).
struct PresenceSpell {
    QDateTime from = {};
    std::optional<QDateTime> back = {};
    /// It was said beforehand, by its day: nobody has gone as that day begins. Hospital and custody are written down once they are
    /// there.
    bool isPlanned = false;

    bool holdsAt(const QDateTime &at) const { return from <= at && (!back || at < *back); }
    bool operator==(const PresenceSpell &) const = default;
};

/// What is known of one person. Moments are UTC; the order does not matter.
struct PresenceInput {
    QDateTime arrivedAt = {}; ///< of the stay; without a time of day the start of its day; invalid: has not arrived
    std::optional<QDateTime> leftAt = {}; ///< the start of the day of leaving, which has no night
    QList<Kept<DeskMovement>> movements = {}; ///< that stand; the last one alone says the same, unless it is later than the moment
    QList<PresenceSpell> spells = {};
};

/// Where somebody is, and since when.
struct PresenceState {
    Whereabouts where = Whereabouts::NotKnown;
    QDateTime since = {}; ///< of NotKnown: the last that was known of them
    WhereaboutsReason reason = WhereaboutsReason::NothingSaid;
    std::optional<QDateTime> expectedBack = {}; ///< of Out, as they said it
    std::optional<DeskDirection> lastSaid = {}; ///< of NotKnown: what the desk said last
    qsizetype spell = -1; ///< of Away: which of the input's

    bool isInBuilding() const { return where == Whereabouts::In; }
    bool operator==(const PresenceState &) const = default;
};

/// Where somebody is at a moment; none before they arrived and from the day of leaving on. `hours` (1 to 168, a house figure,
/// editable): so long the last word counts. Whoever was seen in at or after the first moment of a time away counts as in: in
/// a fire somebody too many is looked for rather than one too few. So does whoever is in as the first day of planned nights
/// begins, until the desk sees them go or that day is over: at 02:00 they are in bed. Movements from before the day of arrival and after
/// `at` say nothing; of two at one moment the later written counts. Source: additions.md, "Counting" (away, nights) and domain.md, "Team";
/// what counts as not known is a house rule.
std::optional<PresenceState> presenceAt(const PresenceInput &input, const QDateTime &at, int hours, const QDateTime &arrivalDayBegins);

} // namespace keywork
