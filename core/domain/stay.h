// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/referral_in.h"
#include "core/domain/room.h"

namespace keywork {

/// Nights from a day to the night before another one. Who arrives and leaves on one day is here for none.
struct Nights {
    QDate from;
    std::optional<QDate> until; ///< none: still

    bool isNone() const { return until && *until <= from; }
    bool operator==(const Nights &) const = default;
};
/// The first night that both hold.
std::optional<QDate> firstCommonNight(const Nights &one, const Nights &other);
/// Whether all nights of the inner one are among the outer one's.
bool holdsAll(const Nights &outer, const Nights &inner);

/// A time in the house, from when it is planned to the day of leaving; a person may have several one after another. Why and
/// how it came to it says the referral (ReferralIn), when there was one.
struct Stay {
    Id<Person> personId;
    Id<ReferralIn> referralInId; ///< none: taken in without one
    QDate referredOn; ///< since when the house knew of it: the referral's day when there was one
    std::optional<QDate> expectedOn;
    bool notComing = false; ///< planned, and it came to nothing
    std::optional<QDate> arrivedOn;
    std::optional<QTime> arrivedTime; ///< on the house's wall clock
    Id<Room> roomId;
    std::optional<QDate> roomSince; ///< after a move within the house; none: since the arrival
    std::optional<qint64> expectedWeeks;
    std::optional<QDate> licenceSignedOn;
    Choice belongingsSeen;
    QString escapePlan;
    QString induction; ///< codes of what was shown and talked through
    QString leaflets; ///< codes of those given
    bool arrivalOpen = false; ///< taken in through the arrival, and not yet said to be finished
    std::optional<QDate> leftOn;
    Choice leavingReason;
    Choice destination;
    QString leavingNotes;

    bool isHereOn(QDate day) const { return arrivedOn && *arrivedOn <= day && (!leftOn || day < *leftOn); }
    /// Valid once somebody arrived.
    Nights nights() const { return {arrivedOn.value_or(QDate()), leftOn}; }
    Nights nightsInRoom() const { return {roomSince && arrivedOn && *roomSince > *arrivedOn ? *roomSince : nights().from, leftOn}; }
    bool isExpected() const { return !arrivedOn && !leftOn && !notComing; }
    bool operator==(const Stay &) const = default;
};

} // namespace keywork
