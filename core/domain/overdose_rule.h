// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// What the program looks for in a record when it lists the facts of overdose risk (W, overdose prevention; the list of
/// domain.md, "Risk", and additions.md, "Support").
enum class OverdoseFactKind {
    OverdoseRecent,
    LeftCustody,
    LeftHospital,
    LeftDetox,
    BreakFromOpioids,
    TreatmentStarted,
    TreatmentStopped,
    NotCollected,
    DrugAlert,
    StoppedSuddenly,
    OpioidUse,
    OverdoseEarlier,
    MixedDepressants,
    Injects,
    UsesAlone,
    SyntheticOpioid,
    UnknownContent,
    SeriousIllness,
    SelfHarm,
    Loss,
    Notice,
    NoNaloxone,
    SeemedIntoxicated,
    NotKnown, ///< what nobody has said for some time: a state of its own
};

template <> struct Codes<OverdoseFactKind> {
    static constexpr const char *list = "overdose_fact_kind";
    static constexpr std::array options{
        FixedOption{"overdose_recent", QT_TRANSLATE_NOOP("record", "Overdose not long ago")},
        FixedOption{"left_custody", QT_TRANSLATE_NOOP("record", "Left custody")},
        FixedOption{"left_hospital", QT_TRANSLATE_NOOP("record", "Left hospital")},
        FixedOption{"left_detox", QT_TRANSLATE_NOOP("record", "Left detox or rehab")},
        FixedOption{"break_from_opioids", QT_TRANSLATE_NOOP("record", "Days without the usual opioid")},
        FixedOption{"treatment_started", QT_TRANSLATE_NOOP("record", "Substitute treatment just started")},
        FixedOption{"treatment_stopped", QT_TRANSLATE_NOOP("record", "Substitute treatment just stopped")},
        FixedOption{"not_collected", QT_TRANSLATE_NOOP("record", "Days in a row without a dose collected")},
        FixedOption{"drug_alert", QT_TRANSLATE_NOOP("record", "A local drug alert that fits")},
        FixedOption{"stopped_suddenly", QT_TRANSLATE_NOOP("record", "Stopped alcohol or benzodiazepines suddenly")},
        FixedOption{"opioid_use", QT_TRANSLATE_NOOP("record", "Opioid that is not prescribed")},
        FixedOption{"overdose_earlier", QT_TRANSLATE_NOOP("record", "Earlier overdose")},
        FixedOption{"mixed_depressants", QT_TRANSLATE_NOOP("record", "Opioids with alcohol or sedatives")},
        FixedOption{"injects", QT_TRANSLATE_NOOP("record", "Injects")},
        FixedOption{"uses_alone", QT_TRANSLATE_NOOP("record", "Uses alone")},
        FixedOption{"synthetic_opioid", QT_TRANSLATE_NOOP("record", "Synthetic opioid suspected")},
        FixedOption{"unknown_content", QT_TRANSLATE_NOOP("record", "Bought, and nobody knows what is in it")},
        FixedOption{"serious_illness", QT_TRANSLATE_NOOP("record", "Serious illness")},
        FixedOption{"self_harm", QT_TRANSLATE_NOOP("record", "Self-harm or thoughts of suicide")},
        FixedOption{"loss", QT_TRANSLATE_NOOP("record", "Recent loss")},
        FixedOption{"notice", QT_TRANSLATE_NOOP("record", "Notice or eviction")},
        FixedOption{"no_naloxone", QT_TRANSLATE_NOOP("record", "No naloxone to hand")},
        FixedOption{"seemed_intoxicated", QT_TRANSLATE_NOOP("record", "Seemed intoxicated")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// Ours, for one fact: how many days it lasts (the day of the event is day 1) or how many in a row make it.
struct OverdoseThreshold {
    OverdoseFactKind fact = OverdoseFactKind::NotKnown;
    bool suggestsHigh = false; ///< the star of domain.md: it counts alone, and can't be switched off
    int days = 0; ///< 0: it has none
    int least = 0; ///< what a manager may set
    int most = 0;
    bool isRun = false; ///< days in a row that make the fact, so more of them is the looser rule
};

const QList<OverdoseThreshold> &overdoseThresholds();
const OverdoseThreshold &overdoseThresholdOf(OverdoseFactKind fact);

/// A manager's own figure in the place of ours. The latest one for a fact counts.
struct OverdoseRule {
    OverdoseFactKind fact = OverdoseFactKind::OpioidUse;
    std::optional<qint64> days = {}; ///< none: ours
    bool off = false; ///< the fact is not listed; never a starred one
    QString why = {};

    bool operator==(const OverdoseRule &) const = default;
};

/// Whether the rule lists less than ours: then who set it and why stand beside the facts.
bool isLooser(const OverdoseRule &rule);

} // namespace keywork
