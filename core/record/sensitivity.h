// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"

namespace keywork {

/// What a resident agrees or refuses to share, named on the agreement form. Every kind of record has one.
enum class Category {
    Identity,
    Housing,
    Health,
    SubstanceUse,
    Treatment,
    BloodBorneViruses,
    Risk,
    Offending,
    Money,
    Family,
    EarlyLife, ///< growing up, told only by who wishes to: for the keyworker and managers, leaves by no default
    CarePlan,
    House, ///< about the house, not about a resident: never offered for sharing
    Team, ///< about a member of the team: never offered for sharing, and not for everybody who works there
};

/// Whether information of the category is about residents: only that can be agreed to, shared and closed.
inline bool isAboutResidents(Category category) { return category != Category::House && category != Category::Team; }

template <> struct Codes<Category> {
    static constexpr const char *list = "category";
    static constexpr std::array options{
        FixedOption{
            "identity", QT_TRANSLATE_NOOP("record", "Who they are and how to reach them"), QT_TRANSLATE_NOOP("record", "who they are")},
        FixedOption{"housing", QT_TRANSLATE_NOOP("record", "Housing and stay here"), QT_TRANSLATE_NOOP("record", "housing")},
        FixedOption{"health", QT_TRANSLATE_NOOP("record", "Health"), QT_TRANSLATE_NOOP("record", "health")},
        FixedOption{"substance_use", QT_TRANSLATE_NOOP("record", "Substance use and stage"), QT_TRANSLATE_NOOP("record", "substance use")},
        FixedOption{"treatment", QT_TRANSLATE_NOOP("record", "Treatment and medicine"), QT_TRANSLATE_NOOP("record", "treatment")},
        FixedOption{
            "blood_borne_viruses", QT_TRANSLATE_NOOP("record", "Blood-borne viruses"), QT_TRANSLATE_NOOP("record", "blood-borne viruses")},
        FixedOption{"risk", QT_TRANSLATE_NOOP("record", "Risk and safety"), QT_TRANSLATE_NOOP("record", "risk")},
        FixedOption{"offending", QT_TRANSLATE_NOOP("record", "Court and probation"), QT_TRANSLATE_NOOP("record", "court and probation")},
        FixedOption{"money", QT_TRANSLATE_NOOP("record", "Money and benefits"), QT_TRANSLATE_NOOP("record", "money")},
        FixedOption{"family", QT_TRANSLATE_NOOP("record", "Family and contacts"), QT_TRANSLATE_NOOP("record", "family")},
        FixedOption{"early_life", QT_TRANSLATE_NOOP("record", "Early life"), QT_TRANSLATE_NOOP("record", "early life")},
        FixedOption{"care_plan", QT_TRANSLATE_NOOP("record", "Care plan, current version"), QT_TRANSLATE_NOOP("record", "care plan")},
        FixedOption{"house", QT_TRANSLATE_NOOP("record", "The house"), QT_TRANSLATE_NOOP("record", "house")},
        FixedOption{"team", QT_TRANSLATE_NOOP("record", "The team"), QT_TRANSLATE_NOOP("record", "team")},
    };
};

} // namespace keywork
