// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/house/occupancy.h"
#include "core/services/house/presence.h"

namespace keywork::words {

/// What says something about a room or who has it, as a chip: its words and its look.
struct RoomPill {
    QString text;
    const char *look = "neutral";
};

QString roomNamed(const QString &name); ///< Room 3
/// Floor and building, as far as they are said: "Ground floor" when the house says "Ground".
QString floorOf(const Room &room);
/// "5 months" of who has it, "void 3 days" of an empty one.
QString roomSince(const RoomOnBoard &room, QDate today);
/// "22 of 24 in use · 17 in the building now"; without the second part when that is not known.
QString roomsInUse(const RoomBoard &board, std::optional<int> inBuilding);
/// "In", "Out since 08:50", "In hospital", "Away 2 nights", "Not known".
RoomPill whereabouts(const PersonPresence &presence, const std::optional<AwaySpell> &away, const Clock &clock);
/// Of a room: why it is empty, who is expected, repairs, closed, step-free, free tonight.
QList<RoomPill> roomPills(const RoomOnBoard &room, const ChoiceSource &choices, QDate today);
/// "Cleaning, ready Tue 15 Sep".
QString emptyBecause(const RoomVoid &empty, const ChoiceSource &choices, QDate today);
QString comingWhat(ComingWhat what);
/// What follows the bold word of a line: "Chris Dunn to room 10".
QString comingText(const ComingLine &line);
/// "14 Sep 2026 to 20 Sep 2026 · 6 nights"; of who still has it without an end.
QString timeInRoom(const TimeInRoom &time, QDate today);
QString nightsCount(qint64 nights);
/// "672 of 720 nights occupied (93 %), 48 void; of the occupied 12 away".
QString nightSums(const NightSums &sums);

} // namespace keywork::words
