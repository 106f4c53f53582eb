// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// A room that one resident has at a time.
struct Room {
    QString name = {};
    QString building = {};
    QString floor = {};
    bool stepFree = false;
    bool outOfUse = false;
    QString notes = {};
    std::optional<QDate> openedOn = {}; ///< since when it is one of the house's beds; none: since it was put on file, or somebody had it
    std::optional<QDate> givenUpOn = {}; ///< from when on it is none

    bool operator==(const Room &) const = default;
};

} // namespace keywork
