// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/care_plan.h"

namespace keywork {

/// How a keywork session came about. "Missed" is said of a day, not of a person.
enum class KeyworkOutcome { Planned, Held, Late, Missed, CancelledByThem, CancelledByHouse };

template <> struct Codes<KeyworkOutcome> {
    static constexpr const char *list = "keywork_outcome";
    static constexpr std::array options{
        FixedOption{"planned", QT_TRANSLATE_NOOP("record", "Planned")},
        FixedOption{"held", QT_TRANSLATE_NOOP("record", "Held")},
        FixedOption{"late", QT_TRANSLATE_NOOP("record", "Held, began late"), QT_TRANSLATE_NOOP("record", "Late")},
        FixedOption{"missed", QT_TRANSLATE_NOOP("record", "Missed")},
        FixedOption{"cancelled_by_them", QT_TRANSLATE_NOOP("record", "Cancelled by the resident"),
            QT_TRANSLATE_NOOP("record", "Cancelled by resident")},
        FixedOption{
            "cancelled_by_house", QT_TRANSLATE_NOOP("record", "Cancelled by the house"), QT_TRANSLATE_NOOP("record", "Cancelled by house")},
    };
};

enum class NaloxoneTalk { NotRaised, Took, HasSome, NotNow };

template <> struct Codes<NaloxoneTalk> {
    static constexpr const char *list = "naloxone_talk";
    static constexpr std::array options{
        FixedOption{"not_raised", QT_TRANSLATE_NOOP("record", "Not talked about")},
        FixedOption{"took", QT_TRANSLATE_NOOP("record", "Offered, took it")},
        FixedOption{"has_some", QT_TRANSLATE_NOOP("record", "Has it already")},
        FixedOption{"not_now", QT_TRANSLATE_NOOP("record", "Offered, not wanted now")},
    };
};

/// Time that a resident and their keyworker have for each other (W: regular keyworking sessions: changes in use, daily
/// routine, treatment feedback, motivation, longer-term planning). A planned one is the same record before it is held.
struct KeyworkSession {
    Id<Person> personId;
    Id<Staff> staffId; ///< of the team, with whom
    QDateTime startsAt; ///< when it is planned for; once it was held, when it began
    std::optional<QDateTime> plannedFor; ///< of one that was held or missed: the plan; none: it was not planned
    std::optional<qint64> minutes; ///< 1 to 480
    QString place;
    KeyworkOutcome outcome = KeyworkOutcome::Planned;
    QString reason; ///< why it was missed or cancelled
    QString dailyRoutine;
    QString treatmentFeedback;
    QString longerTerm;
    QString ownWords; ///< what they said, read back next time
    std::optional<qint64> importance; ///< 0 to 10; none: not asked
    std::optional<qint64> confidence; ///< 0 to 10; none: not asked
    NaloxoneTalk naloxone = NaloxoneTalk::NotRaised;

    bool isHeld() const { return outcome == KeyworkOutcome::Held || outcome == KeyworkOutcome::Late; }
    bool isPlanned() const { return outcome == KeyworkOutcome::Planned; }
    bool operator==(const KeyworkSession &) const = default;
};

/// What was talked about in one area of the care plan; several of one area are possible.
struct KeyworkNote {
    Id<KeyworkSession> sessionId;
    Id<Person> personId;
    Area area = Area::Health;
    QString text;
    QString goals; ///< threads of the goals that it touched, separated by commas
    bool operator==(const KeyworkNote &) const = default;
};

/// A next step that was agreed. In the plan it is a step there, of which this holds the thread: it is entered once.
struct KeyworkAgreed {
    Id<KeyworkSession> sessionId;
    Id<Person> personId;
    QString what;
    StepActor actor = StepActor::Resident;
    QString name; ///< somebody else, as they are called
    Id<Staff> staffId;
    Id<Agency> agencyId;
    std::optional<QDate> dueOn;
    QString goalThread; ///< the goal that it was added to; empty: it is not in the plan
    QString stepThread; ///< the step in the plan; empty: none
    bool operator==(const KeyworkAgreed &) const = default;
};

/// A harm-reduction message that was talked about. The list (resources/choices/keywork.json) is the house's to extend; it begins
/// with what W names: "Overdose Prevention", "Store and Administer Naloxone", needle exchange, mutual aid, drug treatment.
struct KeyworkMessage {
    Id<KeyworkSession> sessionId;
    Id<Person> personId;
    Choice message;
    bool leaflet = false; ///< something on paper was given
    bool operator==(const KeyworkMessage &) const = default;
};

/// A quick note of a contact: three words at the desk. Whoever wrote it has seen them, unless it was on the telephone.
struct ContactNote {
    Id<Person> personId;
    QDateTime seenAt;
    QString text; ///< one line
    bool onPhone = false; ///< heard, not seen
    bool operator==(const ContactNote &) const = default;
};

enum class AdvocacyMeans { Telephone, Email, Letter, InPerson };

template <> struct Codes<AdvocacyMeans> {
    static constexpr const char *list = "advocacy_means";
    static constexpr std::array options{
        FixedOption{"telephone", QT_TRANSLATE_NOOP("record", "By telephone")},
        FixedOption{"email", QT_TRANSLATE_NOOP("record", "By e-mail")},
        FixedOption{"letter", QT_TRANSLATE_NOOP("record", "By letter")},
        FixedOption{"in_person", QT_TRANSLATE_NOOP("record", "In person")},
    };
};

enum class AdvocacyWhy { CareNotReceived, Discrimination, ProcessNotFollowed, Other };

template <> struct Codes<AdvocacyWhy> {
    static constexpr const char *list = "advocacy_why";
    static constexpr std::array options{
        FixedOption{"care_not_received", QT_TRANSLATE_NOOP("record", "Care or support not received")},
        FixedOption{"discrimination", QT_TRANSLATE_NOOP("record", "Treated worse than others")},
        FixedOption{"process_not_followed", QT_TRANSLATE_NOOP("record", "The process was not followed")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another reason")},
    };
};

/// Speaking up for a resident, with them or without (W, "Provide Advocacy").
struct Advocacy {
    Id<Person> personId;
    QDate onDay;
    Id<Staff> staffId; ///< who did it
    bool withThem = false; ///< the resident was there or on the line; work without them counts, too
    AdvocacyMeans means = AdvocacyMeans::Telephone;
    Id<Agency> agencyId;
    QString withWhom; ///< where it is no agency on file, or the person there
    AdvocacyWhy why = AdvocacyWhy::CareNotReceived;
    QString asked;
    QString letter = {}; ///< its text, as it goes out; only of one by letter
    QString result;
    std::optional<QDate> followUpOn; ///< until a result is written
    bool isOpen() const { return result.trimmed().isEmpty(); }
    bool operator==(const Advocacy &) const = default;
};

} // namespace keywork
