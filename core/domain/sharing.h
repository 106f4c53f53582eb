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
/// The latest that is not withdrawn holds for the agency; categories are rows of their own.
struct SharingAgreement {
    Id<Person> personId;
    Id<Agency> agencyId;
    AgreementState state = AgreementState::Given;
    AgreementMeans means = AgreementMeans::Written;
    QString witness;
    QString wording; ///< exactly what was read or signed
    QDate fromOn;
    std::optional<QDate> untilOn;
    std::optional<QDate> askAgainOn;
    std::optional<QDate> withdrawnOn;
    QString withdrawnReason;

    /// Whether it lets anything out at all, now or before it ended.
    bool agrees() const { return state == AgreementState::Given || state == AgreementState::InPart; }
    bool operator==(const SharingAgreement &) const = default;
};

/// One category that an agreement covers.
struct AgreementCategory {
    Id<SharingAgreement> agreementId;
    Id<Person> personId;
    Category category = Category::Identity;
    bool operator==(const AgreementCategory &) const = default;
};

enum class ReferralState { Draft, Sent, Received, Accepted, FirstSeen, Closed, NotSent };
template <> struct Codes<ReferralState> {
    static constexpr const char *list = "referral_state";
    static constexpr std::array options{FixedOption{"draft", QT_TRANSLATE_NOOP("record", "Draft")},
        FixedOption{"sent", QT_TRANSLATE_NOOP("record", "Handed over")}, FixedOption{"received", QT_TRANSLATE_NOOP("record", "Received")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")},
        FixedOption{"first_seen", QT_TRANSLATE_NOOP("record", "First seen")}, FixedOption{"closed", QT_TRANSLATE_NOOP("record", "Closed")},
        FixedOption{"not_sent", QT_TRANSLATE_NOOP("record", "Not handed over")}};
};

/// A referral out to an agency.
struct Referral {
    QString number; ///< R-0112
    Id<Person> personId;
    Id<Agency> agencyId;
    QString reason;
    QString sections; ///< codes of the categories in it, separated by commas
    ReferralState state = ReferralState::Draft;
    std::optional<QDate> sentOn;

    bool operator==(const Referral &) const = default;
};

enum class DisclosureKind { Referral, CarePlanPrint, DiscreetCarePlanPrint, EmergencySheet, ListExport };
template <> struct Codes<DisclosureKind> {
    static constexpr const char *list = "disclosure_kind";
    static constexpr std::array options{FixedOption{"referral", QT_TRANSLATE_NOOP("record", "Referral")},
        FixedOption{"care_plan_print", QT_TRANSLATE_NOOP("record", "Care plan, printed")},
        FixedOption{"discreet_care_plan_print", QT_TRANSLATE_NOOP("record", "Care plan, discreet copy")},
        FixedOption{"emergency_sheet", QT_TRANSLATE_NOOP("record", "Emergency sheet")},
        FixedOption{"list_export", QT_TRANSLATE_NOOP("record", "List, exported")}};
};

enum class DisclosureBasis { Agreement, OwnCopy };
template <> struct Codes<DisclosureBasis> {
    static constexpr const char *list = "disclosure_basis";
    static constexpr std::array options{FixedOption{"agreement", QT_TRANSLATE_NOOP("record", "Agreement to share")},
        FixedOption{"own_copy", QT_TRANSLATE_NOOP("record", "For the resident, or in an emergency")}};
};

/// Something with personal data that left, or was about to: kept before the file is written.
struct Disclosure {
    Id<Person> personId;
    DisclosureKind kind = DisclosureKind::Referral;
    QString recipient;
    Id<Agency> agencyId;
    Id<Referral> referralId;
    Id<SharingAgreement> agreementId; ///< the basis
    DisclosureBasis basis = DisclosureBasis::Agreement;
    QString sections;
    QString reason;
    QString fileFingerprint; ///< SHA-256 of the bytes, hexadecimal
    bool left = true; ///< false: the file could not be written, nothing left

    bool operator==(const Disclosure &) const = default;
};

} // namespace keywork
