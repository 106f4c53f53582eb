// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

enum class AgreementState { Given, InPart, Refused, CouldNotDecide, Withdrawn };
template <> struct Codes<AgreementState> {
    static constexpr const char *list = "agreement_state";
    static constexpr std::array options{
        FixedOption{"given", QT_TRANSLATE_NOOP("record", "Agreed")},
        FixedOption{"in_part", QT_TRANSLATE_NOOP("record", "Agreed in part")},
        FixedOption{"refused", QT_TRANSLATE_NOOP("record", "Chose not to share")},
        FixedOption{"could_not_decide", QT_TRANSLATE_NOOP("record", "Could not decide now")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Withdrawn")},
    };
};

enum class AgreementMeans { Written, Spoken };
template <> struct Codes<AgreementMeans> {
    static constexpr const char *list = "agreement_means";
    static constexpr std::array options{FixedOption{"written", QT_TRANSLATE_NOOP("record", "In writing")},
        FixedOption{"spoken", QT_TRANSLATE_NOOP("record", "Out loud, with a witness")}};
};

/// What a resident agreed that one named agency may be told (W, confidentiality agreement).
/// The latest word to an agency holds, a withdrawal too; categories are rows of their own.
struct SharingAgreement {
    Id<Person> personId;
    Id<Agency> agencyId;
    AgreementState state = AgreementState::Given;
    AgreementMeans means = AgreementMeans::Written;
    QString witness;
    QString wording; ///< exactly what was read or signed
    std::optional<qint64> wordingVersion; ///< of AgreementWording; none: typed for this one
    QString formKeptWhere; ///< where the signed paper is
    QDate fromOn;
    std::optional<QDate> untilOn;
    std::optional<QDate> askAgainOn;
    std::optional<QDate> withdrawnOn;
    QString withdrawnReason;

    /// Whether it lets anything out at all, now or before it ended.
    bool agrees() const { return state == AgreementState::Given || state == AgreementState::InPart; }
    bool holdsOn(QDate day) const { return agrees() && fromOn <= day && untilOn && day <= *untilOn; }
    bool operator==(const SharingAgreement &) const = default;
};

/// One category that an agreement covers.
struct AgreementCategory {
    Id<SharingAgreement> agreementId;
    Id<Person> personId;
    Category category = Category::Identity;
    bool operator==(const AgreementCategory &) const = default;
};

/// A wording that residents are asked to agree to. Never changed: a new wording is a new version, and each agreement
/// keeps its own text.
struct AgreementWording {
    qint64 versionNumber = 0;
    QString text;
    QDate fromOn;
    bool operator==(const AgreementWording &) const = default;
};

enum class CapacityOutcome { Able, NotAbleNow, NotClear };
template <> struct Codes<CapacityOutcome> {
    static constexpr const char *list = "capacity_outcome";
    static constexpr std::array options{FixedOption{"able", QT_TRANSLATE_NOOP("record", "Can make this decision")},
        FixedOption{"not_able_now", QT_TRANSLATE_NOOP("record", "Can't make this decision now")},
        FixedOption{"not_clear", QT_TRANSLATE_NOOP("record", "Not clear: somebody else to look at it")}};
};

/// Whether a person could make one decision at one time. About that decision only, never about the person.
struct CapacityAssessment {
    Id<Person> personId;
    QString decision; ///< which decision it is about
    QDate assessedOn;
    Id<Staff> assessedBy;
    CapacityOutcome outcome = CapacityOutcome::Able;
    QString why;
    QString bestInterests; ///< what was decided for them, with whom, when they could not
    std::optional<QDate> askAgainOn;
    bool operator==(const CapacityAssessment &) const = default;
};

} // namespace keywork
