// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"

namespace keywork {

/// After how many hours without being seen Today asks after one resident, where it is another number than the house's; the
/// latest one that holds counts.
struct SeenWithin {
    Id<Person> personId = {};
    qint64 hours = 24; ///< 1 to 336
    QString why = {};
    QDate fromOn = {};
    std::optional<QDate> untilOn = {}; ///< none: until it is ended

    bool holdsOn(QDate day) const { return fromOn <= day && (!untilOn || day <= *untilOn); }
    bool operator==(const SeenWithin &) const = default;
};

/// What is done when somebody was not seen, in the order in which it is done (domain.md, "Team"); or that they were seen.
enum class MissingAct { Knocked, Rang, Entered, SafeContact, OthersAsked, Hospital, Custody, Police, Seen, Other };

template <> struct Codes<MissingAct> {
    static constexpr const char *list = "missing_act";
    static constexpr std::array options{
        FixedOption{"knocked", QT_TRANSLATE_NOOP("record", "Knocked at the door"), QT_TRANSLATE_NOOP("record", "Knocked")},
        FixedOption{"rang", QT_TRANSLATE_NOOP("record", "Rang their telephone"), QT_TRANSLATE_NOOP("record", "Rang")},
        FixedOption{"entered", QT_TRANSLATE_NOOP("record", "Entered the room, two people"), QT_TRANSLATE_NOOP("record", "Entered")},
        FixedOption{"safe_contact", QT_TRANSLATE_NOOP("record", "Asked the safe contact"), QT_TRANSLATE_NOOP("record", "Safe contact")},
        FixedOption{"others_asked", QT_TRANSLATE_NOOP("record", "Asked others in the house"), QT_TRANSLATE_NOOP("record", "Others asked")},
        FixedOption{"hospital", QT_TRANSLATE_NOOP("record", "Rang the hospital"), QT_TRANSLATE_NOOP("record", "Hospital")},
        FixedOption{"custody", QT_TRANSLATE_NOOP("record", "Rang police custody"), QT_TRANSLATE_NOOP("record", "Custody")},
        FixedOption{"police", QT_TRANSLATE_NOOP("record", "Told the police"), QT_TRANSLATE_NOOP("record", "Police")},
        FixedOption{"seen", QT_TRANSLATE_NOOP("record", "Seen"), QT_TRANSLATE_NOOP("record", "Seen")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else"), QT_TRANSLATE_NOOP("record", "Other")},
    };
};

enum class MissingAnswer { NoReply, NotThere, Heard, Seen, Told };

template <> struct Codes<MissingAnswer> {
    static constexpr const char *list = "missing_answer";
    static constexpr std::array options{
        FixedOption{"no_reply", QT_TRANSLATE_NOOP("record", "No reply"), QT_TRANSLATE_NOOP("record", "no reply")},
        FixedOption{"not_there", QT_TRANSLATE_NOOP("record", "Not there, or not seen"), QT_TRANSLATE_NOOP("record", "not there")},
        FixedOption{
            "heard", QT_TRANSLATE_NOOP("record", "Heard of them, not seen by us"), QT_TRANSLATE_NOOP("record", "heard of, not seen")},
        FixedOption{"seen", QT_TRANSLATE_NOOP("record", "They answered, or were seen"), QT_TRANSLATE_NOOP("record", "seen")},
        FixedOption{"told", QT_TRANSLATE_NOOP("record", "Told; they look into it"), QT_TRANSLATE_NOOP("record", "told")},
    };
};

/// One step to find somebody, or that they were seen about the house. Knocking and ringing are no incident: a step belongs to
/// one from when somebody is looked for beyond their door (`opensEpisode`).
struct MissingStep {
    Id<Person> personId = {};
    Id<Incident> incidentId = {}; ///< of kind "missing"; set by `Missing`
    MissingAct act = MissingAct::Knocked;
    QDateTime happenedAt = {};
    MissingAnswer answer = MissingAnswer::NoReply;
    QString place = {};
    Id<Staff> byId = {}; ///< none: whoever wrote it down
    Id<Staff> withId = {}; ///< of entering: the second of two
    QString withOther = {}; ///< the same, when it is nobody of the team
    QString whom = {}; ///< who was asked or told
    QString reference = {}; ///< of the police
    QString note = {};

    bool operator==(const MissingStep &) const = default;
};

/// Whether a step of this kind means that somebody is missing: from then on there is an incident.
constexpr bool opensEpisode(MissingAct act, MissingAnswer answer)
{
    if (answer == MissingAnswer::Seen || answer == MissingAnswer::Heard)
        return false;
    return act == MissingAct::Police || (act == MissingAct::Entered && answer == MissingAnswer::NotThere);
}

enum class FoundHow { CameBack, InRoom, SeenOutside, HeardFromThem, TheyTold };

template <> struct Codes<FoundHow> {
    static constexpr const char *list = "found_how";
    static constexpr std::array options{
        FixedOption{"came_back", QT_TRANSLATE_NOOP("record", "Came back")},
        FixedOption{"in_room", QT_TRANSLATE_NOOP("record", "Was here: in their room, or elsewhere in the house")},
        FixedOption{"seen_outside", QT_TRANSLATE_NOOP("record", "Seen by us somewhere else")},
        FixedOption{"heard_from_them", QT_TRANSLATE_NOOP("record", "Spoke to us on the telephone")},
        FixedOption{"they_told", QT_TRANSLATE_NOOP("record", "Hospital, police or somebody else told us where they are")},
    };
};

/// Whether whoever looked for them has seen them: a telephone call or somebody's word is no such meeting.
constexpr bool isSeenByUs(FoundHow how) { return how <= FoundHow::SeenOutside; }

enum class WelfareAsked { NotYet, Well, NeedsSomething, ChoseNotToTalk };

template <> struct Codes<WelfareAsked> {
    static constexpr const char *list = "welfare_asked";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet: ask when there is a moment")},
        FixedOption{"well", QT_TRANSLATE_NOOP("record", "Yes, they say they are well")},
        FixedOption{"needs_something", QT_TRANSLATE_NOOP("record", "Yes, they need something")},
        FixedOption{"chose_not_to_talk", QT_TRANSLATE_NOOP("record", "Yes, they chose not to talk about it")},
    };
};

/// Of an incident of kind "missing": what is told so that somebody is found, and how it ended. Since when they were not seen
/// and when they were back is the incident's own (`Incident::lastSeenAt`, `backAt`), so it stands in one place.
struct MissingEpisode {
    Id<Incident> incidentId = {};
    Id<Person> personId = {};
    QString described = {}; ///< what they look like
    QString lastSeenWhere = {}; ///< as the police are told it: where a record says somebody was can tell of their health
    QString wearing = {};
    QString likelyPlaces = {};
    QString mayBeWith = {};
    QString telephone = {};
    std::optional<FoundHow> foundHow = {}; ///< none: not found yet
    QString foundWhere = {};
    Id<Staff> foundById = {};
    QString foundByOther = {}; ///< the police, a friend
    std::optional<WelfareAsked> welfare = {};
    QString welfareNote = {};

    bool operator==(const MissingEpisode &) const = default;
};

} // namespace keywork
