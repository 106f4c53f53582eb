// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/timed_checks.h"
#include "core/services/services.h"

namespace keywork::words {

/// "Ben Barker", or as they were described.
QString whoIsChecked(const ChecksOnFile &checks, const Services &services);
/// "Head injury · every 15 minutes until 06:00 · T. Okoro keeps watch · fresh kit: N-014, office"
QString whyChecked(const ChecksOnFile &checks, const Services &services);
/// "Next at 02:45", "Due at 02:30, 12 minutes ago", "Could not rouse them, 02:30", "Over".
QString whenChecked(const ChecksOnFile &checks, const Clock &clock);
/// "02:15 · breathing counted, 14 a minute over a whole minute · Tomi Okoro · 3 minutes late"
QString checkDone(const TimedCheck &check, qint64 writtenBy, const Services &services);
/// How late it was done, in whole minutes; 0: in time.
qint64 minutesLate(const TimedCheck &check);

} // namespace keywork::words
