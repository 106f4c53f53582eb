// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

enum class IdSeen { NotSeen, Seen, Known };

template <> struct Codes<IdSeen> {
    static constexpr const char *list = "id_seen";
    static constexpr std::array options{
        FixedOption{"not_seen", QT_TRANSLATE_NOOP("record", "Not seen")},
        FixedOption{"seen", QT_TRANSLATE_NOOP("record", "Seen")},
        FixedOption{"known", QT_TRANSLATE_NOOP("record", "Known to us")},
    };
};

/// Somebody who visits a resident. A visit has one host, who answers for it.
struct Visitor {
    QString name = {};
    Id<Person> personId = {}; ///< the host
    QDateTime cameAt = {};
    IdSeen idSeen = IdSeen::NotSeen;
    Choice idKind = {}; ///< of `visitor_id`; which paper it was, never its number
    QString vehicle = {};
    std::optional<QDateTime> leftAt = {}; ///< none: in the building
    QString note = {};

    bool operator==(const Visitor &) const = default;
};

/// Who may be where in the house while a contractor works there.
enum class ContractorCheck { Escorted, DbsSeen, NotAlone };

template <> struct Codes<ContractorCheck> {
    static constexpr const char *list = "contractor_check";
    static constexpr std::array options{
        FixedOption{"escorted", QT_TRANSLATE_NOOP("record", "Somebody of the team goes along")},
        FixedOption{"dbs_seen", QT_TRANSLATE_NOOP("record", "DBS certificate seen")},
        FixedOption{"not_alone", QT_TRANSLATE_NOOP("record", "Stays where nobody lives, or in sight")},
    };
};

/// Somebody who comes for the house: a repair, an inspection, a meter.
struct Contractor {
    QString firm = {};
    QString name = {};
    QString whatFor = {};
    QString where = {};
    QDateTime cameAt = {};
    ContractorCheck checked = ContractorCheck::Escorted;
    Id<Staff> escortId = {};
    QString vehicle = {};
    std::optional<QDateTime> leftAt = {}; ///< none: in the building
    QString note = {};

    bool operator==(const Contractor &) const = default;
};

/// Something that came to the desk for somebody and waits there. What is in it is nobody's business.
struct Delivery {
    Id<Person> personId = {}; ///< none: `forWhom` says who
    QString forWhom = {};
    QString what = {};
    QString sender = {};
    QDateTime cameAt = {};
    QString keptWhere = {};
    std::optional<QDateTime> handedAt = {}; ///< none: waits at the desk
    QString handedTo = {}; ///< when it was somebody else
    QString note = {};

    bool operator==(const Delivery &) const = default;
};

/// A member of the team is in the building: for a roll call, no record of working hours.
struct StaffPresence {
    Id<Staff> staffId = {};
    QDateTime cameAt = {};
    std::optional<QDateTime> leftAt = {}; ///< none: in the building
    QString note = {};

    bool operator==(const StaffPresence &) const = default;
};

} // namespace keywork
