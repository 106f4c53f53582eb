// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"

namespace keywork {

PlaceInfo roomsPlace();
PlaceInfo newRoomsPlace();
PlaceInfo roomListsPlace();
PlaceInfo roomPlace();
PlaceInfo movePlace();
PlaceInfo nightsPlace();
/// The part of a draft that was typed on the page of several rooms.
inline constexpr const char *kSeveralRooms = "several";
/// The same of a move within the house.
inline constexpr const char *kMoving = "moving";

} // namespace keywork
