// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration movesBetweenRooms()
{
    return {"Since when somebody has the room, after a move within the house", {u"ALTER TABLE stay ADD COLUMN room_since TEXT"_s}};
}

} // namespace keywork
