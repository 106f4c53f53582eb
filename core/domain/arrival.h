// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/stay.h"

namespace keywork {

/// One leg of the way into the house, as on the day of leaving hospital: ward, doctor, pharmacy, house (W, case study 1). The
/// one after it can only begin when it is done.
struct ArrivalStep {
    Id<Stay> stayId = {};
    Id<Person> personId = {};
    qint64 position = 0;
    QString what = {};
    QString who = {}; ///< who does it, or goes along
    Id<Agency> agencyId = {};
    std::optional<QDateTime> at = {};
    std::optional<QDateTime> doneAt = {};
    QString note = {};

    bool operator==(const ArrivalStep &) const = default;
};

/// Something that was agreed for the stay. Unmet after its grace period it leads to a review, never to a notice by itself.
struct StayCondition {
    Id<Stay> stayId = {};
    Id<Person> personId = {};
    QString what = {};
    std::optional<QDate> dueOn = {};
    std::optional<qint64> graceDays = {};
    std::optional<QDate> metOn = {};
    std::optional<QDate> reviewedOn = {};
    QString reviewNote = {};

    /// The last day on which it may still be met without a review; none: whenever.
    std::optional<QDate> lastDay() const { return dueOn ? std::optional(dueOn->addDays(graceDays.value_or(0))) : std::nullopt; }
    /// Whether it is to be looked at with them.
    bool needsReview(QDate today) const { return !metOn && dueOn && today > *lastDay() && (!reviewedOn || *reviewedOn <= *lastDay()); }
    bool operator==(const StayCondition &) const = default;
};

/// A practice that would not register somebody.
struct GpRefusal {
    Id<Person> personId = {};
    QString practice = {};
    QDate onDay = {};
    QString reason = {}; ///< as it was given
    Choice inWriting = {};
    QString since = {}; ///< what was done about it

    bool operator==(const GpRefusal &) const = default;
};

} // namespace keywork
