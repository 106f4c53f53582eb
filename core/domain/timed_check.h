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

/// How the checks of a series follow each other.
enum class CheckRhythm { Minutes, Hours, Nights };

template <> struct Codes<CheckRhythm> {
    static constexpr const char *list = "check_rhythm";
    static constexpr std::array options{
        FixedOption{"minutes", QT_TRANSLATE_NOOP("record", "Every so many minutes, from the last check")},
        FixedOption{"hours", QT_TRANSLATE_NOOP("record", "At certain hours, each day")},
        FixedOption{"nights", QT_TRANSLATE_NOOP("record", "Through the night, every so many minutes")},
    };
};

/// What they said to being looked in on (additions.md, "Support").
enum class CheckAgreement { Agreed, Refused };

template <> struct Codes<CheckAgreement> {
    static constexpr const char *list = "check_agreement";
    static constexpr std::array options{
        FixedOption{"agreed", QT_TRANSLATE_NOOP("record", "Agreed")},
        FixedOption{"refused", QT_TRANSLATE_NOOP("record", "Did not agree")},
    };
};

/// Checks on somebody by the clock, with who keeps watch. They are about a resident, or somebody who is only described.
/// `core/rules/check_plan` says which moments that makes, `core/rules/timed_checks` when the next one is due; each that was done
/// is a TimedCheck.
struct CheckSeries {
    Id<Person> personId = {}; ///< none: `described` says who
    QString described = {};
    CheckReason reason = CheckReason::Other;
    QString reasonNote = {};
    Id<Incident> incidentId = {};
    QDateTime fromAt = {};
    CheckRhythm rhythm = CheckRhythm::Minutes;
    std::optional<qint64> everyMinutes = {}; ///< elapsed minutes, 1 to 1440, whatever the clocks do meanwhile; not by hours
    QString hours = {}; ///< of the day, as `hoursOfDay` reads them: 22:00, 02:00, 06:00
    std::optional<QTime> nightFrom = {}; ///< on the house's clocks; the night ends on the next day when it is later than nightUntil
    std::optional<QTime> nightUntil = {};
    std::optional<QDateTime> untilAt = {}; ///< none: until somebody ends them
    std::optional<QDateTime> finishesAt = {}; ///< a check from then on is the last one; set by `TimedChecks`, none: no end
    std::optional<CheckAgreement> agreement = {}; ///< none: not asked yet
    QString agreedHow = {}; ///< how many knocks, and when one may come in
    QString refusedDecision = {}; ///< what a manager decided
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

/// With Rule::EndsBeforeStart: no check falls between the beginning and this.
inline const QString kNoCheckBetween = QStringLiteral("no_check_between");

/// The times of a day that a text lists, in the order of the day, each once: "22:00, 2:00 6.30"; none when one of them is no time.
std::optional<QList<QTime>> hoursOfDay(const QString &text);

/// Whether it is an emergency that a check of the series is overdue: after an overdose or naloxone (naloxone wears off before many
/// opioids do: additions.md, "Overdose, incidents, supplies"), and for who seemed intoxicated, hit their head, is ill, or may harm
/// themselves. That it is these, and not a welfare check or something else, is a rule of this program, not of a clinician.
bool isEmergency(const CheckSeries &series);

/// Whether such a result lets the next check wait its time. After naloxone somebody has to have spoken or been roused: it wears
/// off, and breathing alone does not tell.
constexpr bool isCheck(CheckResult result, bool afterNaloxone)
{
    if (result == CheckResult::Spoke || result == CheckResult::Roused)
        return true;
    return !afterNaloxone && (result == CheckResult::BreathingCounted || result == CheckResult::ChoseNotWoken);
}

} // namespace keywork
