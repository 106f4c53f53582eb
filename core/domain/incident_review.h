// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"

namespace keywork {

enum class PolicyChange { Nothing, Changed, ToBeChanged };

template <> struct Codes<PolicyChange> {
    static constexpr const char *list = "policy_change";
    static constexpr std::array options{
        FixedOption{"nothing", QT_TRANSLATE_NOOP("record", "No policy changes")},
        FixedOption{"changed", QT_TRANSLATE_NOOP("record", "A policy was changed")},
        FixedOption{"to_be_changed", QT_TRANSLATE_NOOP("record", "A policy is to be changed: an action below")},
    };
};

enum class SharedWithTeam { AtHandover, AtMeeting, InWriting, NotShared };

template <> struct Codes<SharedWithTeam> {
    static constexpr const char *list = "shared_with_team";
    static constexpr std::array options{
        FixedOption{"at_handover", QT_TRANSLATE_NOOP("record", "At handover")},
        FixedOption{"at_meeting", QT_TRANSLATE_NOOP("record", "At the team meeting")},
        FixedOption{"in_writing", QT_TRANSLATE_NOOP("record", "In writing")},
        FixedOption{"not_shared", QT_TRANSLATE_NOOP("record", "Not shared, for the person's sake")},
    };
};

/// What a manager made of what was seen, by section 8 of the Misuse of Drugs Act 1971: until then it is "other use"
/// (additions.md, "Overdose, incidents, supplies").
enum class LegalCheck { OtherUse, OnTheList, AdviceAsked };

template <> struct Codes<LegalCheck> {
    static constexpr const char *list = "legal_check";
    static constexpr std::array options{
        FixedOption{"other_use", QT_TRANSLATE_NOOP("record", "Other use: welfare and harm reduction")},
        FixedOption{"on_the_list", QT_TRANSLATE_NOOP("record", "On the list of section 8")},
        FixedOption{"advice_asked", QT_TRANSLATE_NOOP("record", "Legal advice is asked")},
    };
};

/// What was learned of an incident: one of each, by a manager; without a finished one nothing is closed (W: all incidents are
/// logged and reviewed). Begun and gone on with as one likes; finished by `Incidents`.
struct IncidentReview {
    Id<Incident> incidentId = {};
    QString learned = {};
    std::optional<PolicyChange> policy = {};
    QString policyWhat = {};
    std::optional<SharedWithTeam> shared = {};
    std::optional<QDate> sharedOn = {};
    std::optional<LegalCheck> legalCheck = {};
    Id<Staff> withId = {}; ///< reviewed together with: whoever was part of it does not review it alone
    Id<Staff> reviewedById = {};
    std::optional<QDate> finishedOn = {}; ///< none: not finished

    bool isFinished() const { return finishedOn.has_value(); }
    bool operator==(const IncidentReview &) const = default;
};

/// What is to change because of an incident.
struct IncidentAction {
    Id<Incident> incidentId = {};
    QString what = {};
    Id<Staff> ownerId = {};
    QString ownerOther = {}; ///< not of the team: a contractor, the landlord
    QDate dueOn = {};
    std::optional<QDate> doneOn = {};
    QString outcome = {};

    bool isOpen() const { return !doneOn; }
    bool operator==(const IncidentAction &) const = default;
};

/// More detail that a manager asked somebody for.
struct IncidentQuestion {
    Id<Incident> incidentId = {};
    Id<Staff> askedOfId = {};
    QString question = {};
    QString answer = {}; ///< empty: it waits

    bool isOpen() const { return answer.trimmed().isEmpty(); }
    bool operator==(const IncidentQuestion &) const = default;
};

/// One thing of the checklist after a death that was done, by whom and when. What stands nowhere is still to be done.
struct DeathStep {
    Id<Incident> incidentId = {};
    Choice step = {};
    QDateTime doneAt = {};
    Id<Staff> byId = {};
    QString byOther = {}; ///< done by somebody else: the police told the family
    QString note = {};

    bool operator==(const DeathStep &) const = default;
};

/// All incidents of a month, looked at together.
struct IncidentMonth {
    QDate monthOn = {}; ///< its first day
    QDate reviewedOn = {};
    Id<Staff> byId = {};
    QString who = {}; ///< who else took part
    qint64 incidents = 0; ///< of that month, when it was looked at; set by `Incidents`, as the next one
    qint64 nearMisses = 0;
    QString learned = {};
    QString changes = {};

    bool operator==(const IncidentMonth &) const = default;
};

} // namespace keywork
