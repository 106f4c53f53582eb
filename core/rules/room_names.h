// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace keywork {

/// So many rooms are made at once at most (house rule): more is a slip of the finger.
inline constexpr int kMostRoomsAtOnce = 500;

/// Rooms as somebody types them in one line.
struct RoomNames {
    QStringList names; ///< each once, in the order in which they were typed
    QStringList twice; ///< typed more than once
    QStringList unclear; ///< parts that are no range: from the larger to the smaller, or of two rows of rooms
    bool isTooMany = false; ///< names holds nothing then
};

/// Reads "1-12, 14, A1-A4": names and ranges, separated by commas, semicolons or lines. A range counts its last number up
/// and keeps what stands before it and leading zeros: 01-03, A1-A4, A1-4. Names are the same whatever their case.
RoomNames roomNames(const QString &typed);

} // namespace keywork
