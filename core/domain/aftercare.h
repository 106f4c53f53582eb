// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// What somebody wants to do to keep what they reached, in their own words (W, "Through and Aftercare"). The latest counts.
struct AftercarePlan {
    Id<Person> personId = {};
    QDate madeOn = {};
    QString hope = {}; ///< what they want it to be like
    QString whenHard = {}; ///< what helps when it gets hard
    std::optional<QDate> lookAtOn = {};

    bool operator==(const AftercarePlan &) const = default;
};

/// The options that W names.
enum class AftercareKind { Volunteering, Qualifications, FamilyAndFriends, MutualAid, RecoveryHousing, Employment, HobbyOrSport, Leisure };

template <> struct Codes<AftercareKind> {
    static constexpr const char *list = "aftercare_kind";
    static constexpr std::array options{
        FixedOption{"volunteering", QT_TRANSLATE_NOOP("record", "Volunteering")},
        FixedOption{"qualifications", QT_TRANSLATE_NOOP("record", "Qualifications")},
        FixedOption{"family_and_friends", QT_TRANSLATE_NOOP("record", "Family and friends")},
        FixedOption{"mutual_aid", QT_TRANSLATE_NOOP("record", "Mutual aid")},
        FixedOption{"recovery_housing", QT_TRANSLATE_NOOP("record", "Recovery housing")},
        FixedOption{"employment", QT_TRANSLATE_NOOP("record", "Employment")},
        FixedOption{"hobby_or_sport", QT_TRANSLATE_NOOP("record", "A hobby or sport")},
        FixedOption{"leisure", QT_TRANSLATE_NOOP("record", "Leisure")},
    };
};

/// One thing of the plan.
struct AftercareStep {
    Id<AftercarePlan> planId = {};
    Id<Person> personId = {};
    AftercareKind kind = AftercareKind::Volunteering;
    QString what = {}; ///< in their words
    QString whoHelps = {};
    std::optional<QDate> fromOn = {};

    bool operator==(const AftercareStep &) const = default;
};

} // namespace keywork
