// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// Something that happened in or around the house, a near miss included, as whoever was there logs it (W: all incidents are
/// logged and reviewed). Who was in it stands in its parts.
struct Incident {
    QString number; ///< I-0001
    Choice kind;
    QDateTime happenedAt;
    QString place; ///< where, in words
    QString whatHappened;
    QString whatWasDone;

    bool operator==(const Incident &) const = default;
};

enum class InvolvedWho { Resident, Staff, Visitor };

template <> struct Codes<InvolvedWho> {
    static constexpr const char *list = "involved_who";
    static constexpr std::array options{
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "A resident")},
        FixedOption{"staff", QT_TRANSLATE_NOOP("record", "Somebody of the team")},
        FixedOption{"visitor", QT_TRANSLATE_NOOP("record", "A visitor or somebody else")},
    };
};

/// One of the people in an incident: a resident, a member of the team, or somebody who is only described.
struct IncidentPerson {
    Id<Incident> incidentId;
    InvolvedWho who = InvolvedWho::Resident;
    Id<Person> personId;
    Id<Staff> staffId;
    QString described; ///< a visitor: what is known of them
    Choice role;
    QString about; ///< what happened to them, injuries, what they said

    bool operator==(const IncidentPerson &) const = default;
};

} // namespace keywork
