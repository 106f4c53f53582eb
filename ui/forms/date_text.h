// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <QDate>
#include <QString>
#include <optional>

namespace keywork {

/// A day as people type it, and as Keywork writes it: 14/9, 14 / 9 / 2026, 14092026, 14 sep, 14th September 2026, Sep 14,
/// Mon 14 Sep, 2026-09-14; and where `range` lets relative words mean something: today, fri, next tue, +2w, 3 days ago.
/// Digits of every script. A day without its year, or a weekday alone, lies in the range's direction, today included, and is
/// the nearest there. Two digits of a year mean the nearest one, in the past where the direction says so. A weekday that
/// does not fit its date makes it none. Empty when it is none of these or no real date; whether the day is likely is for
/// the check to say.
std::optional<QDate> dayFromText(const QString &typed, QDate today, const DayRange &range = {});

/// The stored form of a partly known date: a year, a month and year, or as above, with its year unless `range` lets relative
/// words mean something. Empty when it is none.
QString partialFromText(const QString &typed, QDate today, const DayRange &range = kChildBorn);

/// What was typed without what only looks different: one blank between words, small letters, digits and signs of other
/// scripts and of word processors as those of an English keyboard, marks of direction left out.
QString plainTyped(const QString &typed);

} // namespace keywork
