// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/last_seen.h"
#include "core/services/services.h"

namespace keywork::words {

/// "14:05", "Sun 13 Sep 07:30", "some time on Sun 13 Sep".
QString seenWhen(const SeenTold &told, const Clock &clock);
/// "Seen at 14:05, by Priya Shah: keywork session, side room"; what may not be told is left out. None: "Nothing on file says …".
QString lastSeen(const std::optional<SeenTold> &told, const Services &services);
/// For a list: "14:05, Priya Shah".
QString lastSeenShort(const SeenTold &told, const Clock &clock);
/// When Today asks after them, why it is another number, or that they are away and nothing is counted.
QString askedAfter(const SeenStanding &standing, const Services &services);
/// "22:05 · Knocked at the door: no reply · Tomi Okoro"
QString missingStep(const Kept<MissingStep> &step, const Services &services);

} // namespace keywork::words
