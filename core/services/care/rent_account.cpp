// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/rent_account.h"

#include "core/services/records/records.h"

#include <algorithm>

namespace keywork {

namespace {

template <class T> std::optional<Kept<T>> copiedKept(const Kept<T> *kept) { return kept ? std::optional(*kept) : std::nullopt; }

} // namespace

Result<RentFacts> rentFactsOf(const Records &records, Id<Person> person)
{
    const auto houses = records.all<House>();
    const auto stays = records.of<Stay>("person_id", person);
    const auto charges = records.of<RentCharge>("person_id", person);
    const auto benefits = records.of<HousingBenefit>("person_id", person);
    const auto payments = records.of<RentPayment>("person_id", person);
    const auto arrangements = records.of<ArrearsArrangement>("person_id", person);
    if (!houses || !stays)
        return houses ? stays.error() : houses.error();
    if (!charges || !benefits)
        return charges ? benefits.error() : charges.error();
    if (!payments || !arrangements)
        return payments ? arrangements.error() : payments.error();
    RentFacts facts;
    if (!houses->isEmpty())
        facts.weekBegins = houses->first().value.rentWeekday;
    for (const Kept<Stay> &stay : *stays)
        if (stay.value.arrivedOn)
            facts.nights.append(stay.value.nights());
    facts.charges = *charges;
    facts.benefits = *benefits;
    facts.payments = *payments;
    facts.arrangements = *arrangements;
    return facts;
}

qsizetype RentAccount::keptWeeks() const
{
    return std::count_if(arranged.cbegin(), arranged.cend(), [](const ArrangedWeek &week) { return week.kept; });
}

std::optional<Pence> RentAccount::ownAWeek() const
{
    if (!charge)
        return {};
    return Pence{charge->value.weekly.value - std::min(charge->value.weekly, coveredOn(facts, on)).value};
}

RentAccount rentAccountOf(const RentFacts &facts, QDate on)
{
    RentAccount account;
    account.on = on;
    account.facts = facts;
    account.weeks = rentLedger(facts, on);
    account.arrears = account.weeks.isEmpty() ? Pence() : account.weeks.last().arrears;
    account.charge = copiedKept(chargeOn(facts, on));
    account.benefit = copiedKept(latestWordOn(facts, on));
    account.arrangement = copiedKept(arrangementOn(facts, on));
    if (account.arrangement)
        account.arranged = arrangedWeeks(facts, account.arrangement->value, on);
    return account;
}

} // namespace keywork
