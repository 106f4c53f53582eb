// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"

namespace keywork {

/// An outcome is asked for once the appointment began longer ago than this (house rule).
inline constexpr int kOutcomeWithinHours = 24;

/// Whether Today speaks of it on `day`: from so many days before as it says, until the day it is on. `on` is the house's
/// day on which it begins. Nothing is said of what is not booked any more.
bool remindsOn(const Appointment &appointment, QDate on, QDate day);
/// Whether it is past for more than a day and nobody said how it went.
bool outcomeMissing(const Appointment &appointment, const QDateTime &now);

} // namespace keywork
