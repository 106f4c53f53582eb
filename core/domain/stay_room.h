// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay.h"

namespace keywork {

/// A room that somebody had earlier in a stay, until they moved within the house. The room they have now says the stay.
struct StayRoom {
    Id<Person> personId = {};
    Id<Stay> stayId = {};
    Id<Room> roomId = {};
    QDate fromOn = {}; ///< the first night
    QDate untilOn = {}; ///< the day of the move: its night is the next room's

    Nights nights() const { return {fromOn, untilOn}; }
    bool operator==(const StayRoom &) const = default;
};

} // namespace keywork
