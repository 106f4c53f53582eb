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

    bool operator==(const Room &) const = default;
};

} // namespace keywork
