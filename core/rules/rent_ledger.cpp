// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rent_ledger.h"

#include <algorithm>
#include <tuple>

namespace keywork {

namespace {

/// Of those for which `counts` holds, the one with the latest day, then the one that was entered last.
template <class T, class Counts, class Day> const Kept<T> *latestOf(const QList<Kept<T>> &all, const Counts &counts, const Day &dayOf)
{
    const Kept<T> *latest = nullptr;
    for (const Kept<T> &one : all) {
        if (!counts(one.value))
            continue;
        const auto rank = [&dayOf](const Kept<T> &kept) { return std::tuple(dayOf(kept.value), kept.id.value); };
        if (!latest || rank(*latest) < rank(one))
            latest = &one;
    }
    return latest;
}

bool hadRoom(const RentFacts &facts, QDate night)
{
    return std::any_of(facts.nights.cbegin(), facts.nights.cend(), [night](const Nights &nights) {
        return nights.from.isValid() && nights.from <= night && (!nights.until || night < *nights.until);
    });
}

bool covers(const HousingBenefit &benefit, QDate night)
{
    if (benefit.state == BenefitState::Suspended)
        return benefit.suspendedOn && night < *benefit.suspendedOn;
    if (benefit.state == BenefitState::Ended)
        return benefit.endedOn && night < *benefit.endedOn;
    return true;
}

void addNight(RentWeek &week, const RentFacts &facts, QDate night)
{
    const Kept<RentCharge> *charge = hadRoom(facts, night) ? chargeOn(facts, night) : nullptr;
    if (!charge)
        return;
    const Pence weekly = charge->value.weekly;
    const Pence theirs{weekly.value - std::min(weekly, coveredOn(facts, night)).value};
    const int place = int(week.begins.daysTo(night));
    const Pence charged = partOfWeek(weekly, place, place + 1);
    const Pence own = partOfWeek(theirs, place, place + 1);
    ++week.nights;
    week.charge.value += charged.value;
    week.own.value += own.value;
    week.benefit.value += charged.value - own.value;
}

/// The first day that the ledger tells of; invalid when there is none by `on`.
QDate firstDayOf(const RentFacts &facts, QDate on)
{
    QDate first;
    const auto take = [&first](QDate day) {
        if (day.isValid() && (!first.isValid() || day < first))
            first = day;
    };
    for (const Kept<RentPayment> &payment : facts.payments)
        if (payment.value.paidOn <= on)
            take(payment.value.paidOn);
    for (const Nights &nights : facts.nights)
        for (const Kept<RentCharge> &charge : facts.charges) {
            const QDate begins = std::max(nights.from, charge.value.fromOn);
            const bool isOver = (nights.until && begins >= *nights.until) || (charge.value.untilOn && begins > *charge.value.untilOn);
            if (nights.from.isValid() && !isOver && begins < on)
                take(begins);
        }
    return first;
}

} // namespace

Pence partOfWeek(Pence weekly, int first, int last)
{
    constexpr qint64 kNights = 7;
    return {weekly.value * last / kNights - weekly.value * first / kNights};
}

QDate rentWeekOf(QDate day, RentWeekday begins)
{
    const int weekday = int(begins) + 1; // as Qt counts, Monday 1
    return day.addDays(-((day.dayOfWeek() - weekday + 7) % 7));
}

const Kept<RentCharge> *chargeOn(const RentFacts &facts, QDate day)
{
    return latestOf(
        facts.charges, [day](const RentCharge &charge) { return charge.fromOn <= day && (!charge.untilOn || day <= *charge.untilOn); },
        [](const RentCharge &charge) { return charge.fromOn; });
}

const Kept<HousingBenefit> *awardOn(const RentFacts &facts, QDate day)
{
    return latestOf(
        facts.benefits,
        [day](const HousingBenefit &benefit) {
            const bool wasAwarded = benefit.state != BenefitState::Applied && benefit.state != BenefitState::NotClaimed;
            return wasAwarded && benefit.weekly && benefit.awardedFrom && *benefit.awardedFrom <= day;
        },
        [](const HousingBenefit &benefit) { return *benefit.awardedFrom; });
}

Pence coveredOn(const RentFacts &facts, QDate day)
{
    const Kept<HousingBenefit> *award = awardOn(facts, day);
    if (!award || !covers(award->value, day))
        return {};
    // "Ended" without the amount, said after the award: it ends that one, too.
    const bool isOver = std::any_of(facts.benefits.cbegin(), facts.benefits.cend(), [&](const Kept<HousingBenefit> &word) {
        return word.value.state == BenefitState::Ended && !word.value.awardedFrom && word.value.endedOn && *word.value.endedOn <= day
            && *word.value.endedOn >= *award->value.awardedFrom
            && std::tuple(word.value.asOf, word.id.value) > std::tuple(award->value.asOf, award->id.value);
    });
    return isOver ? Pence() : award->value.weekly.value_or(Pence());
}

const Kept<HousingBenefit> *latestWordOn(const RentFacts &facts, QDate day)
{
    return latestOf(
        facts.benefits, [day](const HousingBenefit &benefit) { return benefit.asOf <= day; },
        [](const HousingBenefit &benefit) { return benefit.asOf; });
}

const Kept<ArrearsArrangement> *arrangementOn(const RentFacts &facts, QDate day)
{
    return latestOf(
        facts.arrangements, [day](const ArrearsArrangement &one) { return one.fromOn <= day && (!one.untilOn || day <= *one.untilOn); },
        [](const ArrearsArrangement &one) { return one.fromOn; });
}

QList<RentWeek> rentLedger(const RentFacts &facts, QDate on)
{
    QList<RentWeek> weeks;
    const QDate first = firstDayOf(facts, on);
    if (!first.isValid())
        return weeks;
    qint64 owed = 0;
    for (QDate begins = rentWeekOf(first, facts.weekBegins); begins <= on; begins = begins.addDays(7)) {
        RentWeek week;
        week.begins = begins;
        const QDate next = begins.addDays(7);
        for (QDate night = begins; night < next && night < on; night = night.addDays(1))
            addNight(week, facts, night);
        for (const Kept<RentPayment> &payment : facts.payments)
            if (payment.value.paidOn >= begins && payment.value.paidOn < next && payment.value.paidOn <= on)
                week.paid.value += payment.value.amount.value;
        owed += week.own.value - week.paid.value;
        week.arrears = Pence{owed};
        weeks.append(week);
    }
    return weeks;
}

Pence arrearsOn(const RentFacts &facts, QDate on)
{
    const QList<RentWeek> weeks = rentLedger(facts, on);
    return weeks.isEmpty() ? Pence() : weeks.last().arrears;
}

QList<ArrangedWeek> arrangedWeeks(const RentFacts &facts, const ArrearsArrangement &arrangement, QDate on)
{
    QList<ArrangedWeek> arranged;
    QDate first = rentWeekOf(arrangement.fromOn, facts.weekBegins);
    if (first < arrangement.fromOn) // the week that it began in is not a whole one
        first = first.addDays(7);
    const QDate last = arrangement.untilOn ? std::min(on, arrangement.untilOn->addDays(1)) : on;
    if (!arrangement.fromOn.isValid() || first.addDays(7) > last)
        return arranged;
    // Nights until the evening before, and what was paid by then: a payment of the day itself is in the week.
    const auto owedBefore = [ledger = rentLedger(facts, on)](QDate day) {
        Pence owed;
        for (const RentWeek &week : ledger)
            if (week.begins < day)
                owed = week.arrears;
        return owed.value;
    };
    const qint64 atFirst = owedBefore(first);
    qint64 agreed = 0;
    for (QDate begins = first; begins.addDays(7) <= last; begins = begins.addDays(7)) {
        agreed += arrangement.weekly.value;
        const qint64 tooMuch = owedBefore(begins.addDays(7)) - std::max<qint64>(0, atFirst - agreed);
        arranged.append({begins, tooMuch <= 0, Pence{std::max<qint64>(0, tooMuch)}});
    }
    return arranged;
}

} // namespace keywork
