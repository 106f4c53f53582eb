// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// How it is thought to have come about; nobody has to know at once.
enum class IncidentIntent { Accidental, Intentional, NotKnown };

template <> struct Codes<IncidentIntent> {
    static constexpr const char *list = "incident_intent";
    static constexpr std::array options{
        FixedOption{"accidental", QT_TRANSLATE_NOOP("record", "Accidental")},
        FixedOption{"intentional", QT_TRANSLATE_NOOP("record", "Intentional")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// What came of it for safeguarding. Declined by the person is an answer, and not the end (W, case study 2).
enum class IncidentSafeguarding { NotNeeded, Raised, Declined, ToBeDecided };

template <> struct Codes<IncidentSafeguarding> {
    static constexpr const char *list = "incident_safeguarding";
    static constexpr std::array options{
        FixedOption{"not_needed", QT_TRANSLATE_NOOP("record", "Not needed")},
        FixedOption{"raised", QT_TRANSLATE_NOOP("record", "Raised")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Declined by the person")},
        FixedOption{"to_be_decided", QT_TRANSLATE_NOOP("record", "Still to be decided")},
    };
};

/// Whether it has to be reported to the Health and Safety Executive was thought of (additions.md, "Overdose, incidents,
/// supplies"); the program does not judge it.
enum class RiddorConsidered { NotReportable, Reported, ToBeDecided };

template <> struct Codes<RiddorConsidered> {
    static constexpr const char *list = "riddor_considered";
    static constexpr std::array options{
        FixedOption{"not_reportable", QT_TRANSLATE_NOOP("record", "Considered: not reportable")},
        FixedOption{"reported", QT_TRANSLATE_NOOP("record", "Considered: reported")},
        FixedOption{"to_be_decided", QT_TRANSLATE_NOOP("record", "Still to be decided")},
    };
};

enum class FireAlarm { Sounded, DidNotSound, SwitchedOff, NotKnown };

template <> struct Codes<FireAlarm> {
    static constexpr const char *list = "fire_alarm";
    static constexpr std::array options{
        FixedOption{"sounded", QT_TRANSLATE_NOOP("record", "It sounded")},
        FixedOption{"did_not_sound", QT_TRANSLATE_NOOP("record", "It did not sound")},
        FixedOption{"switched_off", QT_TRANSLATE_NOOP("record", "It was switched off or covered")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

enum class EverybodyOut { Everybody, NotEverybody, NotNeeded };

template <> struct Codes<EverybodyOut> {
    static constexpr const char *list = "everybody_out";
    static constexpr std::array options{
        FixedOption{"everybody", QT_TRANSLATE_NOOP("record", "Everybody was out and counted")},
        FixedOption{"not_everybody", QT_TRANSLATE_NOOP("record", "Not everybody")},
        FixedOption{"not_needed", QT_TRANSLATE_NOOP("record", "Nobody had to go out")},
    };
};

/// Something that happened in or around the house, a near miss included, as whoever was there logs it (W: all incidents are
/// logged and reviewed). Who was in it stands in its parts.
struct Incident {
    QString number; ///< I-0001
    Choice kind;
    QDateTime happenedAt;
    QString place; ///< where, in words
    QString whatHappened;
    QString whatWasDone;
    // What the kinds add, said when there is time.
    std::optional<QDateTime> lastSeenAt = {}; ///< missing: by anybody
    std::optional<QDateTime> backAt = {};
    QString needleFrom = {}; ///< needle-stick: whose it was, as far as known
    QString careSought = {}; ///< needle-stick: where, and when
    QString fireStarted = {}; ///< what burned, and how it began
    std::optional<FireAlarm> fireAlarm = {};
    std::optional<EverybodyOut> everybodyOut = {};
    Choice section8 = {}; ///< what was seen, by the list of section 8; nobody's judgement of the law
    QString injuries = {};
    std::optional<IncidentIntent> intent = {};
    std::optional<IncidentSafeguarding> safeguarding = {};
    QString concernNumber = {}; ///< SG-0001, of what was raised
    QString accidentBook = {}; ///< number of the entry
    std::optional<RiddorConsidered> riddor = {};
    QString riddorReference = {};

    bool operator==(const Incident &) const = default;
};

enum class InvolvedWho { Resident, Staff, Visitor };

template <> struct Codes<InvolvedWho> {
    static constexpr const char *list = "involved_who";
    static constexpr std::array options{
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "A resident")},
        FixedOption{"staff", QT_TRANSLATE_NOOP("record", "Somebody of the team")},
        FixedOption{"visitor", QT_TRANSLATE_NOOP("record", "A visitor or somebody else")},
    };
};

/// What came of the offer to talk about it afterwards, to a resident as to a colleague.
enum class Debrief { NotYet, Wanted, Later, NotWanted, Held };

template <> struct Codes<Debrief> {
    static constexpr const char *list = "debrief";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not offered yet")},
        FixedOption{"wanted", QT_TRANSLATE_NOOP("record", "Offered: wants it")},
        FixedOption{"later", QT_TRANSLATE_NOOP("record", "Offered: perhaps later")},
        FixedOption{"not_wanted", QT_TRANSLATE_NOOP("record", "Offered: does not want it")},
        FixedOption{"held", QT_TRANSLATE_NOOP("record", "Held")},
    };
};

/// One of the people in an incident: a resident, a member of the team, or somebody who is only described.
struct IncidentPerson {
    Id<Incident> incidentId = {};
    InvolvedWho who = InvolvedWho::Resident;
    Id<Person> personId = {};
    Id<Staff> staffId = {};
    QString described = {}; ///< a visitor: what is known of them
    Choice role = {};
    QString about = {}; ///< what happened to them, injuries, what they said
    std::optional<Debrief> debrief = {}; ///< none: nobody said anything of it
    std::optional<QDate> debriefOn = {};
    bool pressed = false; ///< put in by Overdose — act now, which takes out again only what it put in itself

    bool operator==(const IncidentPerson &) const = default;
};

} // namespace keywork
