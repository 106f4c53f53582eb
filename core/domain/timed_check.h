// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"

namespace keywork {

/// Why somebody is looked after by the clock.
enum class CheckReason { ChoseNotToGo, AfterOverdose, Intoxicated, HeadInjury, SelfHarm, Unwell, Welfare, Other };

template <> struct Codes<CheckReason> {
    static constexpr const char *list = "check_reason";
    static constexpr std::array options{
        FixedOption{"chose_not_to_go", QT_TRANSLATE_NOOP("record", "After an overdose, chose not to go to hospital")},
        FixedOption{"after_overdose", QT_TRANSLATE_NOOP("record", "After an overdose")},
        FixedOption{"intoxicated", QT_TRANSLATE_NOOP("record", "Seemed intoxicated")},
        FixedOption{"head_injury", QT_TRANSLATE_NOOP("record", "Head injury")},
        FixedOption{"self_harm", QT_TRANSLATE_NOOP("record", "Self-harm or thoughts of suicide")},
        FixedOption{"unwell", QT_TRANSLATE_NOOP("record", "Unwell")},
        FixedOption{"welfare", QT_TRANSLATE_NOOP("record", "Welfare check")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else")},
    };
};

/// Checks on somebody every so many minutes, with who keeps watch. They are about a resident, or somebody who is only
/// described. `core/rules/timed_checks` says when the next one is due; each that was done is a TimedCheck.
struct CheckSeries {
    Id<Person> personId = {}; ///< none: `described` says who
    QString described = {};
    CheckReason reason = CheckReason::Other;
    QString reasonNote = {};
    Id<Incident> incidentId = {};
    QDateTime fromAt = {};
    std::optional<qint64> everyMinutes = {}; ///< elapsed minutes, 1 to 1440, whatever the clocks do meanwhile
    std::optional<QDateTime> untilAt = {}; ///< none: until somebody ends them
    Id<Staff> watcherId = {};
    QString watcherOther = {}; ///< who keeps watch, when it is nobody of the team
    bool afterNaloxone = false; ///< then "breathing counted" alone is no check (additions.md, "Overdose, incidents, supplies")
    QString kit = {}; ///< the fresh naloxone kit for now: its number and where it is
    std::optional<QDateTime> endedAt = {};
    QString endedWhy = {};

    bool operator==(const CheckSeries &) const = default;
};

/// What a check found. "Asleep" is none (domain.md, "Team").
enum class CheckResult { Spoke, Roused, BreathingCounted, ChoseNotWoken, CouldNotRouse, NotFound, NotDone };

template <> struct Codes<CheckResult> {
    static constexpr const char *list = "check_result";
    static constexpr std::array options{
        FixedOption{"spoke", QT_TRANSLATE_NOOP("record", "Awake, spoke"), QT_TRANSLATE_NOOP("record", "spoke")},
        FixedOption{"roused", QT_TRANSLATE_NOOP("record", "Roused, and spoke"), QT_TRANSLATE_NOOP("record", "roused, spoke")},
        FixedOption{"breathing_counted", QT_TRANSLATE_NOOP("record", "Breathing seen and counted"),
            QT_TRANSLATE_NOOP("record", "breathing counted")},
        FixedOption{"chose_not_woken", QT_TRANSLATE_NOOP("record", "Chose not to be woken, as agreed"),
            QT_TRANSLATE_NOOP("record", "not woken, as agreed")},
        FixedOption{"could_not_rouse", QT_TRANSLATE_NOOP("record", "Could not rouse them"), QT_TRANSLATE_NOOP("record", "could not rouse")},
        FixedOption{"not_found", QT_TRANSLATE_NOOP("record", "Not found"), QT_TRANSLATE_NOOP("record", "not found")},
        FixedOption{"not_done", QT_TRANSLATE_NOOP("record", "Could not be done"), QT_TRANSLATE_NOOP("record", "not done")},
    };
};

/// One check as it was done.
struct TimedCheck {
    Id<Person> personId = {}; ///< of its series; set by `TimedChecks`
    Id<CheckSeries> seriesId = {};
    std::optional<QDateTime> dueAt = {}; ///< when it was due; set by `TimedChecks`
    QDateTime doneAt = {};
    CheckResult result = CheckResult::Spoke;
    std::optional<qint64> breaths = {}; ///< a minute
    bool countHeld = false; ///< counted over a whole minute
    Id<Staff> byId = {}; ///< none: whoever wrote it down
    QString note = {};

    bool operator==(const TimedCheck &) const = default;
};

/// Whether such a result lets the next check wait its time. After naloxone somebody has to have spoken or been roused: it wears
/// off, and breathing alone does not tell.
constexpr bool isCheck(CheckResult result, bool afterNaloxone)
{
    if (result == CheckResult::Spoke || result == CheckResult::Roused)
        return true;
    return !afterNaloxone && (result == CheckResult::BreathingCounted || result == CheckResult::ChoseNotWoken);
}

} // namespace keywork
