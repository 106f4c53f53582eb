// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

enum class Role { Manager, Keyworker, SupportWorker, Relief, Volunteer, PeerSupporter, Auditor };

template <> struct Codes<Role> {
    static constexpr const char *list = "role";
    static constexpr std::array options{
        FixedOption{"manager", QT_TRANSLATE_NOOP("record", "Manager")},
        FixedOption{"keyworker", QT_TRANSLATE_NOOP("record", "Keyworker")},
        FixedOption{"support_worker", QT_TRANSLATE_NOOP("record", "Support worker")},
        FixedOption{"relief", QT_TRANSLATE_NOOP("record", "Relief worker")},
        FixedOption{"volunteer", QT_TRANSLATE_NOOP("record", "Volunteer")},
        FixedOption{"peer_supporter", QT_TRANSLATE_NOOP("record", "Peer supporter")},
        FixedOption{"auditor", QT_TRANSLATE_NOOP("record", "Auditor")},
    };
};

/// A member of the team. The password is not here: it is a key slot of the vault, and only the slot's id is.
struct Staff {
    QString name = {};
    Role role = Role::SupportWorker;
    QString telephone = {};
    QString email = {};
    std::optional<QDate> leftOn = {};
    QString keySlot = {}; ///< hex; empty: cannot sign in yet
    bool choosesPassword = false; ///< the password was given by a manager: the first thing to do is to choose another

    bool hasLeft(QDate today) const { return leftOn && *leftOn <= today; }
    bool operator==(const Staff &) const = default;
};

} // namespace keywork
