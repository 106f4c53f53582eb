// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

enum class AtRisk { Resident, AnotherAdult, Child, Several };
template <> struct Codes<AtRisk> {
    static constexpr const char *list = "at_risk";
    static constexpr std::array options{
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "The resident")},
        FixedOption{"another_adult", QT_TRANSLATE_NOOP("record", "Another adult")},
        FixedOption{"child", QT_TRANSLATE_NOOP("record", "A child or children")},
        FixedOption{"several", QT_TRANSLATE_NOOP("record", "Several people")},
    };
};

/// What the person said to something being done. Declined is not the end (W, case study 2): capacity, pressure and others at
/// risk are looked at then.
enum class ConcernWish { NotAskedYet, Agrees, Declined, CouldNotSay };
template <> struct Codes<ConcernWish> {
    static constexpr const char *list = "concern_wish";
    static constexpr std::array options{
        FixedOption{"not_asked_yet", QT_TRANSLATE_NOOP("record", "Not asked yet")},
        FixedOption{"agrees", QT_TRANSLATE_NOOP("record", "Wants something done")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Does not want anything done")},
        FixedOption{"could_not_say", QT_TRANSLATE_NOOP("record", "Could not say")},
    };
};

enum class ConcernState { Raised, InHand, Closed };
template <> struct Codes<ConcernState> {
    static constexpr const char *list = "concern_state";
    static constexpr std::array options{
        FixedOption{"raised", QT_TRANSLATE_NOOP("record", "Raised, not looked at by the lead yet"), QT_TRANSLATE_NOOP("record", "Raised")},
        FixedOption{"in_hand", QT_TRANSLATE_NOOP("record", "The lead is dealing with it"), QT_TRANSLATE_NOOP("record", "Being dealt with")},
        FixedOption{"closed", QT_TRANSLATE_NOOP("record", "Closed")},
    };
};

/// That an adult or a child may be harmed. Anybody of the team raises one; only managers read it, and of these not the one whom
/// it is about. What is looked at, decided and done stands in the same record, what was done step by step in its parts.
struct SafeguardingConcern {
    QString number; ///< SG-0001
    Id<Person> personId;
    Choice kind;
    QDateTime seenAt; ///< when it was seen or heard
    QString place;
    QString whatWasSeen; ///< seen and heard, in the words that were said
    AtRisk atRisk = AtRisk::Resident;
    QString atRiskWho; ///< whoever is at risk besides or instead of the resident
    QString doneAtOnce;
    QString incidentNumber; ///< I-0001, when it came of one
    Id<Staff> aboutStaffId; ///< of the team: they never see it

    ConcernWish wish = ConcernWish::NotAskedYet;
    QString theirWords; ///< what the person wants, in their words
    Choice capacity; ///< for this decision
    QString capacityWhy;
    Choice coercion;
    Choice othersAtRisk;
    QString othersWho; ///< what is known of pressure, and of others or children at risk

    ConcernState state = ConcernState::Raised;
    Id<Staff> leadId;
    Choice decision;
    std::optional<QDate> decidedOn;
    QString decisionWhy;
    Id<Agency> agencyId; ///< referred to
    std::optional<QDate> referredOn;
    QString theirReference;
    QString protectionPlan;
    std::optional<QDate> reviewOn;
    QString outcome;
    std::optional<QDate> closedOn;

    bool isOpen() const { return state != ConcernState::Closed; }
    bool isDecided() const { return !decision.code.isEmpty(); }
    /// Whether it is to be looked at again on `today`.
    bool needsReview(QDate today) const { return isOpen() && isDecided() && reviewOn && *reviewOn <= today; }
    bool operator==(const SafeguardingConcern &) const = default;
};

/// Something that was done about a concern.
struct SafeguardingStep {
    Id<SafeguardingConcern> concernId;
    Id<Person> personId;
    Id<Staff> aboutStaffId; ///< as the concern has it, so that it is hidden from the same person
    QDateTime doneAt;
    QString what;
    Id<Staff> byId;
    QString withWhom;

    bool operator==(const SafeguardingStep &) const = default;
};

} // namespace keywork
