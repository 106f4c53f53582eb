// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

namespace keywork {

enum class DisclosureKind {
    Referral,
    CarePlanPrint,
    DiscreetCarePlanPrint,
    EmergencySheet,
    ListExport,
    OwnCopyOfReferral,
    AgreementForm,
    WithdrawalLetter,
    WhoHasMyData,
    TimelinePrint,
    RecordPrint,
    OwnAppointments,
    DecisionLetter,
    ArrivalSheet,
    AssessmentPrint,
    MoneyPaper,
    KeyworkForThem,
    AdvocacyLetter,
    SummaryPrint,
    RollCall,
    MissingPersonSheet,
    LeaverSummary,
    StayLetter
};
template <> struct Codes<DisclosureKind> {
    static constexpr const char *list = "disclosure_kind";
    static constexpr std::array options{FixedOption{"referral", QT_TRANSLATE_NOOP("record", "Referral")},
        FixedOption{"care_plan_print", QT_TRANSLATE_NOOP("record", "Care plan, printed")},
        FixedOption{"discreet_care_plan_print", QT_TRANSLATE_NOOP("record", "Care plan, discreet copy")},
        FixedOption{"emergency_sheet", QT_TRANSLATE_NOOP("record", "Emergency sheet")},
        FixedOption{"list_export", QT_TRANSLATE_NOOP("record", "List, exported")},
        FixedOption{"own_copy_of_referral", QT_TRANSLATE_NOOP("record", "Referral, the resident's own copy")},
        FixedOption{"agreement_form", QT_TRANSLATE_NOOP("record", "Agreement form, printed")},
        FixedOption{"withdrawal_letter", QT_TRANSLATE_NOOP("record", "Letter: agreement withdrawn")},
        FixedOption{"who_has_my_data", QT_TRANSLATE_NOOP("record", "Who has my data, printed")},
        FixedOption{"timeline_print", QT_TRANSLATE_NOOP("record", "Timeline, printed")},
        FixedOption{"record_print", QT_TRANSLATE_NOOP("record", "Record, printed")},
        FixedOption{"own_appointments", QT_TRANSLATE_NOOP("record", "Appointments, for the resident")},
        FixedOption{"decision_letter", QT_TRANSLATE_NOOP("record", "Letter: decision on a referral")},
        FixedOption{"arrival_sheet", QT_TRANSLATE_NOOP("record", "Arrival, sheet for the shift")},
        FixedOption{"assessment_print", QT_TRANSLATE_NOOP("record", "Assessment, printed")},
        FixedOption{"money_paper", QT_TRANSLATE_NOOP("record", "Service charge or budget, for the resident")},
        FixedOption{"keywork_for_them", QT_TRANSLATE_NOOP("record", "What we talked about, for the resident")},
        FixedOption{"advocacy_letter", QT_TRANSLATE_NOOP("record", "Letter: speaking up for the resident")},
        FixedOption{"summary_print", QT_TRANSLATE_NOOP("record", "Summary on one page")},
        FixedOption{"roll_call", QT_TRANSLATE_NOOP("record", "Roll call")},
        FixedOption{"missing_person_sheet", QT_TRANSLATE_NOOP("record", "Missing-person sheet")},
        FixedOption{"leaver_summary", QT_TRANSLATE_NOOP("record", "For their next home")},
        FixedOption{"stay_letter", QT_TRANSLATE_NOOP("record", "Letter: warning or notice")}};
};

enum class DisclosureBasis { Agreement, OwnCopy, Lawful, HouseWork };
template <> struct Codes<DisclosureBasis> {
    static constexpr const char *list = "disclosure_basis";
    static constexpr std::array options{FixedOption{"agreement", QT_TRANSLATE_NOOP("record", "Agreement to share")},
        FixedOption{"own_copy", QT_TRANSLATE_NOOP("record", "For the resident, or in an emergency")},
        FixedOption{"lawful", QT_TRANSLATE_NOOP("record", "A lawful reason, without agreement")},
        FixedOption{"house_work", QT_TRANSLATE_NOOP("record", "For the work of the house")}};
};

/// Something with personal data that left, or was about to: kept before the file is written.
struct Disclosure {
    Id<Person> personId; ///< none: a list about several
    DisclosureKind kind = DisclosureKind::Referral;
    QString recipient;
    Id<Agency> agencyId;
    Id<Referral> referralId;
    Id<SharingAgreement> agreementId; ///< the basis, or a part of it
    Id<LawfulReason> lawfulId; ///< the basis of what was not agreed
    DisclosureBasis basis = DisclosureBasis::Agreement;
    QString sections;
    QString reason;
    QString residents; ///< a list's: the numbers of those in it, separated by commas
    QString fileFingerprint; ///< SHA-256 of the bytes, hexadecimal; of several files, separated by commas
    QString extent = {}; ///< of what was printed: which pages, and how often; empty: all of it, or a file
    bool left = true; ///< false: the file could not be written, nothing left

    bool operator==(const Disclosure &) const = default;
};

} // namespace keywork
