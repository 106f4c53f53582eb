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

/// What one night costs.
struct NightCharge {
    const Kept<RentCharge> *charge = nullptr; ///< null: nothing
    Pence charged;
    Pence own;
};

NightCharge chargeOfNight(const RentFacts &facts, QDate weekBegins, QDate night)
{
    const Kept<RentCharge> *charge = hadRoom(facts, night) ? chargeOn(facts, night) : nullptr;
    if (!charge)
        return {};
    const Pence amount = charge->value.amount;
    const Pence covered = coveredOn(facts, night);
    const int place = int(weekBegins.daysTo(night));
    if (charge->value.per == RentPer::Month) {
        const Pence charged = partOfNights(amount, night.day() - 1, night.day(), night.daysInMonth());
        return {charge, charged, Pence{charged.value - std::min(charged, partOfWeek(covered, place, place + 1)).value}};
    }
    const Pence theirs{amount.value - std::min(amount, covered).value};
    return {charge, partOfWeek(amount, place, place + 1), partOfWeek(theirs, place, place + 1)};
}

void addNight(RentWeek &week, const RentFacts &facts, QDate night)
{
    const NightCharge one = chargeOfNight(facts, week.begins, night);
    if (!one.charge)
        return;
    ++week.nights;
    week.charge.value += one.charged.value;
    week.own.value += one.own.value;
    week.benefit.value += one.charged.value - one.own.value;
}

/// Whether the night goes on with what the line is about: the same week, or the same calendar month.
bool goesOn(const RentEntry &entry, RentPer per, QDate night, RentWeekday begins)
{
    if (entry.per != per)
        return false;
    return per == RentPer::Month ? entry.on.year() == night.year() && entry.on.month() == night.month()
                                 : rentWeekOf(entry.on, begins) == rentWeekOf(night, begins);
}

QList<RentEntry> chargesUntil(const RentFacts &facts, QDate first, QDate on)
{
    QList<RentEntry> entries;
    for (QDate night = first; night < on; night = night.addDays(1)) {
        const NightCharge one = chargeOfNight(facts, rentWeekOf(night, facts.weekBegins), night);
        if (!one.charge)
            continue;
        if (entries.isEmpty() || !goesOn(entries.last(), one.charge->value.per, night, facts.weekBegins)) {
            RentEntry begun;
            begun.per = one.charge->value.per;
            begun.from = night;
            entries.append(begun);
        }
        RentEntry &entry = entries.last();
        entry.on = night;
        ++entry.nights;
        entry.charge.value += one.charged.value;
        entry.own.value += one.own.value;
        entry.benefit.value += one.charged.value - one.own.value;
    }
    return entries;
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

Pence partOfNights(Pence amount, int first, int last, int nights) { return {amount.value * last / nights - amount.value * first / nights}; }

Pence partOfWeek(Pence weekly, int first, int last) { return partOfNights(weekly, first, last, 7); }

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

QList<RentEntry> rentEntries(const RentFacts &facts, QDate on)
{
    const QDate first = firstDayOf(facts, on);
    if (!first.isValid())
        return {};
    QList<RentEntry> entries = chargesUntil(facts, first, on);
    for (const Kept<RentPayment> &payment : facts.payments) {
        if (payment.value.paidOn > on)
            continue;
        RentEntry entry;
        entry.on = payment.value.paidOn;
        entry.payment = payment.id;
        entry.how = payment.value.how;
        entry.note = payment.value.note;
        entry.paid = payment.value.amount;
        entries.append(entry);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const RentEntry &a, const RentEntry &b) {
        const auto rank = [](const RentEntry &entry) { return std::tuple(entry.on, !entry.isPayment(), entry.payment.value); };
        return rank(a) < rank(b);
    });
    qint64 owed = 0;
    for (RentEntry &entry : entries) {
        owed += entry.own.value - entry.paid.value;
        entry.balance = Pence{owed};
    }
    return entries;
}

Pence arrearsOn(const RentFacts &facts, QDate on)
{
    const QList<RentWeek> weeks = rentLedger(facts, on);
    return weeks.isEmpty() ? Pence() : weeks.last().arrears;
}

namespace {

bool hasNightIn(const RentFacts &facts, const Nights &week)
{
    return std::any_of(
        facts.nights.cbegin(), facts.nights.cend(), [&week](const Nights &stay) { return firstCommonNight(stay, week).has_value(); });
}

} // namespace

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
        if (!hasNightIn(facts, {begins, begins.addDays(7)}))
            continue;
        agreed += arrangement.weekly.value;
        const qint64 tooMuch = owedBefore(begins.addDays(7)) - std::max<qint64>(0, atFirst - agreed);
        arranged.append({begins, tooMuch <= 0, Pence{std::max<qint64>(0, tooMuch)}});
    }
    return arranged;
}

} // namespace keywork
