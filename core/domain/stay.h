// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/room.h"

namespace keywork {

enum class ReferralDecision { Waiting, Accepted, WaitingList, Declined, Withdrew };

template <> struct Codes<ReferralDecision> {
    static constexpr const char *list = "referral_decision";
    static constexpr std::array options{
        FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Not decided yet")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")},
        FixedOption{"waiting_list", QT_TRANSLATE_NOOP("record", "On the waiting list")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Not offered a place")},
        FixedOption{"withdrew", QT_TRANSLATE_NOOP("record", "Decided not to come")},
    };
};

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

/// From the referral in to the day of leaving; a person may have several one after another.
struct Stay {
    Id<Person> personId;
    QDate referredOn;
    Choice referralSource;
    QString referredBy;
    QString referralReason;
    ReferralDecision decision = ReferralDecision::Waiting;
    QString decisionReason;
    std::optional<QDate> expectedOn;
    std::optional<QDate> arrivedOn;
    Id<Room> roomId;
    std::optional<QDate> roomSince; ///< after a move within the house; none: since the arrival
    std::optional<qint64> expectedWeeks;
    std::optional<QDate> leftOn;
    Choice leavingReason;
    Choice destination;
    QString leavingNotes;

    bool isHereOn(QDate day) const { return arrivedOn && *arrivedOn <= day && (!leftOn || day < *leftOn); }
    /// Valid once somebody arrived.
    Nights nights() const { return {arrivedOn.value_or(QDate()), leftOn}; }
    Nights nightsInRoom() const { return {roomSince && arrivedOn && *roomSince > *arrivedOn ? *roomSince : nights().from, leftOn}; }
    bool isExpected() const
    {
        return !arrivedOn && !leftOn && decision != ReferralDecision::Declined && decision != ReferralDecision::Withdrew;
    }
    bool operator==(const Stay &) const = default;
};

} // namespace keywork
