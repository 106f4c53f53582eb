// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// What a court ordered, or a licence: a drug rehabilitation requirement of two years, say (W, case study 2).
struct CourtOrder {
    Id<Person> personId;
    Choice kind;
    QString court;
    QDate fromOn;
    std::optional<QDate> untilOn;
    Id<Agency> agencyId; ///< probation, or whoever else it is kept with
    QString officer; ///< name and telephone
    QString contactsWanted; ///< how often they are to be seen, in words
    QString conditions;
    QString notes;

    bool holdsOn(QDate day) const { return fromOn <= day && (!untilOn || day <= *untilOn); }
    bool operator==(const CourtOrder &) const = default;
};

/// One requirement of an order.
struct OrderRequirement {
    Id<CourtOrder> courtOrderId;
    Id<Person> personId;
    Choice kind;
    QString what;
    QDate fromOn;
    std::optional<QDate> untilOn;
    std::optional<QDate> reviewOn; ///< the next review
    QString reviews; ///< what the reviews so far said
    std::optional<qint64> contactsWanted; ///< until now
    std::optional<qint64> contactsKept; ///< of these

    bool operator==(const OrderRequirement &) const = default;
};

/// A day in court.
struct Hearing {
    Id<Person> personId;
    QDateTime startsAt;
    QString court;
    QString why;
    QString solicitor; ///< name and telephone
    QString goesAlong;
    QString outcome; ///< empty: not known yet
    std::optional<QDate> nextOn; ///< put off until

    bool operator==(const Hearing &) const = default;
};

/// A tag and its hours: when they have to be in, so that nobody plans anything else.
struct ElectronicTag {
    Id<Person> personId;
    Choice kind;
    QDate fromOn;
    std::optional<QDate> untilOn;
    std::optional<QTime> inFrom; ///< on the house's clocks; past midnight when it is later than inUntil
    std::optional<QTime> inUntil;
    QString days; ///< when not every day
    QString company; ///< name and telephone

    bool operator==(const ElectronicTag &) const = default;
};

/// An offence of the past, and only when it matters for somebody's safety now.
struct PastOffence {
    Id<Person> personId;
    QString what;
    std::optional<PartialDate> whenItWas;
    QString whyItMatters;
    QString whatHelps;
    std::optional<QDate> reviewOn; ///< whether it still matters

    bool operator==(const PastOffence &) const = default;
};

/// A time in custody. Coming out, tolerance is lower: whether the substitute dose was given there is asked each time.
struct CustodySpell {
    Id<Person> personId;
    QDate fromOn;
    std::optional<QDate> untilOn; ///< none: still there
    QString place;
    QString reason;
    Choice doseGiven; ///< of `dose_given_there`: yes, no, not_known, no_dose; empty: not asked yet
    QString doseNote; ///< last dose there, and who said so

    bool operator==(const CustodySpell &) const = default;
};

} // namespace keywork
