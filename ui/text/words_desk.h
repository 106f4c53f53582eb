// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/roll_calls.h"

namespace keywork::words {

/// "In since 08:15", "Out since 14 Sep 2026 09:30, back by 18:00", "Away, in hospital", "Not known: not seen since they arrived".
QString whereaboutsTold(const PersonPresence &one, const Clock &clock);
/// "Room 7 · Ground floor"; empty for who has no room here.
QString roomOnRoll(const RollEntry &entry);
/// Who it is on a roll call; of an erased record that it is erased.
QString whoOnRoll(const RollLine &line);
/// "3 still missing of 41 who are looked for", "Everybody is accounted for: 41".
QString rollCountTold(const RollCount &count);
/// "14:20 by Tomi Okoro".
QString tickedTold(const RollLine &line, const Clock &clock);

} // namespace keywork::words
