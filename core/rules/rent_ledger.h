// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/house.h"
#include "core/domain/money.h"
#include "core/domain/stay.h"

namespace keywork {

// The ledger of the service charge. All of it is a house rule, shown as such:
// - A week begins on the house's rent weekday. A night is charged when they have a room here that night (the day of arrival
//   is the first, the day of leaving has none) and a charge covers it; of several charges the one that began last counts,
//   of two that began on one day the one that was entered later (a new one on a day of another is not kept).
// - Of a week's amount each night bears a part by its place in the week: the first n nights together bear n sevenths, less
//   what is no whole penny. So parts of a week always add up to the week, whoever adds them and wherever it is cut.
//   A calendar month's amount falls on its nights in the same way, by its own 28 to 31; the ledger still shows weeks.
// - Housing Benefit covers a night as its award says, up to the whole charge, while it is neither suspended nor ended,
//   whenever it is paid; another award counts from its day on. What is left is theirs.
// - Nothing is owed for a night before it is over: on a day, the nights before it count and the payments up to it.

/// A week's amount as it falls on the nights from `first` until before `last`, counted 0 to 7 from the week's beginning.
Pence partOfWeek(Pence weekly, int first, int last);

/// The same of any number of nights.
Pence partOfNights(Pence amount, int first, int last, int nights);

/// What the ledger is made from. The order within the lists never matters.
struct RentFacts {
    RentWeekday weekBegins = RentWeekday::Monday;
    QList<Nights> nights; ///< the times that they had a room here
    QList<Kept<RentCharge>> charges;
    QList<Kept<HousingBenefit>> benefits;
    QList<Kept<RentPayment>> payments;
    QList<Kept<ArrearsArrangement>> arrangements;
};

/// A week of the ledger, or as much of it as is over.
struct RentWeek {
    QDate begins;
    int nights = 0; ///< charged ones
    Pence charge;
    Pence benefit;
    Pence own; ///< charge less benefit
    Pence paid;
    Pence arrears; ///< at the end of it; below zero: paid ahead
    bool operator==(const RentWeek &) const = default;
};

/// From the first week with a night or a payment to the week of `on`, without gaps; empty while there is neither. What they
/// paid on the day itself counts.
QList<RentWeek> rentLedger(const RentFacts &facts, QDate on);
/// A line of the account: a week's or month's charge so far, on its last night, or a payment on its day.
struct RentEntry {
    QDate on;
    Id<RentPayment> payment; ///< none: a charge
    Choice how = {}; ///< of a payment
    QString note = {};
    RentPer per = RentPer::Week;
    QDate from; ///< the first night of a charge; `on` is its last
    int nights = 0;
    Pence charge; ///< all of it
    Pence benefit;
    Pence own; ///< charge less benefit
    Pence paid;
    Pence balance; ///< owed after this line; below zero: paid ahead
    bool isPayment() const { return bool(payment); }
    bool operator==(const RentEntry &) const = default;
};
/// The account line by line, the earliest first; the last balance is what is owed on the day. On one day payments stand before
/// the night, which is over the next morning.
QList<RentEntry> rentEntries(const RentFacts &facts, QDate on);
/// What they owe on the day; below zero: paid ahead.
Pence arrearsOn(const RentFacts &facts, QDate on);
/// The first day of the week of the ledger that the day is in.
QDate rentWeekOf(QDate day, RentWeekday begins);

/// The charge, and the claim, that count on the day; null when there is none. A claim counts once it covers something.
const Kept<RentCharge> *chargeOn(const RentFacts &facts, QDate day);
const Kept<HousingBenefit> *awardOn(const RentFacts &facts, QDate day);
/// What Housing Benefit covers a week, as it stands on the day; zero while nothing does.
Pence coveredOn(const RentFacts &facts, QDate day);
/// What is known of a claim on the day: the latest word; null when nobody asked.
const Kept<HousingBenefit> *latestWordOn(const RentFacts &facts, QDate day);
/// The arrangement that holds on the day; the one that began last.
const Kept<ArrearsArrangement> *arrangementOn(const RentFacts &facts, QDate day);

/// A whole week of an arrangement that is over.
struct ArrangedWeek {
    QDate begins;
    bool kept = false;
    Pence shortBy; ///< zero when it was kept
    bool operator==(const ArrangedWeek &) const = default;
};

/// The whole weeks of the arrangement that are over on the day, the first one first. A week is kept when no more is owed at
/// its end than was to be left by then: what was owed when the first of these weeks began, less the agreed amount for each
/// week since, never below nothing. A week without a night here is none of them: who left may still pay, and nothing is counted.
/// So paying ahead keeps the weeks to come, and who caught up is on time again (house rule).
QList<ArrangedWeek> arrangedWeeks(const RentFacts &facts, const ArrearsArrangement &arrangement, QDate on);

} // namespace keywork
