// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// What kind of substance it is: rules about mixing and tolerance go by it, never by a name.
enum class SubstanceClass {
    Opioid,
    Stimulant,
    Benzodiazepine,
    Sedative, ///< sedatives that are no benzodiazepine, z-drugs and tablets of unknown content among them
    Gabapentinoid,
    Alcohol,
    Cannabis,
    SyntheticCannabinoid,
    Hallucinogen,
    Solvent,
    Other,
};

template <> struct Codes<SubstanceClass> {
    static constexpr const char *list = "substance_class";
    static constexpr std::array options{
        FixedOption{"opioid", QT_TRANSLATE_NOOP("record", "Opioid")},
        FixedOption{"stimulant", QT_TRANSLATE_NOOP("record", "Stimulant")},
        FixedOption{"benzodiazepine", QT_TRANSLATE_NOOP("record", "Benzodiazepine")},
        FixedOption{"sedative", QT_TRANSLATE_NOOP("record", "Other sedative")},
        FixedOption{"gabapentinoid", QT_TRANSLATE_NOOP("record", "Gabapentinoid")},
        FixedOption{"alcohol", QT_TRANSLATE_NOOP("record", "Alcohol")},
        FixedOption{"cannabis", QT_TRANSLATE_NOOP("record", "Cannabis")},
        FixedOption{"synthetic_cannabinoid", QT_TRANSLATE_NOOP("record", "Synthetic cannabinoid")},
        FixedOption{"hallucinogen", QT_TRANSLATE_NOOP("record", "Hallucinogen")},
        FixedOption{"solvent", QT_TRANSLATE_NOOP("record", "Solvent or gas")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another substance")},
    };
};

/// One substance of the house's catalogue. Ours come with the program (resources/catalogue/substances.json, taken in by
/// `Substances`); a manager adds, renames and retires. A code never changes its meaning.
struct Substance {
    QString code = {}; ///< stable, set once by the program: heroin, methadone …
    QString name = {};
    SubstanceClass substanceClass = SubstanceClass::Other;
    QString streetNames = {}; ///< separated by commas
    QString ndtmsCode = {}; ///< with the data set that it belongs to: codes change with the years
    bool retired = false; ///< readable on old records, not offered for new ones

    bool operator==(const Substance &) const = default;
};

} // namespace keywork
