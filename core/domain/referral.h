// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agreement.h"

namespace keywork {

enum class ReferralState { Draft, Sent, Received, Accepted, FirstSeen, Closed, NotSent, DeclinedByThem, DeclinedByPerson, Withdrawn };
template <> struct Codes<ReferralState> {
    static constexpr const char *list = "referral_state";
    static constexpr std::array options{FixedOption{"draft", QT_TRANSLATE_NOOP("record", "Draft")},
        FixedOption{"sent", QT_TRANSLATE_NOOP("record", "Handed over")}, FixedOption{"received", QT_TRANSLATE_NOOP("record", "Received")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")},
        FixedOption{"first_seen", QT_TRANSLATE_NOOP("record", "First seen")}, FixedOption{"closed", QT_TRANSLATE_NOOP("record", "Closed")},
        FixedOption{"not_sent", QT_TRANSLATE_NOOP("record", "Not handed over")},
        FixedOption{"declined_by_them", QT_TRANSLATE_NOOP("record", "Declined by them")},
        FixedOption{"declined_by_person", QT_TRANSLATE_NOOP("record", "The resident decided against it")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Withdrawn by us")}};
};

/// Whether an answer is still waited for.
inline bool isOpen(ReferralState state)
{
    return state == ReferralState::Sent || state == ReferralState::Received || state == ReferralState::Accepted;
}

/// A referral out to an agency.
struct Referral {
    QString number; ///< R-0112
    Id<Person> personId;
    Id<Agency> agencyId;
    QString reason;
    QString sections; ///< codes of the categories in it, separated by commas
    ReferralState state = ReferralState::Draft;
    std::optional<QDate> sentOn;
    std::optional<QDate> chaseOn; ///< ring them when nothing was heard by then

    bool operator==(const Referral &) const = default;
};

/// What became of a referral, one row for each word from either side. Only ever added to.
struct ReferralStep {
    Id<Referral> referralId = {};
    Id<Person> personId = {};
    ReferralState state = ReferralState::Sent;
    QDate onDay = {};
    QString heardFrom = {}; ///< who said so, on their side or ours
    QString note = {}; ///< the reason, when it was declined, withdrawn or closed
    std::optional<QDate> askAgainOn = {}; ///< when something is still waited for
    bool operator==(const ReferralStep &) const = default;
};

/// Grounds on which something may leave that was not agreed (domain.md, "Agencies, consent, sharing").
enum class LawfulGround { VitalInterests, Safeguarding, LegalDuty, CourtOrder, PoliceRequest, MultiAgency };
template <> struct Codes<LawfulGround> {
    static constexpr const char *list = "lawful_ground";
    static constexpr std::array options{
        FixedOption{"vital_interests", QT_TRANSLATE_NOOP("record", "To save a life, and they can't be asked or can't agree"),
            QT_TRANSLATE_NOOP("record", "to save a life")},
        FixedOption{"safeguarding", QT_TRANSLATE_NOOP("record", "Safeguarding: an adult or a child is at risk"),
            QT_TRANSLATE_NOOP("record", "safeguarding")},
        FixedOption{"legal_duty", QT_TRANSLATE_NOOP("record", "The law obliges us"), QT_TRANSLATE_NOOP("record", "legal duty")},
        FixedOption{"court_order", QT_TRANSLATE_NOOP("record", "A court ordered it"), QT_TRANSLATE_NOOP("record", "court order")},
        FixedOption{"police_request", QT_TRANSLATE_NOOP("record", "The police asked in writing"),
            QT_TRANSLATE_NOOP("record", "police request in writing")},
        FixedOption{
            "multi_agency", QT_TRANSLATE_NOOP("record", "For a MARAC or MAPPA meeting"), QT_TRANSLATE_NOOP("record", "MARAC or MAPPA")},
    };
};

enum class PersonTold { NotYet, Told, NotSafeToTell };
template <> struct Codes<PersonTold> {
    static constexpr const char *list = "person_told";
    static constexpr std::array options{FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet")},
        FixedOption{"told", QT_TRANSLATE_NOOP("record", "Yes, they know")},
        FixedOption{"not_safe_to_tell", QT_TRANSLATE_NOOP("record", "No: telling them would put somebody at risk")}};
};

enum class LawfulReview { Waiting, Right, NotRight };
template <> struct Codes<LawfulReview> {
    static constexpr const char *list = "lawful_review";
    static constexpr std::array options{FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Waiting for the manager")},
        FixedOption{"right", QT_TRANSLATE_NOOP("record", "It was right to share this")},
        FixedOption{"not_right", QT_TRANSLATE_NOOP("record", "It should not have been shared")}};
};

/// Something left without agreement, to keep somebody safe or because the law asks for it. Written in an emergency in
/// under a minute: what can wait is completed later. A manager looks at it within a day.
struct LawfulReason {
    Id<Person> personId = {};
    Id<Agency> agencyId = {};
    LawfulGround ground = LawfulGround::VitalInterests;
    QString because = {}; ///< why it could not wait for agreement
    QString sections = {}; ///< codes of the categories that left on this ground
    QString authority = {}; ///< reference of the order or request, who asked
    PersonTold told = PersonTold::NotYet;
    QString whyNotTold = {};
    LawfulReview review = LawfulReview::Waiting;
    std::optional<QDateTime> reviewedAt = {};
    Id<Staff> reviewedBy = {};
    QString reviewNote = {};

    /// Whether nothing is left to be written down.
    bool isComplete() const { return told != PersonTold::NotYet; }
    bool operator==(const LawfulReason &) const = default;
};

} // namespace keywork
