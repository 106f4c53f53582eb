// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay_room.h"

#include <QList>

namespace keywork {

// How nights are counted (additions.md, "Counting"): a night belongs to the day it begins on, the day of leaving has none, and
// whoever arrives and leaves on one day is here for none. Who moves has the new room from the night of the day of the move on:
// arrived at 23:40 on 31 December, moved at 00:30, left on 1 January is one night, in the first room.

/// When a room is one of the house's beds; `until` is the first night that it is none.
struct BedSpan {
    qint64 room = 0;
    QDate from = {};
    std::optional<QDate> until = {};
};

/// Nights of somebody in the house; room 0: without a room.
struct BedNights {
    qint64 room = 0;
    qint64 person = 0;
    Nights nights = {};
};

/// Nights of somebody elsewhere who has a room here.
struct NightsElsewhere {
    qint64 person = 0;
    Nights nights = {};
};

struct OccupancyInput {
    QList<BedSpan> beds;
    QList<BedNights> stays;
    QList<NightsElsewhere> away;
};

/// One night of the house. Occupied and empty make up the beds.
struct NightCount {
    QDate night = {};
    int beds = 0;
    int occupied = 0;
    int empty = 0;
    int away = 0; ///< of the occupied ones: theirs is kept while they are elsewhere
    int withoutRoom = 0; ///< people who are here and have no room; no bed of theirs is counted

    bool operator==(const NightCount &) const = default;
};

/// Nights added up.
struct NightSums {
    qint64 beds = 0;
    qint64 occupied = 0;
    qint64 empty = 0;
    qint64 away = 0;
    qint64 withoutRoom = 0;

    bool operator==(const NightSums &) const = default;
};

/// Every night from the first to the last day, both included; none when they are the wrong way round. A room that somebody has
/// is a bed on that night, whatever is said of the room; two people in one room (of an older file) are one bed.
QList<NightCount> occupancyOf(const OccupancyInput &input, QDate from, QDate until);
NightSums sumOf(const QList<NightCount> &nights);
/// Nights of one room on which it was a bed and nobody had it, of the same days.
QList<QDate> emptyNightsOf(qint64 room, const OccupancyInput &input, QDate from, QDate until);

/// An earlier room as it stands on file.
struct EarlierRoom {
    qint64 id = 0; ///< 0: not on file yet
    StayRoom room = {};
    bool isGone = false; ///< no longer one: to be taken off

    bool operator==(const EarlierRoom &) const = default;
};
/// The earlier rooms of a stay after it was saved: what they were, what the stay said before, and says now. A new room with
/// another day since when is a move, and leaves the old room behind; another room for the same nights is a correction. Whatever
/// changes, they lie between the arrival and the present room's first night. One without a night (two moves on one day) stays
/// for whoever reads the history.
QList<EarlierRoom> earlierRoomsAfter(QList<EarlierRoom> rooms, Id<Stay> id, const std::optional<Stay> &before, const Stay &now);
/// All nights of a stay with their rooms: the earlier ones, and the present one. Nights that no room is known of have none.
QList<BedNights> bedNightsOf(const Stay &stay, QList<StayRoom> earlier);

} // namespace keywork
