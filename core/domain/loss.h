// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// Somebody or something that a resident lost. In the weeks after it people are at greater risk (W, overdose prevention).
struct Loss {
    Id<Person> personId = {};
    Choice what = {}; ///< of `loss_of`
    std::optional<PartialDate> onDay = {}; ///< as near as they know
    QString ownWords = {};
    QString support = {};
    std::optional<QDate> askedAgainOn = {};

    bool operator==(const Loss &) const = default;
};

} // namespace keywork
