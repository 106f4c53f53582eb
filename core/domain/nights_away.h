// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// Nights that a resident spends elsewhere, as they told the house. In hospital or in custody is another record (HospitalStay,
/// CustodySpell): there it is asked about the dose.
struct NightsAway {
    Id<Person> personId = {};
    QDate fromOn = {}; ///< the day on which the first night begins
    QDate expectedOn = {}; ///< the day of coming back, as they said it; from then on they count as here
    std::optional<QDate> backOn = {}; ///< none: not back yet, or nobody has said
    Choice why = {}; ///< of `nights_away_why`
    QString where = {};
    QString note = {};

    bool operator==(const NightsAway &) const = default;
};

} // namespace keywork
