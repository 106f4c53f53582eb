// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/emergency/house_card.h"
#include "ui/pages/page.h"

namespace keywork {

/// The card to be laminated, with what the house says of itself.
void previewActNowCard(const HouseCard &card, const Services &services, const Navigator &navigator);

} // namespace keywork
