// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/entry_criteria.h"
#include "core/domain/person.h"

namespace keywork {

/// How far a referral has come. The first and the last four were stored before there were the steps in between.
enum class ReferralInState {
    New,
    ContactMade,
    AssessmentBooked,
    AssessmentMissed,
    AssessmentHeld,
    WaitingList,
    Accepted,
    Arrived, ///< said by the stay that came of it, never by hand
    Declined,
    Withdrew,
};
template <> struct Codes<ReferralInState> {
    static constexpr const char *list = "referral_in_state";
    static constexpr std::array options{FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "New")},
        FixedOption{"contact_made", QT_TRANSLATE_NOOP("record", "Contact made")},
        FixedOption{"assessment_booked", QT_TRANSLATE_NOOP("record", "Assessment booked")},
        FixedOption{"assessment_missed", QT_TRANSLATE_NOOP("record", "Assessment missed")},
        FixedOption{"assessment_held", QT_TRANSLATE_NOOP("record", "Assessment held")},
        FixedOption{"waiting_list", QT_TRANSLATE_NOOP("record", "On the waiting list")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")}, FixedOption{"taken_in", QT_TRANSLATE_NOOP("record", "Arrived")},
        FixedOption{"not_offered", QT_TRANSLATE_NOOP("record", "Not offered a place")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Decided not to come")}};
};

/// Whether somebody waits for something to be done: it is on the list that the house works from.
bool isOpen(ReferralInState state);
/// Whether it says what the house or the person decided, the waiting list included.
bool isDecision(ReferralInState state);

enum class ReferralInHow { Telephone, InPerson, Letter, Form, File };
template <> struct Codes<ReferralInHow> {
    static constexpr const char *list = "referral_in_how";
    static constexpr std::array options{FixedOption{"telephone", QT_TRANSLATE_NOOP("record", "By telephone")},
        FixedOption{"in_person", QT_TRANSLATE_NOOP("record", "In person")},
        FixedOption{"letter", QT_TRANSLATE_NOOP("record", "By letter or e-mail")},
        FixedOption{"form", QT_TRANSLATE_NOOP("record", "On our referral form")},
        FixedOption{"file", QT_TRANSLATE_NOOP("record", "As a file")}};
};

/// Somebody who was referred to the house, from the first word to the arrival or the decision against it: the one place
/// where that is kept, however it came. One that came as a file is kept as it came and trusted in nothing; it has no
/// person until somebody read it and began their record.
struct ReferralIn {
    QString number = {}; ///< RI-0001
    Id<Person> personId = {};
    QDate receivedOn = {};
    std::optional<ReferralInHow> how = {}; ///< none: not said
    Choice source = {}; ///< kind of referrer (CORE, NDTMS)
    Id<Agency> agencyId = {};
    QString fromWhom = {};
    QString theirReference = {};
    QString personName = {}; ///< as whoever referred wrote it
    QString born = {}; ///< the same
    QString reason = {};
    Choice homelessReason = {}; ///< H-CLIC
    Choice lastAccommodation = {};
    Choice localConnection = {};
    QString supportNeeds = {}; ///< codes, H-CLIC
    Choice primaryNeed = {};
    QString inTheirWords = {}; ///< asked once, and no criterion: what they say themselves about coming here
    ReferralInState state = ReferralInState::New;
    std::optional<QDate> decidedOn = {};
    QString decidedWhy = {};
    QString pointedTo = {}; ///< where else they may turn
    std::optional<QDate> waitingSince = {};
    std::optional<qint64> waitingPlace = {};
    Id<Staff> heldById = {}; ///< who of the team has it
    QString nextStep = {};
    std::optional<QDate> nextOn = {};
    Id<EntryCriteria> criteriaId = {}; ///< the version that it was decided by
    QString content = {}; ///< of a file: the sections in plain words
    QString document = {}; ///< of a file: the data as it came, JSON
    QString fingerprint = {}; ///< of a file: SHA-256, hexadecimal
    QString documentId = {}; ///< of a file: the document's own identifier, the same in each file that holds it

    bool operator==(const ReferralIn &) const = default;
};

enum class CriterionAnswered { NotKnown, Met, NotMet, Waived };
template <> struct Codes<CriterionAnswered> {
    static constexpr const char *list = "criterion_answered";
    static constexpr std::array options{FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"met", QT_TRANSLATE_NOOP("record", "Met")}, FixedOption{"not_met", QT_TRANSLATE_NOOP("record", "Not met")},
        FixedOption{"waived", QT_TRANSLATE_NOOP("record", "Waived")}};
};

/// How one criterion stands for one referral. It names the criterion as it was worded then.
struct CriterionAnswer {
    Id<ReferralIn> referralInId = {};
    Id<Person> personId = {};
    Id<EntryCriterion> criterionId = {};
    CriterionAnswered answer = CriterionAnswered::NotKnown;
    Id<Staff> waivedById = {};
    QString why = {};

    bool operator==(const CriterionAnswer &) const = default;
};

} // namespace keywork
