// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"

namespace keywork {

/// So long an incident waits for review at most until Today presses it (additions.md, "Overdose, incidents, supplies").
inline constexpr int kUnreviewedDays = 45;
/// So long found items are here at most until Today says so (as above).
inline constexpr int kFoundItemHours = 24;
/// By this day of a month the incidents of the one before were looked at together; house rule.
inline constexpr int kMonthReviewedBy = 7;

/// How far an incident is; never typed, always worked out.
enum class IncidentState { Open, WaitingForReview, DetailAsked, Reviewed };
template <> struct Codes<IncidentState> {
    static constexpr const char *list = "incident_state";
    static constexpr std::array options{FixedOption{"open", QT_TRANSLATE_NOOP("record", "Open: more to say")},
        FixedOption{"waiting_for_review", QT_TRANSLATE_NOOP("record", "Waiting for review")},
        FixedOption{"detail_asked", QT_TRANSLATE_NOOP("record", "More detail asked")},
        FixedOption{"reviewed", QT_TRANSLATE_NOOP("record", "Reviewed")}};
};

/// What was not said when it was logged: at night time, kind and what happened suffice, the rest waits (additions.md, "House
/// and shift"). None of it keeps a manager from reviewing.
enum class IncidentGap { WhatWasDone, Place, People, Intent, Safeguarding };
template <> struct Codes<IncidentGap> {
    static constexpr const char *list = "incident_gap";
    static constexpr std::array options{FixedOption{"what_was_done", QT_TRANSLATE_NOOP("record", "What was done")},
        FixedOption{"place", QT_TRANSLATE_NOOP("record", "Where it was")},
        FixedOption{"people", QT_TRANSLATE_NOOP("record", "Who was in it")},
        FixedOption{"intent", QT_TRANSLATE_NOOP("record", "Whether it was accidental")},
        FixedOption{"safeguarding", QT_TRANSLATE_NOOP("record", "What came of it for safeguarding")}};
};

/// `people`: how many are named in it. Whether somebody was in it is asked of what happens to people; whether it was
/// accidental, and about safeguarding, of what harms them.
QList<IncidentGap> incidentGaps(const Incident &incident, qsizetype people);

/// A finished review closes it; a question that waits comes before what was left open.
IncidentState incidentStateOf(bool isReviewed, bool hasOpenQuestion, const QList<IncidentGap> &gaps);

/// Whether the member of the team was part of it: whoever was only told was not.
bool wasPartOf(Id<Staff> member, const QList<IncidentPerson> &people);

/// A manager does not review alone what they were part of when another manager exists; together with another one they do.
Violations reviewerProblems(Id<Staff> reviewer, Id<Staff> with, const QList<IncidentPerson> &people, bool isThereAnother);

/// What a line of the register of found items waits for.
enum class FoundWaits { Nothing, SecondName, WhereItGoes, Both };
FoundWaits waitsFor(const FoundItem &item);
/// Whole hours that it was here: elapsed ones, whatever the clocks did in between. Until `now`, or until it went.
qint64 hoursHere(const FoundItem &item, const QDateTime &now);

/// The month that is to be looked at together on `today`, by its first day; none: it is not time yet.
std::optional<QDate> monthToReview(QDate today);

} // namespace keywork
