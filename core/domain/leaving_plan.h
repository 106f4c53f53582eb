// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

enum class LeavingFrom { Hospital, Custody, Detox, Rehab, Treatment, House };

template <> struct Codes<LeavingFrom> {
    static constexpr const char *list = "leaving_from";
    static constexpr std::array options{
        FixedOption{"hospital", QT_TRANSLATE_NOOP("record", "Hospital"), QT_TRANSLATE_NOOP("record", "hospital")},
        FixedOption{"custody", QT_TRANSLATE_NOOP("record", "Custody"), QT_TRANSLATE_NOOP("record", "custody")},
        FixedOption{"detox", QT_TRANSLATE_NOOP("record", "Detox"), QT_TRANSLATE_NOOP("record", "detox")},
        FixedOption{"rehab", QT_TRANSLATE_NOOP("record", "Rehab"), QT_TRANSLATE_NOOP("record", "rehab")},
        FixedOption{"treatment", QT_TRANSLATE_NOOP("record", "Treatment"), QT_TRANSLATE_NOOP("record", "treatment")},
        FixedOption{"house", QT_TRANSLATE_NOOP("record", "This house"), QT_TRANSLATE_NOOP("record", "this house")},
    };
};

enum class HousingNext { NotKnown, NoPlan, BackHere, Agreed };

template <> struct Codes<HousingNext> {
    static constexpr const char *list = "housing_next";
    static constexpr std::array options{
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"no_plan", QT_TRANSLATE_NOOP("record", "No plan yet")},
        FixedOption{"back_here", QT_TRANSLATE_NOOP("record", "Back to their room here")},
        FixedOption{"agreed", QT_TRANSLATE_NOOP("record", "Agreed elsewhere")},
    };
};

/// What was said about tolerance. Nobody asked is not the same as not lower.
enum class ToleranceAfter { NotAsked, LowerUntil, LowerNoEnd, KeptUp };

template <> struct Codes<ToleranceAfter> {
    static constexpr const char *list = "tolerance_after";
    static constexpr std::array options{
        FixedOption{"not_asked", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"lower_until", QT_TRANSLATE_NOOP("record", "Lower, until a day")},
        FixedOption{"lower_no_end", QT_TRANSLATE_NOOP("record", "Lower, with no end while they use nothing")},
        FixedOption{"kept_up", QT_TRANSLATE_NOOP("record", "Kept up: the dose was given there")},
    };
};

enum class NaloxoneAfter { NotAsked, ToHand, NotToHand };

template <> struct Codes<NaloxoneAfter> {
    static constexpr const char *list = "naloxone_after";
    static constexpr std::array options{
        FixedOption{"not_asked", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"to_hand", QT_TRANSLATE_NOOP("record", "To hand")},
        FixedOption{"not_to_hand", QT_TRANSLATE_NOOP("record", "Not to hand")},
    };
};

/// What is asked when somebody comes out of hospital, custody, detox or rehab, or leaves treatment: before it or after it.
struct LeavingPlan {
    Id<Person> personId = {};
    LeavingFrom from = LeavingFrom::Hospital;
    QDate onDay = {}; ///< planned, or when it was
    HousingNext housing = HousingNext::NotKnown;
    QString whereTo = {};
    ToleranceAfter tolerance = ToleranceAfter::NotAsked;
    std::optional<QDate> lowerUntil = {};
    NaloxoneAfter naloxone = NaloxoneAfter::NotAsked;
    QString note = {};

    bool hasHousing() const { return housing == HousingNext::BackHere || housing == HousingNext::Agreed; }
    bool operator==(const LeavingPlan &) const = default;
};

} // namespace keywork
