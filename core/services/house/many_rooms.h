// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/room.h"
#include "core/rules/room_names.h"

namespace keywork {

class Records;

/// What would be made of the rooms that somebody typed in one line.
struct ManyRooms {
    RoomNames typed;
    QStringList fresh; ///< those that are made
    QStringList onFile; ///< there already, and left as they are
};

/// Reads what was typed ("1-12, 14, A1-A4") and looks which of them are on file.
Result<ManyRooms> manyRooms(const Records &records, const QString &typed);
/// Makes the rooms that are not there yet, each with what `like` says besides its name; one commit. Invalid with `name` for
/// what is no range, for too many, and when no room is left to make. NotPermitted.
Result<QList<Kept<Room>>> addManyRooms(Records &records, const QString &typed, const Room &like);

} // namespace keywork
