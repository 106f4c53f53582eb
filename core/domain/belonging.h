// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// Something that staff keep for a resident, until it is given back.
struct Belonging {
    Id<Person> personId;
    QString what;
    QString keptWhere;
    QDate takenOn;
    std::optional<QDate> returnedOn;
    std::optional<QDate> keepUntil = {}; ///< the day until which it is kept for somebody who left

    bool operator==(const Belonging &) const = default;
};

} // namespace keywork
