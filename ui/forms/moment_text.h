// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/record/field.h"

#include <QString>
#include <optional>

namespace keywork {

/// A time of day as people type it: 14:20, 14.20, 1420, 2.20pm, 2pm. Empty when it is none of these.
std::optional<QTime> timeFromText(const QString &typed);

/// A moment as people type it: "14/9 14:20", "14 sep 2:20pm", "yesterday 22:15", "22:15" (today, also when that is still to
/// come), "now", "-20m", "+2h", "2 hours ago"; its day is read as dayFromText reads it. Always on the house's clocks, so that
/// it may be twice or never (WallTime). Empty when it is none of these; a day without a time is none.
std::optional<WallTime> momentFromText(const QString &typed, const Clock &clock, const DayRange &range = {});

} // namespace keywork
