// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/domain/watch_call.h"
#include "core/record/sensitivity.h"

#include <QDate>
#include <QMap>

namespace keywork {

class Session;
class WatchFacts;
struct WatchRule;

/// How pressing what a rule finds is: Today sorts and colours by it. A line about an emergency is never put off.
enum class Pressing {
    Emergency,
    Now, ///< before anything else on this shift
    Today,
    Soon, ///< within days
    Tidy, ///< when there is time
};

/// What a line is about: a resident, a room, any other record, or the house (no kind).
struct WatchSubject {
    QString kind; ///< table
    qint64 record = 0;
    Id<Person> person; ///< whose record it is; none for a room or the house
    bool operator==(const WatchSubject &) const = default;
};

/// Of a line about an emergency: that somebody rang, and what was answered.
struct RungAbout {
    Id<WatchCall> id;
    qint64 version = 0;
    QDateTime at;
    QString answer;
    QDateTime again; ///< when it presses again
    QString by; ///< of the team
    bool waits = false; ///< `again` is still to come
};

/// One line of what needs attention: the fact, and where to go.
struct WatchItem {
    const WatchRule *rule = nullptr; ///< set by Attention
    WatchSubject subject = {};
    QString name = {}; ///< of the resident, as Attention found them; a rule about something else says what it is called
    QString room = {};
    QDate day = {}; ///< the date that the fact rests on, may be invalid
    QMap<QString, QString> places = {}; ///< what else the sentence names: {version}, {agency} …
    /// Of those the ones that are a label of the program, marked for translation ("record"): never put into `places`, where
    /// nobody would translate it.
    QMap<QString, const char *> labels = {};
    /// Of an emergency: the moment since which it is one; a call from before that says nothing of it. Invalid: any call counts.
    QDateTime since = {};
    std::optional<RungAbout> rung = {}; ///< set by Attention

    QString code() const; ///< of its rule
    bool waits() const { return rung && rung->waits; }
    Pressing pressing() const; ///< of its rule; of an emergency that waits for what was agreed on the telephone: Now
};

/// A rule of what is watched: a value, named in the one list of rules.cpp. Everything else follows
/// from it: who sees its lines, their order and colour, their words, where they lead, putting off, CSV.
struct WatchRule {
    const char *code; ///< "plan_review_overdue": stable, for CSV, putting off and tests
    Category category; ///< who may not read it never sees the lines; who may write it may put them off
    bool (*mayKnow)(const Session &session) = nullptr; ///< who of those; none: everybody
    Pressing pressing;
    /// Of an emergency: so many minutes at most it stands below the others once somebody rang (house rule): every shift looks at it.
    int longestRungMinutes = 24 * 60;
    bool handedOver = false; ///< the next handover tells its lines; of what presses now it does in any case
    bool canWait = true; ///< false: never put off, whatever it presses; an emergency never is
    bool tellsOfClosed = false; ///< also about a closed record, of which name and room are known: what can't wait for who may read it
    const char *title; ///< marked for translation ("watch")
    /// Marked for translation. {day} is the item's day as "Mon 14 Sep", {date} the same as "14 Sep 2026"; any other name
    /// stands for the item's place of that name; {fields} names fields by their labels ("person.born_on stay.room_id").
    const char *sentence;
    /// Many lines of the rule as one, marked for translation ("watch") with %n: "%n care plans to review". None: title and number.
    const char *many = nullptr;
    /// The word on the press that leads to where it is settled, marked for translation ("watch"). None: Open.
    const char *press = nullptr;
    /// A place of the window; none: the resident's record at `opensTab`, else where the record stands.
    const char *opens = nullptr;
    const char *opensTab = nullptr; ///< none: the first
    /// What is due on the day of `facts`. Reads once, whatever the size of the file; closed records are left out by
    /// Attention in any case.
    Result<QList<WatchItem>> (*due)(const WatchFacts &facts);
};

/// Whether whoever is signed in may know what the rule finds.
bool mayKnow(const WatchRule &rule, const Session &session);
/// Whether whoever is signed in may put the rule's lines off: NotPermitted, ReadOnly; NotAllowedNow for an emergency.
Done checkMaySnooze(const WatchRule &rule, const Session &session);
/// Whether whoever is signed in may say that somebody rang about the rule's lines: NotPermitted, ReadOnly; NotAllowedNow when
/// they are no emergency.
Done checkMayRing(const WatchRule &rule, const Session &session);
/// Whether what is said about a line of this kind of record would tell whom the record is hidden from.
bool isHiddenKind(const QString &kind);
/// For `mayKnow`: who may share a resident's record, and who looks at what left without agreement.
bool maySharePeople(const Session &session);
bool managesPeople(const Session &session);
} // namespace keywork
