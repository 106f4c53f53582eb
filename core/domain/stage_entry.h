// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// The five stages of the spectrum of need (H, "The spectrum of need"). None is final; movement goes both ways.
enum class Stage { ChaoticNotInTreatment, ChaoticEngaging, InTreatment, ReducedVulnerable, Settled };

/// The label is what residents see; the wording of H stands in reports only (stageInReports).
template <> struct Codes<Stage> {
    static constexpr const char *list = "stage";
    static constexpr std::array options{
        FixedOption{"chaotic_not_in_treatment", QT_TRANSLATE_NOOP("record", "1 Using, not in treatment yet"),
            QT_TRANSLATE_NOOP("record", "1 not in treatment")},
        FixedOption{
            "chaotic_engaging", QT_TRANSLATE_NOOP("record", "2 Using, starting with treatment"), QT_TRANSLATE_NOOP("record", "2 starting")},
        FixedOption{"in_treatment", QT_TRANSLATE_NOOP("record", "3 In treatment and keeping at it"),
            QT_TRANSLATE_NOOP("record", "3 keeping at it")},
        FixedOption{"reduced_vulnerable", QT_TRANSLATE_NOOP("record", "4 Using less or not at all, still needing support"),
            QT_TRANSLATE_NOOP("record", "4 using less")},
        FixedOption{"settled", QT_TRANSLATE_NOOP("record", "5 Settled"), QT_TRANSLATE_NOOP("record", "5 settled")},
    };
};

/// H's own words, for reports to commissioners; never on a page that a resident signs.
const char *stageInReports(Stage stage);
/// 1 to 5.
inline int stageNumber(Stage stage) { return int(stage) + 1; }

/// Housing positions along the spectrum (H, diagram).
enum class HousingPosition { HomelessOrAtRisk, SupportedHousing, IndependentSpecialistSupport, IndependentAccessToSupport };

template <> struct Codes<HousingPosition> {
    static constexpr const char *list = "housing_position";
    static constexpr std::array options{
        FixedOption{"homeless_or_at_risk", QT_TRANSLATE_NOOP("record", "Homeless or at risk of it")},
        FixedOption{"supported_housing", QT_TRANSLATE_NOOP("record", "Supported housing")},
        FixedOption{"independent_specialist_support", QT_TRANSLATE_NOOP("record", "Independent, with specialist support")},
        FixedOption{"independent_access_to_support", QT_TRANSLATE_NOOP("record", "Independent, with access to support")},
    };
};

enum class Agreement { NotAsked, Agrees, Disagrees };

template <> struct Codes<Agreement> {
    static constexpr const char *list = "stage_agreement";
    static constexpr std::array options{
        FixedOption{"not_asked", QT_TRANSLATE_NOOP("record", "Not asked yet")},
        FixedOption{"agrees", QT_TRANSLATE_NOOP("record", "Agrees")},
        FixedOption{"disagrees", QT_TRANSLATE_NOOP("record", "Sees it differently")},
    };
};

/// Where a person is on the spectrum of need from a day on. Only ever added: a correction names the entry it replaces.
struct StageEntry {
    Id<Person> personId;
    QDate fromOn;
    Stage stage = Stage::ChaoticNotInTreatment;
    HousingPosition housing = HousingPosition::SupportedHousing;
    QString evidence;
    Id<Staff> assessedBy;
    Agreement agreement = Agreement::NotAsked;
    QString theirView; ///< what the person says to it, in their words
    Id<StageEntry> correctsId; ///< the entry that this one replaces
    QString correctionReason;

    bool operator==(const StageEntry &) const = default;
};

} // namespace keywork
