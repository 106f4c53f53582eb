// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/shifts.h"
#include "core/services/services.h"

#include <QStringList>

namespace keywork::words {

/// "Night, Sun 29 Nov".
QString shiftTitle(const ShiftSpan &span, QDate today);
/// "Early, 07:30 to 15:00".
QString shiftHours(const ShiftSpan &span, const Clock &clock);
/// "No shift from Mon 15:00 to Mon 16:00", one a line; empty: the week is full.
QString gapsSaid(const ShiftPatterns &patterns);
/// What a shift's end is like when somebody says that they are on it.
QString untilSaid(const QDateTime &until, const Clock &clock);

/// On every screen: who is on shift, whom one rings (additions.md, "House and shift"). One line, no resident in it.
QStringList houseLine(const Services &services);

/// "Ring Sam Ode, 07700 900123: was to say by 21:30 that all is well."
QString ringAlone(const LoneOnFile &one, const Clock &clock);

} // namespace keywork::words
