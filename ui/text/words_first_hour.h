// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/first_steps.h"
#include "core/services/house/many_rooms.h"

namespace keywork::words {

/// Why the step is taken and what it takes, in one or two sentences.
QString firstStep(FirstStep step);
/// The words of the button that leads there.
QString openFirstStep(FirstStep step);
/// The words of the button that takes the line away: some steps are done when somebody says so.
QString putFirstStepAway(FirstStep step);

/// What would be made of the rooms that were typed, a sentence a line; empty when nothing was typed.
QString manyRooms(const ManyRooms &rooms);

} // namespace keywork::words
