// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// How an episode of treatment, or a part of it, ended. It says what happened, not whose fault it was.
enum class TreatmentEnding { Completed, Transferred, StoppedAttending, Withdrew, Custody, Moved, Died };

template <> struct Codes<TreatmentEnding> {
    static constexpr const char *list = "treatment_ending";
    static constexpr std::array options{
        FixedOption{"completed", QT_TRANSLATE_NOOP("record", "Completed")},
        FixedOption{"transferred", QT_TRANSLATE_NOOP("record", "Transferred to another service")},
        FixedOption{"stopped_attending", QT_TRANSLATE_NOOP("record", "Stopped attending")},
        FixedOption{"withdrew", QT_TRANSLATE_NOOP("record", "Chose to leave")},
        FixedOption{"custody", QT_TRANSLATE_NOOP("record", "Went into custody")},
        FixedOption{"moved", QT_TRANSLATE_NOOP("record", "Moved away")},
        FixedOption{"died", QT_TRANSLATE_NOOP("record", "Died")},
    };
};

/// Whether the house has seen the treatment service's own plan.
enum class TheirPlan { NotSeen, Seen, Held };

template <> struct Codes<TheirPlan> {
    static constexpr const char *list = "their_plan";
    static constexpr std::array options{
        FixedOption{"not_seen", QT_TRANSLATE_NOOP("record", "Not seen")},
        FixedOption{"seen", QT_TRANSLATE_NOOP("record", "Seen")},
        FixedOption{"held", QT_TRANSLATE_NOOP("record", "A copy is held here")},
    };
};

/// A time with one treatment service, from being referred to how it ended (W: treatment pathways). What happens within it
/// stands in its parts. Moments with who goes along are Appointments.
struct TreatmentEpisode {
    Id<Person> personId = {};
    Id<Agency> agencyId = {};
    QString keyworkerThere = {}; ///< name and telephone
    std::optional<QDate> referredOn = {};
    std::optional<QDate> firstOn = {}; ///< the first appointment, planned or been
    Choice optionsExplained = {}; ///< of `yes_no`; empty: nobody has said
    Choice sampleTaken = {}; ///< of `yes_no`
    QString sampleResult = {}; ///< only as they told it
    std::optional<QDate> planSignedOn = {};
    Choice groupOffered = {}; ///< of `yes_no`
    Choice familyTold = {}; ///< of `yes_no`: that there is support for family and carers
    std::optional<QDate> startedOn = {};
    TheirPlan theirPlan = TheirPlan::NotSeen;
    std::optional<QDate> theirPlanOn = {}; ///< the day that stands on it
    std::optional<QDate> reviewOn = {}; ///< the next review there
    std::optional<QDate> expectedEndOn = {}; ///< as the service plans it
    std::optional<QDate> endedOn = {};
    std::optional<TreatmentEnding> howEnded = {};
    QString note = {};

    bool isOpen() const { return !endedOn; }
    bool operator==(const TreatmentEpisode &) const = default;
};

/// What treatment there is (W: "Drug Treatment Pathways and Options").
enum class TreatmentKind {
    TalkingOneToOne,
    TalkingGroup,
    SubstitutePrescribing,
    DetoxCommunity,
    DetoxInpatient,
    DetoxResidential,
    ResidentialRehab,
    SharedCare,
    MutualAid,
    Aftercare,
};

template <> struct Codes<TreatmentKind> {
    static constexpr const char *list = "treatment_kind";
    static constexpr std::array options{
        FixedOption{"talking_one_to_one", QT_TRANSLATE_NOOP("record", "Talking therapy, one to one")},
        FixedOption{"talking_group", QT_TRANSLATE_NOOP("record", "Talking therapy, in a group")},
        FixedOption{"substitute_prescribing", QT_TRANSLATE_NOOP("record", "Substitute prescribing")},
        FixedOption{"detox_community", QT_TRANSLATE_NOOP("record", "Detox in the community")},
        FixedOption{"detox_inpatient", QT_TRANSLATE_NOOP("record", "Detox in hospital")},
        FixedOption{"detox_residential", QT_TRANSLATE_NOOP("record", "Residential detox")},
        FixedOption{"residential_rehab", QT_TRANSLATE_NOOP("record", "Residential rehab")},
        FixedOption{"shared_care", QT_TRANSLATE_NOOP("record", "Shared care with the GP")},
        FixedOption{"mutual_aid", QT_TRANSLATE_NOOP("record", "Mutual aid")},
        FixedOption{"aftercare", QT_TRANSLATE_NOOP("record", "Aftercare")},
    };
};

/// Whether somebody comes out of it with tolerance that is lower: a detox of any kind, or rehab (domain.md, "Risk").
bool lowersTolerance(TreatmentKind kind);
/// Whether somebody lives away for it.
bool isResidential(TreatmentKind kind);

enum class TreatmentState { Considering, UnderWay, Ended };

template <> struct Codes<TreatmentState> {
    static constexpr const char *list = "treatment_state";
    static constexpr std::array options{
        FixedOption{"considering", QT_TRANSLATE_NOOP("record", "Considering")},
        FixedOption{"under_way", QT_TRANSLATE_NOOP("record", "Under way")},
        FixedOption{"ended", QT_TRANSLATE_NOOP("record", "Ended")},
    };
};

/// One kind of treatment within an episode.
struct TreatmentPart {
    Id<TreatmentEpisode> episodeId = {};
    Id<Person> personId = {};
    TreatmentKind kind = TreatmentKind::TalkingOneToOne;
    TreatmentState state = TreatmentState::Considering;
    std::optional<QDate> since = {}; ///< none while it is considered
    std::optional<QDate> expectedEndOn = {};
    std::optional<QDate> endedOn = {};
    std::optional<TreatmentEnding> howEnded = {};
    QString note = {};

    bool operator==(const TreatmentPart &) const = default;
};

/// A review at the service that was held.
struct TreatmentReview {
    Id<TreatmentEpisode> episodeId = {};
    Id<Person> personId = {};
    QDate heldOn = {};
    QString withWhom = {};
    QString said = {}; ///< what came of it
    std::optional<QDate> nextOn = {};

    bool operator==(const TreatmentReview &) const = default;
};

} // namespace keywork
