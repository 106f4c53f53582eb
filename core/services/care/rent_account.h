// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/rent_ledger.h"

namespace keywork {

class Records;

/// What somebody's ledger is made from, as far as it is on file. NotPermitted for whoever may not read about money.
Result<RentFacts> rentFactsOf(const Records &records, Id<Person> person);

/// Where somebody stands with their service charge on a day.
struct RentAccount {
    QDate on;
    RentFacts facts;
    QList<RentWeek> weeks; ///< rentLedger
    QList<RentEntry> entries; ///< rentEntries
    Pence arrears;
    std::optional<Kept<RentCharge>> charge;
    std::optional<Kept<HousingBenefit>> benefit; ///< the latest word on it
    std::optional<Kept<ArrearsArrangement>> arrangement;
    QList<ArrangedWeek> arranged; ///< of that arrangement

    qsizetype keptWeeks() const;
    /// What is theirs to pay of a whole week, as charge and award stand on the day; none without a charge a week: a month's
    /// nights differ.
    std::optional<Pence> ownAWeek() const;
};
RentAccount rentAccountOf(const RentFacts &facts, QDate on);

/// A service charge that begins on a day of another one, or ends behind the beginning of one, is not kept; one without an end
/// is ended by the next.
void addRentChecks(Records &records);

} // namespace keywork
