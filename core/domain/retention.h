// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// What is kept for how long. The years count from the day the last stay ended, or from the decision.
enum class RetentionClass { Resident, NotTakenIn, ReferralIn };
template <> struct Codes<RetentionClass> {
    static constexpr const char *list = "retention_class";
    static constexpr std::array options{
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "Record of somebody who lived here")},
        FixedOption{"not_taken_in", QT_TRANSLATE_NOOP("record", "Record of somebody who never moved in")},
        FixedOption{"referral_in", QT_TRANSLATE_NOOP("record", "Referral to us, decided")},
    };
};

/// How long a kind of record is kept; the newest rule holds, and without one the default (core/rules/retention).
struct RetentionRule {
    RetentionClass what = RetentionClass::Resident;
    qint64 years = 6;
    QString why;
    bool operator==(const RetentionRule &) const = default;
};

/// A record that may not be erased for now: a court, a complaint, an inquest.
struct RetentionHold {
    Id<Person> personId;
    QString why;
    QDate fromOn;
    std::optional<QDate> untilOn;
    bool holdsOn(QDate day) const { return holdsWithin(day, day); }
    /// On any day of these: while nobody knows which day it is, nothing is erased that may be held.
    bool holdsWithin(QDate first, QDate last) const { return fromOn <= last && (!untilOn || first < *untilOn); }
    bool operator==(const RetentionHold &) const = default;
};

enum class ErasureWhy { Retention, TheirWish, KeptInError };
template <> struct Codes<ErasureWhy> {
    static constexpr const char *list = "erasure_why";
    static constexpr std::array options{
        FixedOption{"retention", QT_TRANSLATE_NOOP("record", "Its time has passed")},
        FixedOption{"their_wish", QT_TRANSLATE_NOOP("record", "The person asked for it")},
        FixedOption{"kept_in_error", QT_TRANSLATE_NOOP("record", "It should not have been kept")},
    };
};

/// The erasure of one record: proposed by one, approved by another, and then the certificate. Holds no personal data:
/// a number that leads nowhere any more, and counts.
struct Erasure {
    RetentionClass what = RetentionClass::Resident;
    qint64 record = 0; ///< the person's id, or that of the referral in
    QString number; ///< P-0031
    ErasureWhy why = ErasureWhy::Retention;
    QDate dueOn; ///< since when its time had passed; the day of asking otherwise
    Id<Staff> approvedBy;
    std::optional<QDateTime> erasedAt;
    qint64 records = 0; ///< rows that are gone
    qint64 entries = 0; ///< entries of the history whose words are gone
    bool operator==(const Erasure &) const = default;
};

/// One record that is gone for good: what a restored older file has to lose again.
struct ErasedRecord {
    QString kind; ///< person, referral_in
    qint64 record = 0;
    std::optional<qint64> version = {}; ///< of a row that only names were taken out of: what stands there now; 0: nothing
    bool operator==(const ErasedRecord &) const = default;
};

} // namespace keywork
