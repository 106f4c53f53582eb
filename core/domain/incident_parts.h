// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"

namespace keywork {

/// What a service did when it was called.
enum class ServiceAnswer { Waiting, Came, Advice, CalledOff, Declined };

template <> struct Codes<ServiceAnswer> {
    static constexpr const char *list = "service_answer";
    static constexpr std::array options{
        FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Waited for")},
        FixedOption{"came", QT_TRANSLATE_NOOP("record", "Came")},
        FixedOption{"advice", QT_TRANSLATE_NOOP("record", "Advised by telephone")},
        FixedOption{"called_off", QT_TRANSLATE_NOOP("record", "Called off")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Did not come: they declined")},
    };
};

/// A service that was called because of an incident. Where it declined, by whom and what was done then is said (additions.md,
/// "Overdose, incidents, supplies").
struct ServiceCalled {
    Id<Incident> incidentId = {};
    Choice service = {};
    QDateTime calledAt = {};
    Id<Staff> calledById = {};
    QString toldThem = {}; ///< what they were told
    QString reference = {}; ///< their log or incident number
    ServiceAnswer answer = ServiceAnswer::Waiting;
    std::optional<QDateTime> cameAt = {};
    QString declinedBy = {};
    QString whatThen = {};

    bool operator==(const ServiceCalled &) const = default;
};

/// Somebody who was told of an incident, besides the services that were called.
struct IncidentTold {
    Id<Incident> incidentId = {};
    Choice whom = {};
    QString name = {};
    QDateTime toldAt = {};
    Id<Staff> byId = {};
    QString what = {};

    bool operator==(const IncidentTold &) const = default;
};

/// Who puts the second name to a sealed bag. Whoever is alone at night seals it all the same, and it stays open.
enum class BagSecond { Nobody, Staff, Other, NoBag };

template <> struct Codes<BagSecond> {
    static constexpr const char *list = "bag_second";
    static constexpr std::array options{
        FixedOption{"nobody", QT_TRANSLATE_NOOP("record", "Nobody else is here: the second name follows")},
        FixedOption{"staff", QT_TRANSLATE_NOOP("record", "A colleague")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Somebody else, such as a police officer")},
        FixedOption{"no_bag", QT_TRANSLATE_NOOP("record", "No bag: straight into the sharps box")},
    };
};

/// Where what was found went in the end.
enum class FoundEnded { Police, Pharmacy, Destroyed, SharpsBox };

template <> struct Codes<FoundEnded> {
    static constexpr const char *list = "found_ended";
    static constexpr std::array options{
        FixedOption{"police", QT_TRANSLATE_NOOP("record", "Handed to the police")},
        FixedOption{"pharmacy", QT_TRANSLATE_NOOP("record", "Taken by a pharmacy")},
        FixedOption{"destroyed", QT_TRANSLATE_NOOP("record", "Destroyed, with two names")},
        FixedOption{"sharps_box", QT_TRANSLATE_NOOP("record", "Into the sharps box")},
    };
};

/// Something that was found: a line of the register of found items, over all incidents (domain.md, "Incidents"). It is
/// described from outside; nobody weighs, tests or tastes it (additions.md).
struct FoundItem {
    Id<Incident> incidentId = {};
    QString number = {}; ///< F-0001
    Choice what = {};
    QString look = {}; ///< from outside
    std::optional<qint64> howMany = {}; ///< pieces, at least 1
    QString foundWhere = {};
    QDateTime foundAt = {};
    QString bagNumber = {}; ///< of the seal
    Id<Staff> firstId = {};
    BagSecond second = BagSecond::Nobody;
    Id<Staff> secondId = {};
    QString secondName = {}; ///< of somebody who is not of the team
    QString keptWhere = {};
    std::optional<FoundEnded> ended = {}; ///< none: it is still here
    std::optional<QDateTime> endedAt = {};
    QString policeReference = {};
    QString endedHow = {}; ///< to whom, or how it was destroyed
    Id<Staff> endedById = {};
    Id<Staff> endedWithId = {}; ///< destroyed: the second name

    bool operator==(const FoundItem &) const = default;
};

} // namespace keywork
