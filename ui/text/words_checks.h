// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/timed_checks.h"
#include "core/services/services.h"

namespace keywork::words {

/// "Ben Barker", or as they were described.
QString whoIsChecked(const ChecksOnFile &checks, const Services &services);
/// "every 15 minutes until 06:00", "at 22:00, 02:00 and 06:00", "from 22:00 to 06:00, every 60 minutes".
QString howOftenChecked(const CheckSeries &series, const Clock &clock);
/// "2 checks missed, 00:00 to 02:00: nobody looked from 22:04 until 03:50."
QString checksMissed(const MissedChecks &missed, const Clock &clock);
/// "01:30 does not exist that night, so it is due at 02:00."; empty where the clocks do nothing to it.
QString whatClocksDo(const CheckSlot &slot, const Clock &clock);
/// "Away: in hospital", as far as it may be told; empty: they are here.
QString whyPaused(const ChecksOnFile &checks, const Services &services);
/// "Head injury · every 15 minutes until 06:00 · T. Okoro keeps watch · fresh kit: N-014, office"
QString whyChecked(const ChecksOnFile &checks, const Services &services);
/// "Next at 02:45", "Due at 02:30, 12 minutes ago", "Could not rouse them, 02:30", "Over".
QString whenChecked(const ChecksOnFile &checks, const Clock &clock);
/// "02:15 · breathing counted, 14 a minute over a whole minute · Tomi Okoro · 3 minutes late"
QString checkDone(const TimedCheck &check, qint64 writtenBy, const Services &services);
/// How late it was done, in whole minutes; 0: in time.
qint64 minutesLate(const TimedCheck &check);

} // namespace keywork::words
