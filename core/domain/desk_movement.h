// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

enum class DeskDirection { In, Out };

template <> struct Codes<DeskDirection> {
    static constexpr const char *list = "desk_direction";
    static constexpr std::array options{
        FixedOption{"in", QT_TRANSLATE_NOOP("record", "Came in")},
        FixedOption{"out", QT_TRANSLATE_NOOP("record", "Went out")},
    };
};

/// A resident came in or went out past the desk, or was seen to be in: the house's knowledge of who is in the building, and
/// no account of where anybody goes. `core/rules/presence` says what follows from it.
struct DeskMovement {
    Id<Person> personId = {};
    QDateTime at = {}; ///< never later than now
    DeskDirection direction = DeskDirection::In;
    std::optional<QDateTime> expectedBackAt = {}; ///< of going out, as they said it; none: they did not say, and need not
    QString note = {};

    bool operator==(const DeskMovement &) const = default;
};

} // namespace keywork
