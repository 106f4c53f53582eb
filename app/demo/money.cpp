// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr qint64 kAward = 172'40; ///< pence a week
constexpr int kDaysToDecide = 30; ///< that a claim waits at least

/// What a room costs, a little more every April.
Pence chargeIn(int year) { return {184'60 + (year - 2024) * 6'20}; }
Pence awardIn(int year) { return {kAward + (year - 2024) * 5'80}; }

QDate aprilBefore(QDate day)
{
    const QDate april(day.year(), 4, 1);
    return day < april ? QDate(day.year() - 1, 4, 1) : april;
}

QDate nextApril(QDate day) { return QDate(aprilBefore(day).year() + 1, 4, 1); }

Done chargeFrom(DemoHouse &house, const DemoResident &resident, QDate from)
{
    RentCharge charge;
    charge.personId = resident.id;
    charge.fromOn = from;
    charge.amount = chargeIn(aprilBefore(from).year());
    if (resident.id.value % 9 == 0) { // some pay with their wages, by the month
        charge.per = RentPer::Month;
        charge.amount = Pence{charge.amount.value * 52 / 12};
    }
    return onlyDone(house.services.records.add(charge));
}

using ClaimPtr = std::shared_ptr<Kept<HousingBenefit>>;

Done saveClaim(DemoHouse &house, const ClaimPtr &claim)
{
    auto kept = house.services.records.amend(*claim);
    if (kept)
        *claim = *kept;
    return onlyDone(kept);
}

Done award(DemoHouse &house, const DemoResident &resident, const ClaimPtr &claim)
{
    claim->value.state = BenefitState::Awarded;
    claim->value.asOf = house.today();
    claim->value.awardedFrom = resident.stay.arrivesOn;
    claim->value.weekly = awardIn(aprilBefore(resident.stay.arrivesOn).year());
    return saveClaim(house, claim);
}

/// On the day of leaving: nothing here is covered any more.
Done endClaims(DemoHouse &house, const DemoResident &resident)
{
    const auto claims = house.services.records.of<HousingBenefit>("person_id", resident.id);
    if (!claims)
        return claims.error();
    for (Kept<HousingBenefit> claim : *claims) {
        if (claim.value.state == BenefitState::Ended)
            continue;
        claim.value.state = BenefitState::Ended;
        claim.value.asOf = house.today();
        claim.value.endedOn = house.today();
        if (auto kept = house.services.records.amend(claim); !kept)
            return kept.error();
    }
    return {};
}

/// Another amount each April.
void planAwards(DemoDay &day, const DemoResidentPtr &resident, QDate decided, const QString &reference)
{
    auto &house = day.house;
    for (QDate april = nextApril(decided); april < resident->until; april = nextApril(april))
        day.on(april, 12, [&house, resident, reference, april] {
            HousingBenefit claim;
            claim.personId = resident->id;
            claim.state = BenefitState::Awarded;
            claim.asOf = april;
            claim.awardedFrom = april;
            claim.weekly = awardIn(april.year());
            claim.reference = reference;
            return onlyDone(house.services.records.add(claim));
        });
}

/// Applied for in the first days, decided some weeks later from the first night on; of some suspended for weeks.
void planClaim(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    const QDate asked = day.date.addDays(1 + day.random.upTo(5));
    const QDate decided = asked.addDays(kDaysToDecide + day.random.upTo(25));
    const QDate suspended = decided.addDays(60 + day.random.upTo(90));
    const QDate lifted = suspended.addDays(20 + day.random.upTo(30));
    const bool isSuspended = day.random.oneIn(6);
    const QString reference = u"HB-%1"_s.arg(10'000 + day.random.upTo(89'999));
    const auto claim = std::make_shared<Kept<HousingBenefit>>();
    const auto isHere = [resident](QDate on) { return on < resident->until; };
    if (!isHere(asked))
        return;
    day.on(asked, 15, [&house, resident, claim, reference] {
        HousingBenefit begun;
        begun.personId = resident->id;
        begun.asOf = house.today();
        begun.reference = reference;
        auto kept = house.services.records.add(begun);
        if (kept)
            *claim = *kept;
        return onlyDone(kept);
    });
    if (resident->stay.leavesOn.isValid())
        day.on(resident->stay.leavesOn, 11, [&house, resident] { return endClaims(house, *resident); });
    if (isHere(decided))
        day.on(decided, 11, [&house, resident, claim] { return award(house, *resident, claim); });
    if (!isSuspended)
        return planAwards(day, resident, decided, reference);
    if (!isHere(suspended))
        return;
    day.on(suspended, 11, [&house, claim] {
        claim->value.state = BenefitState::Suspended;
        claim->value.asOf = house.today();
        claim->value.suspendedOn = house.today();
        claim->value.note = u"A form did not reach them; sent again with the keyworker."_s;
        return saveClaim(house, claim);
    });
    if (isHere(lifted))
        day.on(lifted, 11, [&house, claim] {
            claim->value.state = BenefitState::Awarded;
            claim->value.asOf = house.today();
            claim->value.suspendedOn.reset();
            return saveClaim(house, claim);
        });
}

Done pay(DemoHouse &house, const DemoResident &resident, Pence amount, const QString &how)
{
    RentPayment payment;
    payment.personId = resident.id;
    payment.paidOn = house.today();
    payment.amount = amount;
    payment.how = {how};
    return onlyDone(house.services.records.add(payment));
}

/// Every fortnight, as benefits come; some forget now and then, and pay off later.
void planPayments(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    const QString how = day.random.oneIn(3) ? u"cash"_s : day.random.oneIn(2) ? u"standing_order"_s : u"card"_s;
    const int missesOneIn = day.random.oneIn(3) ? 3 : 12;
    QDate agreed;
    int missed = 0;
    for (QDate on = day.date.addDays(14 + day.random.upTo(4)); on < resident->until; on = on.addDays(14)) {
        if (day.random.oneIn(missesOneIn)) {
            ++missed;
            continue;
        }
        const int year = aprilBefore(on).year();
        const Pence amount{2 * (chargeIn(year).value - awardIn(year).value) + (agreed.isValid() ? 10'00 : 0)};
        day.on(on, 16, [&house, resident, amount, how] { return pay(house, *resident, amount, how); });
        if (missed < 2 || agreed.isValid())
            continue;
        agreed = on;
        day.on(on, 17, [&house, resident] {
            ArrearsArrangement arrangement;
            arrangement.personId = resident->id;
            arrangement.fromOn = house.today();
            arrangement.weekly = Pence{5'00};
            arrangement.agreedHow = {u"written"_s};
            arrangement.note = u"Paid with the fortnight's own part, on the day the benefit comes."_s;
            return onlyDone(house.services.records.add(arrangement));
        });
    }
}

void planDebts(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    const QJsonArray texts = house.list(u"debts");
    for (int count = day.random.upTo(3); count > 0; --count) {
        const QJsonArray text = day.random.pick(texts).toArray();
        const Pence amount{(2 + day.random.upTo(80)) * 10'00};
        const QDate on = day.date.addDays(5 + day.random.upTo(20));
        if (on >= resident->until)
            continue;
        day.on(on, 14, [&house, resident, text, amount] {
            Debt debt;
            debt.personId = resident->id;
            debt.creditorKind = {text.at(0).toString()};
            debt.creditor = text.at(1).toString();
            debt.amount = amount;
            debt.known = {text.at(2).toString()};
            debt.priority = {text.at(3).toString()};
            debt.adviser = text.at(4).toString();
            debt.arrangement = text.at(5).toString();
            return onlyDone(house.services.records.add(debt));
        });
    }
}

} // namespace

/// Everybody is charged from their first night, most claim Housing Benefit, and pay the rest every fortnight, or most of it.
Done money(DemoDay &day)
{
    auto &house = day.house;
    for (const DemoResidentPtr &resident : day.arriving) {
        day.at(13, [&house, resident, from = day.date] { return chargeFrom(house, *resident, from); });
        for (QDate april = nextApril(day.date); april < resident->until; april = nextApril(april))
            day.on(april, 12, [&house, resident, april] { return chargeFrom(house, *resident, april); });
        planClaim(day, resident);
        planPayments(day, resident);
        planDebts(day, resident);
    }
    return {};
}

} // namespace keywork::demo
