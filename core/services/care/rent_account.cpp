// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/rent_account.h"

#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> std::optional<Kept<T>> copiedKept(const Kept<T> *kept) { return kept ? std::optional(*kept) : std::nullopt; }

Result<Violations> chargedAlready(Database &database, const Row &row, qint64 self)
{
    const QString from = row.text(u"from_on"_s);
    const QString until = row.text(u"until_on"_s);
    const Filter isTheirs{u"person_id"_s, Filter::Comparison::Equals, row.value(u"person_id"_s)};
    const auto others = Table(database, recordType<RentCharge>()).list({.filters = {isTheirs}, .orderBy = u"from_on"_s});
    if (!others)
        return others.error();
    Violations found;
    for (const KeptRow &other : *others) {
        if (other.id == self)
            continue;
        const QString begins = other.row.text(u"from_on"_s);
        const QString ends = other.row.text(u"until_on"_s);
        if (begins == from || (begins < from && !ends.isEmpty() && from <= ends))
            found.append({u"from_on"_s, Rule::ChargedAlready, begins});
        else if (from < begins && !until.isEmpty() && begins <= until)
            found.append({u"until_on"_s, Rule::ChargedAlready, begins});
        if (!found.isEmpty())
            break;
    }
    return found;
}

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
    if (!charge || charge->value.per != RentPer::Week)
        return {};
    return Pence{charge->value.amount.value - std::min(charge->value.amount, coveredOn(facts, on)).value};
}

RentAccount rentAccountOf(const RentFacts &facts, QDate on)
{
    RentAccount account;
    account.on = on;
    account.facts = facts;
    account.weeks = rentLedger(facts, on);
    account.entries = rentEntries(facts, on);
    account.arrears = account.weeks.isEmpty() ? Pence() : account.weeks.last().arrears;
    account.charge = copiedKept(chargeOn(facts, on));
    account.benefit = copiedKept(latestWordOn(facts, on));
    account.arrangement = copiedKept(arrangementOn(facts, on));
    if (account.arrangement)
        account.arranged = arrangedWeeks(facts, account.arrangement->value, on);
    return account;
}

void addRentChecks(Records &records)
{
    records.addLookup(
        recordType<RentCharge>(), [&records](const Row &row, qint64 self) { return chargedAlready(records.database(), row, self); });
}

} // namespace keywork
