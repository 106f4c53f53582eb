// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/barring.h"
#include "core/domain/front_desk.h"
#include "core/domain/whereabouts.h"

namespace keywork {

enum class RollCallKind { NotSaid, Drill, Real, FalseAlarm };

template <> struct Codes<RollCallKind> {
    static constexpr const char *list = "roll_call_kind";
    static constexpr std::array options{
        FixedOption{"not_said", QT_TRANSLATE_NOOP("record", "Not said yet")},
        FixedOption{"drill", QT_TRANSLATE_NOOP("record", "Drill")},
        FixedOption{"real", QT_TRANSLATE_NOOP("record", "A fire or another danger")},
        FixedOption{"false_alarm", QT_TRANSLATE_NOOP("record", "False alarm")},
    };
};

/// Everybody was called by name outside: a drill or the real thing. Who was on the list, and when each was accounted for, stands
/// in its lines.
struct RollCall {
    QDateTime beganAt = {};
    RollCallKind kind = RollCallKind::NotSaid;
    QString assembled = {}; ///< where people came together
    std::optional<QDateTime> endedAt = {}; ///< none: it goes on
    QString note = {}; ///< what went well, what is to change

    bool operator==(const RollCall &) const = default;
};

/// One person on the list as it was then. Exactly one of the four is named; of a resident no name is kept here, so that nothing
/// stays of somebody whose record is erased.
struct RollCallLine {
    Id<RollCall> rollCallId = {};
    Id<Person> personId = {};
    Id<Staff> staffId = {};
    Id<Visitor> visitorId = {};
    Id<Contractor> contractorId = {};
    Whereabouts whereabouts = Whereabouts::In;
    bool needsHelp = false; ///< a plan for getting out is on file
    std::optional<QDateTime> tickedAt = {}; ///< accounted for
    Id<Staff> tickedById = {};

    bool operator==(const RollCallLine &) const = default;
};

} // namespace keywork
