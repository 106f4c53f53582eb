// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/treatment.h"

namespace keywork {

/// What such a panel decides about.
enum class PanelAbout { ResidentialRehab, DetoxCommunity, DetoxInpatient, DetoxResidential, SharedCare };

template <> struct Codes<PanelAbout> {
    static constexpr const char *list = "panel_about";
    static constexpr std::array options{
        FixedOption{"residential_rehab", QT_TRANSLATE_NOOP("record", "Residential rehab")},
        FixedOption{"detox_community", QT_TRANSLATE_NOOP("record", "Detox in the community")},
        FixedOption{"detox_inpatient", QT_TRANSLATE_NOOP("record", "Detox in hospital")},
        FixedOption{"detox_residential", QT_TRANSLATE_NOOP("record", "Residential detox")},
        FixedOption{"shared_care", QT_TRANSLATE_NOOP("record", "Shared care with the GP")},
    };
};

enum class PanelDecision { Waiting, Agreed, WithConditions, PutOff, NotNow };

template <> struct Codes<PanelDecision> {
    static constexpr const char *list = "panel_decision";
    static constexpr std::array options{
        FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Not decided yet")},
        FixedOption{"agreed", QT_TRANSLATE_NOOP("record", "Agreed")},
        FixedOption{"with_conditions", QT_TRANSLATE_NOOP("record", "Agreed, with conditions")},
        FixedOption{"put_off", QT_TRANSLATE_NOOP("record", "Put off")},
        FixedOption{"not_now", QT_TRANSLATE_NOOP("record", "Not agreed this time")},
    };
};

/// A request to a panel that decides about detox, rehab or shared care (W: usually people of the treatment service and of the
/// local authority's commissioners).
struct TreatmentPanel {
    Id<Person> personId = {};
    Id<TreatmentEpisode> episodeId = {}; ///< may be none
    PanelAbout kind = PanelAbout::ResidentialRehab;
    std::optional<QDate> sentOn = {};
    std::optional<QDate> panelOn = {}; ///< when it meets
    PanelDecision decision = PanelDecision::Waiting;
    std::optional<QDate> decidedOn = {};
    QString conditions = {};
    QString note = {};

    bool operator==(const TreatmentPanel &) const = default;
};

enum class PanelMet { NotYet, Met, NotMet };

template <> struct Codes<PanelMet> {
    static constexpr const char *list = "panel_met";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet")},
        FixedOption{"met", QT_TRANSLATE_NOOP("record", "Met")},
        FixedOption{"not_met", QT_TRANSLATE_NOOP("record", "Not met")},
    };
};

/// One thing that the panel asked for.
struct PanelRequirement {
    Id<TreatmentPanel> panelId = {};
    Id<Person> personId = {};
    QString what = {};
    PanelMet met = PanelMet::NotYet;
    QString note = {};

    bool operator==(const PanelRequirement &) const = default;
};

} // namespace keywork
