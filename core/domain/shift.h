// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"

namespace keywork {

/// A shift of the house as its wall clock says it: "Night", 22:00 to 07:30. One that ends no later than it begins goes over
/// midnight. Each belongs to the day on which it begins.
struct ShiftPattern {
    QString name = {};
    QTime startsAt = {};
    QTime endsAt = {};
    QString weekdays = {}; ///< codes of weekday: the days on which it begins
    bool retired = false;

    bool isOverMidnight() const { return endsAt <= startsAt; }
    bool operator==(const ShiftPattern &) const = default;
};

/// Of somebody who said no end: so long they count as on shift at most (house rule).
inline constexpr int kLongestUnsaidHours = 12;
/// Beyond so many hours a shift is asked about (house rule): two of twelve.
inline constexpr int kLongestShiftHours = 24;

/// Somebody is on shift. Moments are UTC.
struct OnShift {
    Id<Staff> staffId = {};
    Id<ShiftPattern> patternId = {}; ///< none: hours of their own
    QDateTime fromAt = {};
    std::optional<QDateTime> untilAt = {}; ///< none: nobody said, and kLongestUnsaidHours count
    std::optional<QDateTime> wentOffAt = {};

    /// Until when they are there, as far as anybody said.
    QDateTime offAt() const { return wentOffAt.value_or(untilAt.value_or(fromAt.addSecs(kLongestUnsaidHours * 3600))); }
    bool isOnAt(const QDateTime &at) const { return fromAt <= at && at < offAt(); }
    bool operator==(const OnShift &) const = default;
};

/// Who is on call for the house, by telephone. Without one for now the house's own words count (House::onCall).
struct OnCall {
    Id<Staff> staffId = {};
    QString name = {}; ///< somebody who is not of the team
    QString telephone = {};
    QDateTime fromAt = {};
    std::optional<QDateTime> untilAt = {}; ///< none: until the next one begins

    bool operator==(const OnCall &) const = default;
};

} // namespace keywork
