// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// What an amount is for. A calendar month's falls on the nights of that month, however many it has.
enum class RentPer { Week, Month };

template <> struct Codes<RentPer> {
    static constexpr const char *list = "rent_per";
    static constexpr std::array options{
        FixedOption{"week", QT_TRANSLATE_NOOP("record", "A week")},
        FixedOption{"month", QT_TRANSLATE_NOOP("record", "A calendar month")},
    };
};

/// What a resident's room costs from a day on, all of it, before any benefit. The one that began last counts.
struct RentCharge {
    Id<Person> personId;
    QDate fromOn;
    std::optional<QDate> untilOn; ///< the last day of it; none: still
    Pence amount; ///< of each week, or of each calendar month
    QString note;
    RentPer per = RentPer::Week;

    bool operator==(const RentCharge &) const = default;
};

/// Something paid towards it by whoever lives here, or for them. What Housing Benefit covers is no payment: the ledger
/// takes it from the award.
struct RentPayment {
    Id<Person> personId;
    QDate paidOn;
    Pence amount;
    Choice how;
    std::optional<QDate> fromOn; ///< the days it was meant for, as they said; the ledger takes it for what is owed longest
    std::optional<QDate> untilOn;
    QString note;

    bool operator==(const RentPayment &) const = default;
};

/// Where a claim stands. "Not claimed" is an answer, too: they pay themselves, or may not claim.
enum class BenefitState { Applied, Awarded, Suspended, Ended, NotClaimed };

template <> struct Codes<BenefitState> {
    static constexpr const char *list = "benefit_state";
    static constexpr std::array options{
        FixedOption{"applied", QT_TRANSLATE_NOOP("record", "Applied for, not decided yet")},
        FixedOption{"awarded", QT_TRANSLATE_NOOP("record", "Awarded")},
        FixedOption{"suspended", QT_TRANSLATE_NOOP("record", "Suspended")},
        FixedOption{"ended", QT_TRANSLATE_NOOP("record", "Ended, or not granted")},
        FixedOption{"not_claimed", QT_TRANSLATE_NOOP("record", "Not claimed: pays themselves, or may not claim")},
    };
};

/// A claim for Housing Benefit; another amount is another record, which counts from its day on. Of a suspension that was
/// lifted nothing stays: the claim is "awarded" again, and its weeks are covered after all.
struct HousingBenefit {
    Id<Person> personId;
    BenefitState state = BenefitState::Applied;
    QDate asOf; ///< since when we know it so
    QString reference;
    std::optional<Pence> weekly;
    std::optional<QDate> awardedFrom;
    std::optional<QDate> suspendedOn; ///< the first day that is not covered
    std::optional<QDate> endedOn; ///< the first day that is not covered any more
    QString note;

    bool operator==(const HousingBenefit &) const = default;
};

/// What was agreed about arrears: so much a week besides what each week costs.
struct ArrearsArrangement {
    Id<Person> personId;
    QDate fromOn;
    Pence weekly;
    Choice agreedHow;
    QString agreedWith; ///< who of the team, or of the council
    std::optional<QDate> untilOn; ///< the last day of it; none: until nothing is owed
    QString note;

    bool operator==(const ArrearsArrangement &) const = default;
};

/// Something that a resident owes to anybody, as far as they told it.
struct Debt {
    Id<Person> personId;
    Choice creditorKind;
    QString creditor; ///< who, in their words
    std::optional<Pence> amount; ///< none: not known
    Choice known; ///< as told, or a paper was seen
    Choice priority; ///< yes, no, not known
    QString adviser;
    QString arrangement; ///< what was agreed about it
    std::optional<QDate> settledOn;
    QString note;

    bool operator==(const Debt &) const = default;
};

/// For a debt of this kind: what it tells of besides money.
std::optional<Category> debtTells(const QString &creditorKind);

} // namespace keywork
