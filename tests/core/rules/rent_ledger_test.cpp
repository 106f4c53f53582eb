// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rent_ledger.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>
#include <numeric>

namespace keywork::test::rent_ledger_test {

using namespace Qt::StringLiterals;

namespace {

QDate day(int year, int month, int date) { return QDate(year, month, date); }

template <class T> Kept<T> kept(qint64 id, const T &value)
{
    Kept<T> made;
    made.id = Id<T>{id};
    made.value = value;
    return made;
}

Kept<RentCharge> charge(qint64 id, QDate from, qint64 pence, std::optional<QDate> until = {})
{
    return kept(id, RentCharge{{1}, from, until, Pence{pence}, {}});
}

Kept<RentCharge> monthly(qint64 id, QDate from, qint64 pence, std::optional<QDate> until = {})
{
    auto made = charge(id, from, pence, until);
    made.value.per = RentPer::Month;
    return made;
}

Kept<HousingBenefit> award(qint64 id, QDate from, qint64 pence)
{
    HousingBenefit benefit;
    benefit.personId = {1};
    benefit.state = BenefitState::Awarded;
    benefit.asOf = from;
    benefit.awardedFrom = from;
    benefit.weekly = Pence{pence};
    return kept(id, benefit);
}

Kept<RentPayment> paid(qint64 id, QDate on, qint64 pence)
{
    RentPayment payment;
    payment.personId = {1};
    payment.paidOn = on;
    payment.amount = Pence{pence};
    return kept(id, payment);
}

ArrearsArrangement arrangement(QDate from, qint64 pence, std::optional<QDate> until = {})
{
    ArrearsArrangement made;
    made.personId = {1};
    made.fromOn = from;
    made.weekly = Pence{pence};
    made.untilOn = until;
    return made;
}

const QDate kMonday = day(2026, 8, 3);

/// Here since Monday 3 August 2026, at £70 a week: £10 a night.
RentFacts here(std::optional<QDate> left = {})
{
    RentFacts facts;
    facts.nights = {{kMonday, left}};
    facts.charges = {charge(1, kMonday, 70'00)};
    return facts;
}

} // namespace

TEST_CASE("The first n nights of a week bear n sevenths of it, and all parts together are the week, whatever the pence")
{
    CHECK(partOfWeek({70'00}, 0, 7) == Pence{70'00});
    CHECK(partOfWeek({70'00}, 2, 3) == Pence{10'00});
    CHECK(partOfWeek({100}, 0, 3) == Pence{42}); // 42.86: no whole penny more
    CHECK(partOfWeek({100}, 3, 7) == Pence{58});
    CHECK(partOfWeek({1}, 0, 6) == Pence{0});
    CHECK(partOfWeek({1}, 6, 7) == Pence{1});
    QRandomGenerator random(20260803);
    for (int round = 0; round < 2'000; ++round) {
        const Pence weekly{random.bounded(300'000)};
        const int one = random.bounded(8);
        const int other = random.bounded(8);
        const auto [first, last] = std::minmax(one, other);
        CHECK(
            partOfWeek(weekly, 0, first).value + partOfWeek(weekly, first, last).value + partOfWeek(weekly, last, 7).value == weekly.value);
        qint64 nights = 0;
        for (int night = 0; night < 7; ++night)
            nights += partOfWeek(weekly, night, night + 1).value;
        CHECK(nights == weekly.value);
    }
}

TEST_CASE("A calendar month's amount falls on its own nights, and they add up to it to the penny")
{
    struct Case {
        const char *what;
        QDate from;
        qint64 pence;
        QDate on;
        qint64 owed;
    };
    for (const Case &one : {Case{"all of September", day(2026, 9, 1), 300'00, day(2026, 10, 1), 300'00},
             Case{"a tenth of September after three nights", day(2026, 9, 1), 300'00, day(2026, 9, 4), 30'00},
             Case{"from the 21st: ten of its thirty nights", day(2026, 9, 21), 300'00, day(2026, 10, 1), 100'00},
             Case{"all of February", day(2027, 2, 1), 300'00, day(2027, 3, 1), 300'00},
             Case{"half of February", day(2027, 2, 1), 300'00, day(2027, 2, 15), 150'00},
             Case{"all of February in a leap year", day(2028, 2, 1), 290'00, day(2028, 3, 1), 290'00},
             Case{"a night of it", day(2028, 2, 29), 290'00, day(2028, 3, 1), 10'00},
             Case{"a year is twelve months", day(2026, 9, 1), 333'33, day(2027, 9, 1), 12 * 333'33},
             Case{"no whole penny more than the nights that are over", day(2026, 10, 1), 1'00, day(2026, 10, 2), 3}}) {
        RentFacts facts;
        facts.nights = {{one.from, {}}};
        facts.charges = {monthly(1, one.from, one.pence)};
        INFO(one.what);
        CHECK(arrearsOn(facts, one.on) == Pence{one.owed});
        for (int weekday = 0; weekday < 7; ++weekday) { // on whichever day a week begins
            facts.weekBegins = RentWeekday(weekday);
            CHECK(arrearsOn(facts, one.on) == Pence{one.owed});
        }
    }
}

TEST_CASE("From weeks to a month: each night costs what holds on it, and Housing Benefit covers both by the week")
{
    RentFacts facts = here(); // £10 a night
    facts.charges.append(monthly(2, day(2026, 9, 1), 300'00)); // £10 a night, too, since September has thirty
    CHECK(arrearsOn(facts, day(2026, 9, 11)) == Pence{39 * 10'00});
    facts.benefits = {award(1, kMonday, 63'00)}; // £9 a night
    CHECK(arrearsOn(facts, day(2026, 9, 11)) == Pence{39 * 1'00});
    facts.benefits = {award(1, kMonday, 700'00)}; // never more than the charge
    CHECK(arrearsOn(facts, day(2026, 9, 11)) == Pence{0});
}

TEST_CASE("The account has a line a week or month with its last night, and one a payment, with what is owed after it")
{
    RentFacts facts = here(day(2026, 9, 21));
    facts.charges = {charge(1, kMonday, 70'00, day(2026, 8, 31)), monthly(2, day(2026, 9, 1), 300'00)};
    facts.benefits = {award(1, kMonday, 35'00)};
    facts.payments = {paid(1, kMonday.addDays(6), 20'00), paid(2, day(2026, 9, 3), 100'00)};
    const auto entries = rentEntries(facts, day(2026, 10, 5));
    struct Line {
        QDate on;
        QDate from;
        int nights;
        qint64 charge, benefit, own, paid, balance;
    };
    const Line wanted[] = {
        {kMonday.addDays(6), {}, 0, 0, 0, 0, 20'00, -20'00}, // on one day the payment stands before the night
        {kMonday.addDays(6), kMonday, 7, 70'00, 35'00, 35'00, 0, 15'00},
        {kMonday.addDays(13), kMonday.addDays(7), 7, 70'00, 35'00, 35'00, 0, 50'00},
        {kMonday.addDays(20), kMonday.addDays(14), 7, 70'00, 35'00, 35'00, 0, 85'00},
        {kMonday.addDays(27), kMonday.addDays(21), 7, 70'00, 35'00, 35'00, 0, 120'00},
        {day(2026, 8, 31), day(2026, 8, 31), 1, 10'00, 5'00, 5'00, 0, 125'00},
        {day(2026, 9, 3), {}, 0, 0, 0, 0, 100'00, 25'00},
        {day(2026, 9, 20), day(2026, 9, 1), 20, 200'00, 100'00, 100'00, 0, 125'00},
    };
    REQUIRE(entries.size() == qsizetype(std::size(wanted)));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const RentEntry &entry = entries.at(i);
        const Line &line = wanted[i];
        INFO("line " << i << " on " << entry.on.toString(Qt::ISODate).toStdString());
        CHECK(entry.on == line.on);
        CHECK(entry.from == line.from);
        CHECK(entry.nights == line.nights);
        CHECK(entry.charge == Pence{line.charge});
        CHECK(entry.benefit == Pence{line.benefit});
        CHECK(entry.own == Pence{line.own});
        CHECK(entry.paid == Pence{line.paid});
        CHECK(entry.balance == Pence{line.balance});
    }
    CHECK(rentEntries({}, kMonday).isEmpty());
}

TEST_CASE("A week begins on the house's day")
{
    CHECK(rentWeekOf(day(2026, 9, 14), RentWeekday::Monday) == day(2026, 9, 14));
    CHECK(rentWeekOf(day(2026, 9, 20), RentWeekday::Monday) == day(2026, 9, 14));
    CHECK(rentWeekOf(day(2026, 9, 14), RentWeekday::Sunday) == day(2026, 9, 13));
    CHECK(rentWeekOf(day(2027, 1, 1), RentWeekday::Monday) == day(2026, 12, 28)); // a Friday
    CHECK(rentWeekOf(day(2027, 1, 1), RentWeekday::Friday) == day(2027, 1, 1));
}

TEST_CASE("What is owed on a day is what the nights before it cost, less what was paid by then")
{
    const struct {
        const char *what;
        RentFacts facts;
        QDate on;
        qint64 owed;
    } cases[] = {
        {"on the day of arrival nothing", here(), kMonday, 0},
        {"after one night a seventh", here(), kMonday.addDays(1), 10'00},
        {"after a week the week", here(), kMonday.addDays(7), 70'00},
        {"over the end of the year the same", here(), day(2027, 1, 4), 22 * 70'00},
        {"the day of leaving has no night", here(kMonday.addDays(3)), kMonday.addDays(30), 30'00},
        {"arrived and left on one day is no night", here(kMonday), kMonday.addDays(7), 0},
        {"without a charge nothing",
            [] {
                RentFacts facts = here();
                facts.charges.clear();
                return facts;
            }(),
            day(2026, 12, 1), 0},
        {"without a room nothing",
            [] {
                RentFacts facts = here();
                facts.nights.clear();
                return facts;
            }(),
            day(2026, 12, 1), 0},
        {"arrived within a week: from that night on",
            [] {
                RentFacts facts = here();
                facts.nights = {{kMonday.addDays(4), {}}};
                return facts;
            }(),
            kMonday.addDays(7), 30'00},
        {"another charge within a week, from its night on",
            [] {
                RentFacts facts = here();
                facts.charges.append(charge(2, kMonday.addDays(5), 140'00));
                return facts;
            }(),
            kMonday.addDays(7), 5 * 10'00 + 2 * 20'00},
        {"a charge that ended: its last day is charged",
            [] {
                RentFacts facts = here();
                facts.charges = {charge(1, kMonday, 70'00, kMonday.addDays(1))};
                return facts;
            }(),
            day(2026, 12, 1), 20'00},
        {"two charges from one day: the one that was entered later",
            [] {
                RentFacts facts = here();
                facts.charges.append(charge(2, kMonday, 7'00));
                return facts;
            }(),
            kMonday.addDays(7), 7'00},
        {"two stays, nothing between them",
            [] {
                RentFacts facts = here();
                facts.nights = {{kMonday, kMonday.addDays(2)}, {kMonday.addDays(20), kMonday.addDays(23)}};
                return facts;
            }(),
            day(2026, 12, 1), 50'00},
        {"paid on the day itself counts",
            [] {
                RentFacts facts = here();
                facts.payments = {paid(1, kMonday.addDays(7), 50'00), paid(2, kMonday.addDays(8), 50'00)};
                return facts;
            }(),
            kMonday.addDays(7), 20'00},
        {"paid ahead is below zero",
            [] {
                RentFacts facts = here();
                facts.payments = {paid(1, kMonday.addDays(-3), 50'00)};
                return facts;
            }(),
            kMonday, -50'00},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        CHECK(arrearsOn(one.facts, one.on) == Pence{one.owed});
    }
}

TEST_CASE("Housing Benefit covers nights by its award: from its first day, not while suspended, not once ended, never more than the charge")
{
    const auto owed = [](const QList<Kept<HousingBenefit>> &benefits, QDate on = kMonday.addDays(14)) {
        RentFacts facts = here();
        facts.benefits = benefits;
        return arrearsOn(facts, on).value;
    };
    CHECK(owed({}) == 140'00);
    CHECK(owed({award(1, kMonday, 63'00)}) == 14'00);
    CHECK(owed({award(1, kMonday, 100'00)}) == 0);
    CHECK(owed({award(1, kMonday.addDays(7), 63'00)}) == 70'00 + 7'00);
    auto claim = award(1, kMonday, 63'00);
    claim.value.state = BenefitState::Suspended;
    claim.value.suspendedOn = kMonday.addDays(7);
    CHECK(owed({claim}) == 7'00 + 70'00);
    claim.value.state = BenefitState::Awarded; // lifted: the weeks are covered after all
    CHECK(owed({claim}) == 14'00);
    claim.value.state = BenefitState::Ended;
    claim.value.endedOn = kMonday.addDays(9);
    CHECK(owed({claim}) == 9 * 1'00 + 5 * 10'00);
    CHECK(owed({claim, award(2, kMonday.addDays(10), 70'00)}) == 9 * 1'00 + 10'00); // another award counts from its day on
    claim.value.state = BenefitState::Applied;
    CHECK(owed({claim}) == 140'00);
    RentFacts facts = here();
    facts.benefits = {award(1, kMonday, 63'00)};
    CHECK(coveredOn(facts, kMonday) == Pence{63'00});
    CHECK(coveredOn(facts, kMonday.addDays(-1)) == Pence());
}

TEST_CASE("The ledger has every week without gaps, and its last line is what is owed")
{
    RentFacts facts = here(kMonday.addDays(9));
    facts.benefits = {award(1, kMonday, 35'00)};
    facts.payments = {paid(1, kMonday.addDays(15), 20'00)};
    const auto weeks = rentLedger(facts, kMonday.addDays(22));
    REQUIRE(weeks.size() == 4);
    CHECK(weeks.at(0) == RentWeek{kMonday, 7, {70'00}, {35'00}, {35'00}, {0}, {35'00}});
    CHECK(weeks.at(1) == RentWeek{kMonday.addDays(7), 2, {20'00}, {10'00}, {10'00}, {0}, {45'00}});
    CHECK(weeks.at(2) == RentWeek{kMonday.addDays(14), 0, {0}, {0}, {0}, {20'00}, {25'00}});
    CHECK(weeks.at(3) == RentWeek{kMonday.addDays(21), 0, {0}, {0}, {0}, {0}, {25'00}});
    CHECK(rentLedger({}, kMonday).isEmpty());
    CHECK(arrearsOn({}, kMonday) == Pence());
}

TEST_CASE("A week of an arrangement is kept when no more is owed than was to be left by then")
{
    RentFacts facts = here();
    facts.benefits = {award(1, kMonday, 60'00)}; // £10 a week is theirs; £40 are owed on Monday the 31st
    const QDate from = day(2026, 8, 31);
    const auto weeks = [&](const QList<Kept<RentPayment>> &payments, int after = 14, std::optional<QDate> until = {}) {
        RentFacts with = facts;
        with.payments = payments;
        return arrangedWeeks(with, arrangement(from, 5'00, until), from.addDays(after));
    };
    CHECK(weeks({}, 6).isEmpty()); // no whole week is over
    CHECK(weeks({}) == QList<ArrangedWeek>{{from, false, {15'00}}, {from.addDays(7), false, {30'00}}});
    CHECK(weeks({paid(1, from.addDays(1), 15'00), paid(2, from.addDays(8), 15'00)})
        == QList<ArrangedWeek>{{from, true, {0}}, {from.addDays(7), true, {0}}});
    CHECK(weeks({paid(1, from.addDays(1), 30'00)}).last().kept); // ahead
    CHECK(
        weeks({paid(1, from.addDays(8), 30'00)}) == QList<ArrangedWeek>{{from, false, {15'00}}, {from.addDays(7), true, {0}}}); // caught up
    CHECK(weeks({paid(1, from.addDays(1), 14'99)}).first() == ArrangedWeek{from, false, {1}});
    CHECK(weeks({paid(1, from.addDays(1), 15'00)}, 30, from.addDays(13)).size() == 2); // it ended
    // Everything is paid off: the week's own part is all that is asked.
    CHECK(weeks({paid(1, from.addDays(1), 50'00), paid(2, from.addDays(8), 10'00)}).last().kept);
    // Agreed on a Wednesday: the first whole week begins on the Monday after.
    CHECK(arrangedWeeks(facts, arrangement(from.addDays(2), 5'00), from.addDays(14)).first().begins == from.addDays(7));
    CHECK(arrangedWeeks(facts, arrangement({}, 5'00), from).isEmpty());
}

TEST_CASE("The weeks after somebody left are no weeks of an arrangement, and those after they came back are")
{
    const QDate from = day(2026, 8, 31);
    RentFacts facts = here(from.addDays(9)); // in the second week
    const auto begins = [&](int after) {
        QList<QDate> days;
        for (const ArrangedWeek &week : arrangedWeeks(facts, arrangement(from, 5'00), from.addDays(after)))
            days.append(week.begins);
        return days;
    };
    CHECK(begins(70) == QList<QDate>{from, from.addDays(7)});
    facts.nights.append({from.addDays(28), {}});
    CHECK(begins(42) == QList<QDate>{from, from.addDays(7), from.addDays(28), from.addDays(35)});
}

TEST_CASE("What counts on a day is what began last")
{
    RentFacts facts = here();
    facts.charges.append(charge(2, kMonday.addDays(10), 80'00));
    CHECK(chargeOn(facts, kMonday.addDays(9))->id.value == 1);
    CHECK(chargeOn(facts, kMonday.addDays(10))->id.value == 2);
    CHECK_FALSE(chargeOn(facts, kMonday.addDays(-1)));
    CHECK_FALSE(latestWordOn(facts, kMonday));
    facts.benefits = {award(1, kMonday, 60'00)};
    CHECK(latestWordOn(facts, kMonday)->id.value == 1);
    facts.arrangements = {kept(1, arrangement(kMonday, 5'00, kMonday.addDays(6)))};
    CHECK(arrangementOn(facts, kMonday.addDays(6)));
    CHECK_FALSE(arrangementOn(facts, kMonday.addDays(7)));
}

TEST_CASE("The order in which things were entered never matters to the sums, and the weeks add up to what is owed")
{
    QRandomGenerator random(20260914);
    const auto shuffle = [&random](auto &list) { std::shuffle(list.begin(), list.end(), random); };
    for (int round = 0; round < 60; ++round) {
        RentFacts facts;
        facts.weekBegins = RentWeekday(random.bounded(7));
        QDate from = kMonday.addDays(random.bounded(40));
        for (int stays = random.bounded(3); stays >= 0; --stays) {
            const QDate until = from.addDays(random.bounded(90));
            facts.nights.append({from, until});
            from = until.addDays(random.bounded(30));
        }
        for (int i = 1; i <= 4; ++i) {
            facts.charges.append(charge(i, kMonday.addDays(random.bounded(120)), 1 + random.bounded(30'000)));
            if (random.bounded(3) == 0)
                facts.charges.last().value.per = RentPer::Month;
            facts.payments.append(paid(i, kMonday.addDays(random.bounded(200)), 1 + random.bounded(20'000)));
            auto claim = award(i, kMonday.addDays(random.bounded(120)), 10 + random.bounded(30'000));
            if (random.bounded(3) == 0) {
                claim.value.state = BenefitState::Suspended;
                claim.value.suspendedOn = claim.value.awardedFrom->addDays(random.bounded(60));
            }
            facts.benefits.append(claim);
        }
        const QDate on = kMonday.addDays(random.bounded(260));
        const auto weeks = rentLedger(facts, on);
        qint64 owed = 0;
        QDate next;
        for (const RentWeek &week : weeks) {
            CHECK((!next.isValid() || week.begins == next));
            next = week.begins.addDays(7);
            CHECK(week.charge.value == week.benefit.value + week.own.value);
            CHECK(week.own >= Pence());
            CHECK(week.benefit >= Pence());
            CHECK(week.nights <= 7);
            owed += week.own.value - week.paid.value;
            CHECK(week.arrears == Pence{owed});
        }
        CHECK(arrearsOn(facts, on) == Pence{owed});
        const auto entries = rentEntries(facts, on);
        CHECK((entries.isEmpty() ? Pence() : entries.last().balance) == Pence{owed});
        CHECK(std::is_sorted(entries.cbegin(), entries.cend(), [](const RentEntry &a, const RentEntry &b) { return a.on < b.on; }));
        const auto sumOf = [&](Pence RentEntry::*part) {
            return std::accumulate(
                entries.cbegin(), entries.cend(), qint64(0), [part](qint64 sum, const RentEntry &one) { return sum + (one.*part).value; });
        };
        const auto sumOfWeeks = [&](Pence RentWeek::*part) {
            return std::accumulate(
                weeks.cbegin(), weeks.cend(), qint64(0), [part](qint64 sum, const RentWeek &one) { return sum + (one.*part).value; });
        };
        CHECK(sumOf(&RentEntry::charge) == sumOfWeeks(&RentWeek::charge));
        CHECK(sumOf(&RentEntry::own) == sumOfWeeks(&RentWeek::own));
        CHECK(sumOf(&RentEntry::paid) == sumOfWeeks(&RentWeek::paid));
        RentFacts other = facts;
        shuffle(other.nights);
        shuffle(other.charges);
        shuffle(other.benefits);
        shuffle(other.payments);
        CHECK(rentLedger(other, on) == weeks);
        CHECK(rentEntries(other, on) == entries);
        CHECK(arrangedWeeks(other, arrangement(kMonday.addDays(30), 5'00), on)
            == arrangedWeeks(facts, arrangement(kMonday.addDays(30), 5'00), on));
    }
}

} // namespace keywork::test::rent_ledger_test
