// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"

namespace keywork {

/// An outcome is asked for once the appointment began longer ago than this (house rule).
inline constexpr int kOutcomeWithinHours = 24;

/// Who goes along is said on the day and so many days before (house rule).
inline constexpr int kEscortSaidDays = 1;
/// That nobody goes along where somebody should is said so many days before, while the rota can still be changed (house rule).
inline constexpr int kEscortMissingDays = 3;
/// That whoever was to go along left the team is said so many days before (house rule).
inline constexpr int kEscortGoneDays = 14;

/// The kinds of agency to which somebody goes along each time, and those to which the first time (house rule; additions.md,
/// "Support").
QStringList accompaniedEachTime();
QStringList accompaniedFirstTime();
/// Whether somebody goes along, of the team or not.
bool isAccompanied(const Appointment &appointment);
/// Whether a line of its own says on `day` who goes along; `on` is the house's day on which it begins.
bool escortSaidOn(const Appointment &appointment, QDate on, QDate day);

/// Whether Today speaks of it on `day`: from so many days before as it says, until the day it is on. `on` is the house's
/// day on which it begins. Nothing is said of what is not booked any more.
bool remindsOn(const Appointment &appointment, QDate on, QDate day);
/// Whether it is past for more than a day and nobody said how it went.
bool outcomeMissing(const Appointment &appointment, const QDateTime &now);

} // namespace keywork
