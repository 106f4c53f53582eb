// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pence.h"
#include "core/domain/agency.h"
#include "core/domain/stage_entry.h"
#include "core/domain/stay.h"

namespace keywork {

/// Where somebody may move on to (W, move-on; H's housing positions). Whether it is abstinence-based is theirs to say.
enum class MoveOnOption { SupportedAbstinence, Supported, IndependentSpecialist, IndependentAccess, Family, Other };

template <> struct Codes<MoveOnOption> {
    static constexpr const char *list = "move_on_option";
    static constexpr std::array options{
        FixedOption{"supported_abstinence", QT_TRANSLATE_NOOP("record", "Supported housing, abstinence-based")},
        FixedOption{"supported", QT_TRANSLATE_NOOP("record", "Supported housing, not abstinence-based")},
        FixedOption{"independent_specialist", QT_TRANSLATE_NOOP("record", "Their own place, with specialist support")},
        FixedOption{"independent_access", QT_TRANSLATE_NOOP("record", "Their own place, with access to support")},
        FixedOption{"family", QT_TRANSLATE_NOOP("record", "With family")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else")},
    };
};

/// Moving on as it is prepared: what they want, where, by when, and the day itself. The latest of a stay counts.
struct MoveOnPlan {
    Id<Person> personId = {};
    QDate begunOn = {};
    QString wants = {}; ///< in their own words
    MoveOnOption option = MoveOnOption::Supported;
    std::optional<QDate> targetOn = {};
    std::optional<QDate> movesOn = {}; ///< the moving day, once it stands
    QString movesTo = {}; ///< the new address, as far as they want it kept
    QString note = {};

    bool operator==(const MoveOnPlan &) const = default;
};

/// What a leg of the moving day sees to. What is still open of it is told until it is done.
enum class MoveTask { Prescription, Gp, NewKeys, KeysBack, Medicine, Naloxone, Benefits, Post, Transport, Other };

template <> struct Codes<MoveTask> {
    static constexpr const char *list = "move_task";
    static constexpr std::array options{
        FixedOption{"prescription", QT_TRANSLATE_NOOP("record", "Prescription transferred and confirmed")},
        FixedOption{"gp", QT_TRANSLATE_NOOP("record", "GP near the new home")},
        FixedOption{"new_keys", QT_TRANSLATE_NOOP("record", "Keys of the new home")},
        FixedOption{"keys_back", QT_TRANSLATE_NOOP("record", "Our keys and fob given back")},
        FixedOption{"medicine", QT_TRANSLATE_NOOP("record", "Medicine held here handed over")},
        FixedOption{"naloxone", QT_TRANSLATE_NOOP("record", "Naloxone to take along")},
        FixedOption{"benefits", QT_TRANSLATE_NOOP("record", "Benefits told of the new address")},
        FixedOption{"post", QT_TRANSLATE_NOOP("record", "Post sent on")},
        FixedOption{"transport", QT_TRANSLATE_NOOP("record", "Getting there")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else")},
    };
};

/// One leg of the day of moving, a relay like the way in (core/domain/relay_step.h).
struct MoveStep {
    Id<MoveOnPlan> planId = {};
    Id<Person> personId = {};
    qint64 position = 0;
    MoveTask task = MoveTask::Other;
    QString what = {};
    QString who = {};
    Id<Agency> agencyId = {};
    std::optional<QDateTime> at = {};
    std::optional<QDateTime> doneAt = {};
    QString note = {};

    bool operator==(const MoveStep &) const = default;
};

/// What being ready is looked at by: the eight areas of the care plan (their codes), then what a home of one's own takes.
enum class ReadinessArea {
    Health,
    Debt,
    EducationEmployability,
    SocialRelationships,
    RightsResponsibilities,
    SubstanceUse,
    HousingResilience,
    MeaningfulTime,
    DepositMoney,
    Documents,
    TenancySkills,
    DailyLiving
};

template <> struct Codes<ReadinessArea> {
    static constexpr const char *list = "readiness_area";
    static constexpr std::array options{
        FixedOption{"health", QT_TRANSLATE_NOOP("record", "Health, physical and mental")},
        FixedOption{"debt", QT_TRANSLATE_NOOP("record", "Debt")},
        FixedOption{"education_employability", QT_TRANSLATE_NOOP("record", "Education and employability")},
        FixedOption{"social_relationships", QT_TRANSLATE_NOOP("record", "Social networks and relationships")},
        FixedOption{"rights_responsibilities", QT_TRANSLATE_NOOP("record", "Rights and responsibilities")},
        FixedOption{"substance_use", QT_TRANSLATE_NOOP("record", "Substance use")},
        FixedOption{"housing_resilience", QT_TRANSLATE_NOOP("record", "Housing resilience")},
        FixedOption{"meaningful_time", QT_TRANSLATE_NOOP("record", "Meaningful use of time")},
        FixedOption{"deposit_money", QT_TRANSLATE_NOOP("record", "Money for a deposit and the first rent")},
        FixedOption{"documents", QT_TRANSLATE_NOOP("record", "Documents: ID, bank account, references")},
        FixedOption{"tenancy_skills", QT_TRANSLATE_NOOP("record", "Keeping a tenancy: bills, letters, neighbours")},
        FixedOption{"daily_living", QT_TRANSLATE_NOOP("record", "Day to day: cooking, cleaning, shopping")},
    };
};

enum class Readiness { NotYet, WithHelp, Ready, NotSaid };

template <> struct Codes<Readiness> {
    static constexpr const char *list = "readiness";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet")},
        FixedOption{"with_help", QT_TRANSLATE_NOOP("record", "With help")},
        FixedOption{"ready", QT_TRANSLATE_NOOP("record", "Ready")},
        FixedOption{"not_said", QT_TRANSLATE_NOOP("record", "Did not say")},
    };
};

/// How ready somebody is in one area on a day: their own view and the worker's, side by side, never made into one. A later one
/// stands beside the earlier ones.
struct ReadinessView {
    Id<Person> personId = {};
    QDate onDay = {};
    ReadinessArea area = ReadinessArea::Health;
    std::optional<Readiness> theirs = {};
    std::optional<Readiness> workers = {};
    QString words = {}; ///< theirs
    QString next = {}; ///< what would help

    bool operator==(const ReadinessView &) const = default;
};

enum class ApplicationResult { Waiting, Offered, Refused, Withdrawn };

template <> struct Codes<ApplicationResult> {
    static constexpr const char *list = "application_result";
    static constexpr std::array options{
        FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Waiting for an answer")},
        FixedOption{"offered", QT_TRANSLATE_NOOP("record", "Offered")},
        FixedOption{"refused", QT_TRANSLATE_NOOP("record", "Refused by them")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Withdrawn")},
    };
};

/// An application for a home, and what came of it.
struct MoveOnApplication {
    Id<Person> personId = {};
    MoveOnOption option = MoveOnOption::Supported;
    QString landlord = {};
    Id<Agency> agencyId = {};
    QString where = {};
    QDate appliedOn = {};
    std::optional<QDateTime> viewingAt = {};
    ApplicationResult result = ApplicationResult::Waiting;
    std::optional<QDate> resultOn = {};
    QString why = {}; ///< of a refusal, or of withdrawing
    QString theirView = {}; ///< what they think of it

    bool operator==(const MoveOnApplication &) const = default;
};

enum class CostState { ToApply, Applied, Granted, InPart, Refused };

template <> struct Codes<CostState> {
    static constexpr const char *list = "cost_state";
    static constexpr std::array options{
        FixedOption{"to_apply", QT_TRANSLATE_NOOP("record", "Still to be applied for")},
        FixedOption{"applied", QT_TRANSLATE_NOOP("record", "Applied for")},
        FixedOption{"granted", QT_TRANSLATE_NOOP("record", "Granted")},
        FixedOption{"in_part", QT_TRANSLATE_NOOP("record", "Granted in part")},
        FixedOption{"refused", QT_TRANSLATE_NOOP("record", "Refused")},
    };
};

/// What the move costs, a deposit or furniture, and who pays it.
struct MoveOnCost {
    Id<Person> personId = {};
    Choice what = {}; ///< of `move_on_cost`
    Pence amount = {};
    QString fromWhom = {};
    CostState state = CostState::ToApply;
    std::optional<QDate> appliedOn = {};
    std::optional<QDate> decidedOn = {};
    std::optional<Pence> granted = {};
    QString note = {};

    bool operator==(const MoveOnCost &) const = default;
};

/// Which way support goes. More again is a step like the others.
enum class SupportChange { Less, Same, MoreAgain };

template <> struct Codes<SupportChange> {
    static constexpr const char *list = "support_change";
    static constexpr std::array options{
        FixedOption{"less", QT_TRANSLATE_NOOP("record", "Less than before")},
        FixedOption{"same", QT_TRANSLATE_NOOP("record", "As before")},
        FixedOption{"more_again", QT_TRANSLATE_NOOP("record", "More again, for now")},
    };
};

/// One agreed step of support that lessens: what, how often from that day on.
struct SupportStep {
    Id<Person> personId = {};
    QString what = {};
    QString howOften = {};
    QDate fromOn = {};
    SupportChange change = SupportChange::Less;
    Choice agreed = {}; ///< of `yes_no`: with them
    QString note = {};

    bool operator==(const SupportStep &) const = default;
};

enum class ContactAgreed { Yes, No, AskLater };

template <> struct Codes<ContactAgreed> {
    static constexpr const char *list = "contact_agreed";
    static constexpr std::array options{
        FixedOption{"yes", QT_TRANSLATE_NOOP("record", "Yes")},
        FixedOption{"no", QT_TRANSLATE_NOOP("record", "No")},
        FixedOption{"ask_later", QT_TRANSLATE_NOOP("record", "Could not say yet: ask again")},
    };
};

/// Whether the house may be in touch after they left. The latest word counts; without a yes nobody rings.
struct PostMoveContact {
    Id<Person> personId = {};
    QDate onDay = {};
    ContactAgreed agreed = ContactAgreed::AskLater;
    QString how = {}; ///< where and how they may be reached
    std::optional<QDate> untilOn = {}; ///< the last day of it
    std::optional<QDate> withdrawnOn = {};
    QString note = {};

    bool holdsOn(QDate day) const
    {
        return agreed == ContactAgreed::Yes && onDay <= day && (!untilOn || day <= *untilOn) && (!withdrawnOn || day < *withdrawnOn);
    }
    bool operator==(const PostMoveContact &) const = default;
};

/// After so many months somebody asks how it goes (A16).
enum class FollowUpAfter { Three, Six, Twelve };

template <> struct Codes<FollowUpAfter> {
    static constexpr const char *list = "follow_up_after";
    static constexpr std::array options{
        FixedOption{"three", QT_TRANSLATE_NOOP("record", "3 months")},
        FixedOption{"six", QT_TRANSLATE_NOOP("record", "6 months")},
        FixedOption{"twelve", QT_TRANSLATE_NOOP("record", "12 months")},
    };
};

enum class FollowUpResult { NotReached, Reached, NoMoreContact, Died };

template <> struct Codes<FollowUpResult> {
    static constexpr const char *list = "follow_up_result";
    static constexpr std::array options{
        FixedOption{"not_reached", QT_TRANSLATE_NOOP("record", "Tried, not reached")},
        FixedOption{"reached", QT_TRANSLATE_NOOP("record", "Reached")},
        FixedOption{"no_more_contact", QT_TRANSLATE_NOOP("record", "Reached, and wants no more contact")},
        FixedOption{"died", QT_TRANSLATE_NOOP("record", "Died")},
    };
};

/// One try to be in touch with somebody who left. Several belong to the same month: each that reached nobody is one, too.
struct FollowUp {
    Id<Person> personId = {};
    Id<Stay> stayId = {}; ///< the one that ended; set by `MoveOn`
    FollowUpAfter after = FollowUpAfter::Three;
    QDateTime triedAt = {};
    Choice how = {}; ///< of `follow_up_how`
    FollowUpResult result = FollowUpResult::NotReached;
    QString words = {}; ///< how it goes, in their words
    std::optional<HousingPosition> housing = {}; ///< now
    Choice stillThere = {}; ///< of `yes_no`: where they moved to
    QString note = {};

    bool operator==(const FollowUp &) const = default;
};

} // namespace keywork
