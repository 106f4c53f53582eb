// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"

namespace keywork {

PlaceInfo deskPlace();
PlaceInfo rollCallPlace();

} // namespace keywork
