// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"

namespace keywork {

struct NaloxoneKit;

/// What a collapse looks like to whoever came first; decides what the screen asks next (additions.md, "Overdose, incidents,
/// supplies").
enum class LooksLike { CannotTell, Opioids, Fitting, HotOrWild };

template <> struct Codes<LooksLike> {
    static constexpr const char *list = "looks_like";
    static constexpr std::array options{
        FixedOption{"cannot_tell", QT_TRANSLATE_NOOP("record", "Can't tell")},
        FixedOption{"opioids", QT_TRANSLATE_NOOP("record", "Looks like opioids")},
        FixedOption{"fitting", QT_TRANSLATE_NOOP("record", "Fitting")},
        FixedOption{"hot_or_wild", QT_TRANSLATE_NOOP("record", "Hot, chest pain or wild")},
    };
};

/// How it ended, as far as the house knows.
enum class OverdoseOutcome { StayedHere, WentToHospital, ChoseNotToGo, Died, NotAnOverdose };

template <> struct Codes<OverdoseOutcome> {
    static constexpr const char *list = "overdose_outcome";
    static constexpr std::array options{
        FixedOption{"stayed_here", QT_TRANSLATE_NOOP("record", "Came round and stayed here")},
        FixedOption{"went_to_hospital", QT_TRANSLATE_NOOP("record", "Went to hospital")},
        FixedOption{"chose_not_to_go", QT_TRANSLATE_NOOP("record", "Chose not to go to hospital")},
        FixedOption{"died", QT_TRANSLATE_NOOP("record", "Died")},
        FixedOption{"not_an_overdose", QT_TRANSLATE_NOOP("record", "It was no overdose")},
    };
};

/// Whether it was meant (domain.md, "Incidents"): meant opens the self-harm review.
enum class OverdoseMeant { NotKnown, Accident, OnPurpose };

template <> struct Codes<OverdoseMeant> {
    static constexpr const char *list = "overdose_meant";
    static constexpr std::array options{
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"accident", QT_TRANSLATE_NOOP("record", "Thought to be an accident")},
        FixedOption{"on_purpose", QT_TRANSLATE_NOOP("record", "Thought to be on purpose")},
    };
};

/// How far the report is.
enum class OverdoseState { Running, ToWriteUp, WrittenUp };

template <> struct Codes<OverdoseState> {
    static constexpr const char *list = "overdose_state";
    static constexpr std::array options{
        FixedOption{"running", QT_TRANSLATE_NOOP("record", "Not finished yet")},
        FixedOption{"to_write_up", QT_TRANSLATE_NOOP("record", "To be written up")},
        FixedOption{"written_up", QT_TRANSLATE_NOOP("record", "Written up")},
    };
};

/// What an overdose, or another collapse that "Overdose — act now" was used for, adds to its incident. One to an incident.
struct Overdose {
    Id<Incident> incidentId = {};
    QString emergency = {}; ///< a random id: what was pressed while the file was locked finds the incident by it
    OverdoseState state = OverdoseState::Running;
    LooksLike looksLike = LooksLike::CannotTell;
    QString signs = {}; ///< codes of overdose_sign, separated by commas (W, overdose prevention)
    QString substances = {}; ///< suspected or told, in words
    std::optional<OverdoseOutcome> outcome = {};
    OverdoseMeant meant = OverdoseMeant::NotKnown;
    QDateTime startedAt = {}; ///< when the screen was opened; of one entered afterwards, when it began
    std::optional<QDateTime> endedAt = {};

    bool operator==(const Overdose &) const = default;
};

/// Everything that one press says (domain.md, "Incidents"). "Asleep" is said with breathing, never alone.
enum class OverdoseStepKind {
    Found,
    Answers, ///< talks, groans, moves when spoken to or shaken
    NoReply,
    HelpComing, ///< somebody fetches naloxone and the defibrillator
    Called999,
    BreathingNormally, ///< but still asleep: recovery position, keep watching, no prompt for a dose
    NotBreathingNormally, ///< not, slow or gasping
    Cpr,
    Defibrillator,
    NaloxoneGiven,
    NaloxoneNotGiven,
    RecoveryPosition,
    Awake, ///< and breathing normally
    FitStopped,
    CrewHere,
    WentToHospital,
    ChoseNotToGo,
    DeathConfirmed, ///< by the crew; nobody of the house says so
    NotAnOverdose, ///< the times stay
    CouldNotRouse, ///< at a check afterwards: act now, once more
    Other,
};

template <> struct Codes<OverdoseStepKind> {
    static constexpr const char *list = "overdose_step_kind";
    static constexpr std::array options{
        FixedOption{"found", QT_TRANSLATE_NOOP("record", "Found")},
        FixedOption{"answers", QT_TRANSLATE_NOOP("record", "Answers or moves")},
        FixedOption{"no_reply", QT_TRANSLATE_NOOP("record", "No reply")},
        FixedOption{"help_coming", QT_TRANSLATE_NOOP("record", "Help coming")},
        FixedOption{"called_999", QT_TRANSLATE_NOOP("record", "999 called")},
        FixedOption{"breathing_normally", QT_TRANSLATE_NOOP("record", "Breathing normally, still asleep")},
        FixedOption{"not_breathing_normally", QT_TRANSLATE_NOOP("record", "Not breathing, slow or gasping")},
        FixedOption{"cpr", QT_TRANSLATE_NOOP("record", "CPR as the operator tells")},
        FixedOption{"defibrillator", QT_TRANSLATE_NOOP("record", "Defibrillator used")},
        FixedOption{"naloxone_given", QT_TRANSLATE_NOOP("record", "Naloxone given")},
        FixedOption{"naloxone_not_given", QT_TRANSLATE_NOOP("record", "Naloxone not given")},
        FixedOption{"recovery_position", QT_TRANSLATE_NOOP("record", "Recovery position")},
        FixedOption{"awake", QT_TRANSLATE_NOOP("record", "Awake and breathing normally")},
        FixedOption{"fit_stopped", QT_TRANSLATE_NOOP("record", "Fit has stopped")},
        FixedOption{"crew_here", QT_TRANSLATE_NOOP("record", "Crew with them")},
        FixedOption{"went_to_hospital", QT_TRANSLATE_NOOP("record", "Went to hospital")},
        FixedOption{"chose_not_to_go", QT_TRANSLATE_NOOP("record", "Chose not to go")},
        FixedOption{"death_confirmed", QT_TRANSLATE_NOOP("record", "Crew confirmed death")},
        FixedOption{"not_an_overdose", QT_TRANSLATE_NOOP("record", "Not an overdose")},
        FixedOption{"could_not_rouse", QT_TRANSLATE_NOOP("record", "Could not be roused")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else")},
    };
};

enum class NaloxoneRoute { Intramuscular, Nasal };

template <> struct Codes<NaloxoneRoute> {
    static constexpr const char *list = "naloxone_route";
    static constexpr std::array options{
        FixedOption{"intramuscular", QT_TRANSLATE_NOOP("record", "Into a muscle")},
        FixedOption{"nasal", QT_TRANSLATE_NOOP("record", "Into the nose")},
    };
};

/// One step of an emergency, as it was pressed or entered afterwards. A mis-tap that was taken back stands as entered in error.
struct OverdoseStep {
    Id<Incident> incidentId = {};
    OverdoseStepKind step = OverdoseStepKind::Found;
    QDateTime happenedAt
        = {}; ///< to the second; reckoned by a steady clock from the start, so that a clock that is set under it changes nothing
    std::optional<QDateTime> enteredAt = {}; ///< what the PC's clock said at the press, or when it was entered; never changed
    std::optional<qint64> pressed = {}; ///< the order of pressing within the emergency, from 1
    std::optional<qint64> elapsedMs = {}; ///< since the start, by the steady clock; none: entered afterwards
    bool whileLocked = false; ///< nobody was signed in: it joined the record later
    QString pressId = {}; ///< random; no press joins twice
    Id<NaloxoneKit> kitId = {}; ///< of a dose: the kit it came from; of "chose not to go": the fresh one
    QString kitWas = {}; ///< of a dose: what the kit said before it, so that a mis-tap gives it back (`core/services/emergency`)
    std::optional<NaloxoneRoute> route = {};
    QString byWhom = {}; ///< who gave the dose, or pressed for whom
    QString whyNot = {}; ///< naloxone not given
    Id<Staff> watcherId = {}; ///< "chose not to go": who keeps watch
    QString watcherOther = {}; ///< the same, when it is nobody of the team
    QString words = {};

    bool operator==(const OverdoseStep &) const = default;
};

} // namespace keywork
