// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keywork.h"
#include "core/rules/keywork_watch.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/families.h"
#include "core/services/records/timeline.h"

namespace keywork {

class Records;

/// A session with what is a part of it, as far as whoever is signed in may read it.
struct KeyworkView {
    Kept<KeyworkSession> session;
    QList<Kept<KeyworkNote>> notes;
    QList<Kept<KeyworkAgreed>> agreed;
    QList<Kept<KeyworkMessage>> messages;
};

/// What is on file since the last session that was held, the latest first: whatever stands in the timeline, of any kind, so
/// that a new kind has to do nothing for it.
struct SinceLastTime {
    std::optional<Kept<KeyworkSession>> last; ///< none was held yet: since 14 days
    QList<TimelineLine> lines;
    bool hasMore = false; ///< older ones were left out
    /// What happened before that session and was only written down after it began, by anybody but who held it during it.
    QList<TimelineLine> late;
    bool hasMoreLate = false;
};

/// A session as it was typed, to be kept as a whole.
struct KeyworkContent {
    Family family; ///< agreed steps with a goal and without a step go into the draft plan
    QStringList stepsDone = {}; ///< threads of steps of the plan that were done
    std::optional<KeyworkSession> next = {}; ///< planned from here
};

/// Keywork (W: regular keyworking sessions). The next session is a planned one of the same kind, not an appointment: so what
/// was planned and what came of it is one record, and an appointment stays what it is, a visit to somebody else.
class KeyworkSessions {
public:
    KeyworkSessions(Records &records, Families &families, Timeline &timeline, CarePlans &plans);

    /// All of a resident's, the latest first.
    Result<QList<Kept<KeyworkSession>>> of(Id<Person> person) const;
    Result<KeyworkView> read(Id<KeyworkSession> id) const;
    /// The latest that was held before `before`; none: before now.
    Result<std::optional<Kept<KeyworkSession>>> lastHeldOf(Id<Person> person, const QDateTime &before = {}) const;
    /// The first that is planned for today or later.
    Result<std::optional<Kept<KeyworkSession>>> nextPlanned(Id<Person> person) const;
    /// The lines of the timeline since the last session, at most `limit`. Changes in use come with their own kind's lines.
    Result<SinceLastTime> sinceLast(Id<Person> person, int limit = kSinceLines) const;
    /// Steps of the plan that are due within a week and not done, and those done since the last session.
    Result<QList<StepView>> stepsDue(Id<Person> person) const;
    /// On which day each message was talked about last, by its code.
    Result<QHash<QString, QDate>> lastGiven(Id<Person> person) const;

    /// Everything in one commit: the session with its parts, agreed steps into the draft plan, steps done, the next session. A
    /// step that is in the plan already is not entered again. What is wrong with a part stands under its place
    /// (partColumn), with the next session under "next/column". Nothing is kept when anything is wrong.
    Result<Kept<KeyworkSession>> save(KeyworkContent content);
    /// How a planned one went without being held: missed or cancelled, with the reason.
    Result<Kept<KeyworkSession>> end(Id<KeyworkSession> id, KeyworkOutcome outcome, const QString &reason);

    static constexpr int kSinceLines = 12;
    static constexpr int kLateLines = 8;
    static constexpr int kStepsAheadDays = 7;

private:
    bool isAfter(const TimelineLine &line, const KeyworkSession &session) const;
    Done addLate(SinceLastTime &since, Id<Person> person) const;
    Done putIntoPlan(KeptRow &agreed, Id<Person> person);
    QDate dayOf(const KeyworkSession &session) const;
    Records &m_records;
    Families &m_families;
    Timeline &m_timeline;
    CarePlans &m_plans;
};

} // namespace keywork
