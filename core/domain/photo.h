// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// What the person looks like, so that a worker on their first night knows who is who. One that holds a person.
struct Photo {
    Id<Person> personId;
    QByteArray picture; ///< JPEG without metadata; screens shrink it before it comes here
    QDate takenOn;

    bool operator==(const Photo &) const = default;
};

} // namespace keywork
