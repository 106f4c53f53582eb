// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"
#include "core/domain/leaving_safety.h"
#include "core/domain/occupancy.h"
#include "core/domain/staff.h"

namespace keywork {

enum class AppealOutcome { Stands, Changed, TakenBack };

template <> struct Codes<AppealOutcome> {
    static constexpr const char *list = "appeal_outcome";
    static constexpr std::array options{
        FixedOption{"stands", QT_TRANSLATE_NOOP("record", "It stands as it was")},
        FixedOption{"changed", QT_TRANSLATE_NOOP("record", "It was changed")},
        FixedOption{"taken_back", QT_TRANSLATE_NOOP("record", "It was taken back")},
    };
};

enum class WarningKind { Spoken, Written, LastWritten };

template <> struct Codes<WarningKind> {
    static constexpr const char *list = "stay_warning_kind";
    static constexpr std::array options{
        FixedOption{"spoken", QT_TRANSLATE_NOOP("record", "Spoken")},
        FixedOption{"written", QT_TRANSLATE_NOOP("record", "Written")},
        FixedOption{"last_written", QT_TRANSLATE_NOOP("record", "Last written one")},
    };
};

/// What both letters say: why, in facts; when it was given and how; what was agreed or tried instead; the appeal.
struct StayLetter {
    Id<Person> personId = {};
    Choice reason = {}; ///< of `stay_letter_reason`
    QString happened = {};
    Id<Incident> incidentId = {};
    QString ownWords = {};
    std::optional<QDate> givenOn = {}; ///< none: prepared, and not given
    Choice givenHow = {}; ///< of `stay_letter_how`
    Id<Staff> decidedById = {}; ///< the manager; set by the service
    QString appealHow = {};
    std::optional<QDate> appealUntil = {};
    std::optional<QDate> appealOn = {};
    QString appealWords = {};
    Id<Staff> heardById = {};
    QString heardByOther = {};
    std::optional<QDate> heardOn = {};
    std::optional<AppealOutcome> outcome = {};
    QString answer = {};
    std::optional<QDate> takenBackOn = {};
    QString takenBackWhy = {};

    bool isTakenBack() const { return takenBackOn || outcome == AppealOutcome::TakenBack; }
    bool counts() const { return givenOn && !isTakenBack(); }
    bool appealWaits() const { return appealOn && !heardOn && !isTakenBack(); }
    bool operator==(const StayLetter &) const = default;
};

/// A warning: prepared by whoever supports them, given by a manager, and over by itself.
struct StayWarning : StayLetter {
    WarningKind kind = WarningKind::Spoken;
    QString agreed = {}; ///< what was agreed instead
    QString support = {}; ///< what the house offered
    std::optional<QDate> expiresOn = {}; ///< from this day on it counts no more
    std::optional<QDate> endToldOn = {}; ///< they were told that it is over

    bool holdsOn(QDate day) const { return counts() && *givenOn <= day && (!expiresOn || day < *expiresOn); }
    bool operator==(const StayWarning &) const = default;
};

/// A notice to leave. It is given only with a reason, a safety plan, where to, and how to appeal (domain.md, "Stay").
struct StayNotice : StayLetter {
    QString tried = {}; ///< instead of a notice
    Id<LeavingSafetyPlan> planId = {}; ///< with which it was given; set by the service. What counts from then on is the latest
    std::optional<QDate> endsOn = {}; ///< the day of leaving; the night before is theirs
    QString advice = {}; ///< who knows housing law and looked at it
    std::optional<OccupancyKind> occupancy = {}; ///< at that time; set by the service
    std::optional<QDate> earliestOn = {}; ///< the earliest day of leaving by the rule for that kind; set by the service

    bool operator==(const StayNotice &) const = default;
};

} // namespace keywork
