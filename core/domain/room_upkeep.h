// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"
#include "core/domain/person.h"
#include "core/domain/room.h"
#include "core/domain/staff.h"

namespace keywork {

/// Why a room stands empty, and when somebody can have it again. How many nights that cost is counted from the stays.
struct RoomVoid {
    Id<Room> roomId = {};
    QDate fromOn = {};
    Choice why = {}; ///< of `room_void_why`
    std::optional<QDate> expectedOn = {}; ///< ready again, as it is expected
    std::optional<QDate> readyOn = {}; ///< none: nobody can be taken in there
    QString note = {};

    /// Whether it keeps the room from being given to anybody on that night.
    bool holdsOn(QDate night) const { return fromOn <= night && (!readyOn || night < *readyOn); }
    bool operator==(const RoomVoid &) const = default;
};

/// Whether nobody can be taken in there until it is ready. Cleaning does not keep anybody out at night, and a room that is held
/// for somebody, or that nobody was referred to, is one that can be had.
bool keepsEverybodyOut(const RoomVoid &empty);

/// Something in a room that does not work, until it does.
struct RoomRepair {
    Id<Room> roomId = {};
    QString what = {};
    bool isUrgent = false;
    bool closesRoom = false; ///< nobody can sleep there until it is done
    QDate reportedOn = {};
    Id<Staff> reportedById = {};
    QString reportedTo = {}; ///< landlord, contractor
    QString reference = {};
    std::optional<QDate> dueOn = {}; ///< to be done by, as they said it
    std::optional<QDate> doneOn = {};
    QString doneHow = {};

    bool operator==(const RoomRepair &) const = default;
};

enum class KeyKind { Key, Fob, Card, Code };

template <> struct Codes<KeyKind> {
    static constexpr const char *list = "key_kind";
    static constexpr std::array options{
        FixedOption{"key", QT_TRANSLATE_NOOP("record", "Key")},
        FixedOption{"fob", QT_TRANSLATE_NOOP("record", "Fob")},
        FixedOption{"card", QT_TRANSLATE_NOOP("record", "Key card")},
        FixedOption{"code", QT_TRANSLATE_NOOP("record", "Code")},
    };
};

/// A key or fob that was given to somebody: one record each time. The key is the house's; whom it went to is a resident or
/// somebody else by name.
struct RoomKey {
    KeyKind what = KeyKind::Key;
    QString number = {};
    Id<Room> roomId = {}; ///< none: of the house's door
    Id<Person> personId = {};
    QString givenTo = {}; ///< who is no resident
    QDate givenOn = {};
    std::optional<QDate> returnedOn = {};
    std::optional<QDate> lostOn = {};
    QString note = {};

    bool isOut() const { return !returnedOn && !lostOn; }
    bool operator==(const RoomKey &) const = default;
};

/// Somebody of the team looked into a room: why, what was found, and what was done about it with whoever lives there.
struct RoomCheck {
    Id<Room> roomId = {};
    Id<Person> personId = {}; ///< who lives there; none: it stood empty
    QDateTime doneAt = {};
    Id<Staff> byId = {};
    Id<Staff> withId = {};
    Choice why = {}; ///< of `room_check_why`
    bool wasTold = false; ///< they knew of it beforehand
    bool wasThere = false;
    QString found = {};
    QString done = {};
    Id<Incident> incidentId = {}; ///< in whose register of found items it stands

    bool operator==(const RoomCheck &) const = default;
};

} // namespace keywork
