// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// The eight areas of a care plan, in the order of W, "Effective care planning".
enum class Area {
    Health,
    Debt,
    EducationEmployability,
    SocialRelationships,
    RightsResponsibilities,
    SubstanceUse,
    HousingResilience,
    MeaningfulTime
};

/// An area tells of more than the care plan: its entry says of which category, and it leaves only when that category does.
template <> struct Codes<Area> {
    static constexpr const char *list = "care_plan_area";
    static constexpr std::array options{
        FixedOption{
            "health", QT_TRANSLATE_NOOP("record", "Health, physical and mental"), QT_TRANSLATE_NOOP("record", "Health"), Category::Health},
        FixedOption{"debt", QT_TRANSLATE_NOOP("record", "Debt"), QT_TRANSLATE_NOOP("record", "Debt"), Category::Money},
        FixedOption{
            "education_employability", QT_TRANSLATE_NOOP("record", "Education and employability"), QT_TRANSLATE_NOOP("record", "Learning")},
        FixedOption{"social_relationships", QT_TRANSLATE_NOOP("record", "Social networks and relationships"),
            QT_TRANSLATE_NOOP("record", "Social")},
        FixedOption{"rights_responsibilities", QT_TRANSLATE_NOOP("record", "Rights and responsibilities"),
            QT_TRANSLATE_NOOP("record", "Rights"), Category::Offending, Tells::WhereSpoken},
        FixedOption{"substance_use", QT_TRANSLATE_NOOP("record", "Substance use"), QT_TRANSLATE_NOOP("record", "Substance use"),
            Category::SubstanceUse},
        FixedOption{"housing_resilience", QT_TRANSLATE_NOOP("record", "Housing resilience"), QT_TRANSLATE_NOOP("record", "Housing")},
        FixedOption{"meaningful_time", QT_TRANSLATE_NOOP("record", "Meaningful use of time"), QT_TRANSLATE_NOOP("record", "Time")},
    };
};

enum class VersionState { Draft, Issued };
template <> struct Codes<VersionState> {
    static constexpr const char *list = "version_state";
    static constexpr std::array options{
        FixedOption{"draft", QT_TRANSLATE_NOOP("record", "Draft")}, FixedOption{"issued", QT_TRANSLATE_NOOP("record", "Issued")}};
};

enum class IdentifiedBy { Person, Staff };
template <> struct Codes<IdentifiedBy> {
    static constexpr const char *list = "identified_by";
    static constexpr std::array options{FixedOption{"person", QT_TRANSLATE_NOOP("record", "The resident's own goal")},
        FixedOption{"staff", QT_TRANSLATE_NOOP("record", "Suggested by staff")}};
};

enum class GoalAgreement { NotAskedYet, Agreed, NotAgreed };
template <> struct Codes<GoalAgreement> {
    static constexpr const char *list = "goal_agreement";
    static constexpr std::array options{FixedOption{"not_asked_yet", QT_TRANSLATE_NOOP("record", "Not asked yet")},
        FixedOption{"agreed", QT_TRANSLATE_NOOP("record", "Agreed")}, FixedOption{"not_agreed", QT_TRANSLATE_NOOP("record", "Not agreed")}};
};

enum class GoalStatus { NotStarted, UnderWay, Achieved, Changed, SetAside };
template <> struct Codes<GoalStatus> {
    static constexpr const char *list = "goal_status";
    static constexpr std::array options{FixedOption{"not_started", QT_TRANSLATE_NOOP("record", "Not started")},
        FixedOption{"under_way", QT_TRANSLATE_NOOP("record", "Under way")},
        FixedOption{"achieved", QT_TRANSLATE_NOOP("record", "Achieved")}, FixedOption{"changed", QT_TRANSLATE_NOOP("record", "Changed")},
        FixedOption{"set_aside", QT_TRANSLATE_NOOP("record", "Set aside")}};
};

enum class StepStatus { ToDo, UnderWay, Completed };
template <> struct Codes<StepStatus> {
    static constexpr const char *list = "step_status";
    static constexpr std::array options{FixedOption{"to_do", QT_TRANSLATE_NOOP("record", "To do")},
        FixedOption{"under_way", QT_TRANSLATE_NOOP("record", "Under way")}, FixedOption{"done", QT_TRANSLATE_NOOP("record", "Done")}};
};

enum class StepActor { Keyworker, Resident, Agency, Other }; // a form begins with the first
template <> struct Codes<StepActor> {
    static constexpr const char *list = "step_actor";
    static constexpr std::array options{FixedOption{"keyworker", QT_TRANSLATE_NOOP("record", "Somebody of the team")},
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "Resident")}, FixedOption{"agency", QT_TRANSLATE_NOOP("record", "Agency")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Someone else")}};
};

enum class SignOffKind { SignedOnPaper, AgreedVerbally, Waiting, TooUnwell, Declined };
template <> struct Codes<SignOffKind> {
    static constexpr const char *list = "sign_off_kind";
    static constexpr std::array options{
        FixedOption{"signed_on_paper", QT_TRANSLATE_NOOP("record", "Signed on paper"), QT_TRANSLATE_NOOP("record", "signed")},
        FixedOption{"agreed_verbally", QT_TRANSLATE_NOOP("record", "Agreed out loud, with a witness"),
            QT_TRANSLATE_NOOP("record", "agreed out loud")},
        FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Waiting: wants time to think"), QT_TRANSLATE_NOOP("record", "not signed yet")},
        FixedOption{"too_unwell", QT_TRANSLATE_NOOP("record", "Too unwell or intoxicated to decide now"),
            QT_TRANSLATE_NOOP("record", "ask again later")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Chose not to sign"), QT_TRANSLATE_NOOP("record", "chose not to sign")},
    };
};

/// A resident's plan; its content lives in versions.
struct CarePlan {
    QString number; ///< CP-0031
    Id<Person> personId;
    bool operator==(const CarePlan &) const = default;
};

/// One version: a draft until it is issued, unchanged from then on.
struct CarePlanVersion {
    Id<CarePlan> planId;
    Id<Person> personId;
    qint64 versionNumber = 1;
    VersionState state = VersionState::Draft;
    QDate startedOn;
    std::optional<QDate> reviewOn;
    QString inMyWords;
    QString hopes;
    QString longerTerm;
    QString strengths;
    QString whatHelps;
    QString ifThingsGetHarder;
    QString whoSeesThis;
    QString howToContact;
    QString doneElsewhere; ///< a licensed tool used by another service, and when; none is built in here
    bool readAloud = false;
    std::optional<QDateTime> issuedAt;
    QString snapshot; ///< canonical JSON of what was issued
    QString fingerprint; ///< first 48 bits of SHA-256 over the snapshot, 7f3a-91c2-e04d
    bool operator==(const CarePlanVersion &) const = default;
};

/// What a version says about one of the eight areas.
struct CarePlanArea {
    Id<CarePlanVersion> versionId;
    Id<Person> personId;
    Area area = Area::Health;
    QString ownWords;
    std::optional<qint64> selfRating; ///< 0 to 10, where the person puts themselves
    std::optional<qint64> readiness; ///< 0 to 10, ready to change
    bool notNow = false; ///< nothing for now, their choice
    bool operator==(const CarePlanArea &) const = default;
};

/// A goal of a version. `thread` is the same in every version that carries the goal on, so that progress follows it.
struct Goal {
    Id<CarePlanVersion> versionId;
    Id<Person> personId;
    Area area = Area::Health;
    QString thread;
    QString statement;
    IdentifiedBy identifiedBy = IdentifiedBy::Person;
    GoalAgreement agreement = GoalAgreement::NotAskedYet;
    std::optional<QDate> agreedOn;
    qint64 priority = 2; ///< 1 first, 3 last
    QString barriers;
    std::optional<QDate> reviewOn;
    bool operator==(const Goal &) const = default;
};

struct Step {
    Id<Goal> goalId;
    Id<CarePlanVersion> versionId;
    Id<Person> personId;
    QString thread;
    QString what;
    std::optional<QDate> dueOn;
    qint64 position = 0;
    bool operator==(const Step &) const = default;
};

/// One of those who carry a step: the resident, a member of the team, an agency, or somebody who is only described.
struct StepWho {
    Id<Step> stepId;
    Id<CarePlanVersion> versionId;
    Id<Person> personId;
    StepActor actor = StepActor::Resident;
    QString name; ///< somebody else: as they are called; of others only in rows from before they were references
    Id<Staff> staffId;
    Id<Agency> agencyId;
    bool operator==(const StepWho &) const = default;
};

/// Progress is recorded beside the plan, at any time, and needs no version and no signature. The latest row holds.
struct GoalProgress {
    Id<CarePlan> planId;
    Id<Person> personId;
    QString thread;
    GoalStatus status = GoalStatus::NotStarted;
    QDate onDay;
    QString note; ///< the reason, when the goal is set aside
    bool operator==(const GoalProgress &) const = default;
};

struct StepProgress {
    Id<CarePlan> planId;
    Id<Person> personId;
    QString thread;
    StepStatus status = StepStatus::ToDo;
    QDate onDay;
    QString outcome;
    bool operator==(const StepProgress &) const = default;
};

/// What the resident said to exactly one issued version. The latest row of a version holds.
struct SignOff {
    Id<CarePlanVersion> versionId;
    Id<Person> personId;
    SignOffKind kind = SignOffKind::Waiting;
    QDate onDay;
    QString fingerprint; ///< of the paper that was signed; has to be the version's
    QString witness; ///< agreed out loud
    QString reason; ///< declined
    std::optional<QDate> askAgainOn;
    bool readAloud = false;
    bool hasCopy = false;
    bool operator==(const SignOff &) const = default;
};

} // namespace keywork
