// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/missing.h"
#include "core/rules/last_seen.h"

namespace keywork {

class LastSeen;
class Records;
struct OpenMissing;

/// Where looking for somebody stands: what was done since they were last seen, and the incident once they are missing.
struct MissingNow {
    QList<Kept<MissingStep>> steps; ///< in the order in which they happened; of the incident, else since they were last seen
    std::optional<MissingAct> next; ///< what is done next (nextMissingAct)
    std::optional<Kept<Incident>> incident; ///< open, and as whoever asks may read it
    std::optional<Kept<MissingEpisode>> episode;
    bool isOpen = false; ///< also where the incident may not be read
    QDateTime since; ///< of one that is open
    bool policeTold = false;
};

/// That they were found, by somebody's hand.
struct FoundAgain {
    QDateTime at;
    FoundHow how = FoundHow::CameBack;
    QString where;
    Id<Staff> byId;
    QString byOther;
    WelfareAsked welfare = WelfareAsked::NotYet;
    QString welfareNote;
};

/// Steps to find somebody who was not seen. A step that means that they are missing (`opensEpisode`) opens one incident of
/// kind "missing" with its `MissingEpisode`; what was done since they were last seen joins it. There is one open one a person.
class Missing {
public:
    Missing(Records &records, const LastSeen &lastSeen);

    /// NeedToKnow, NotPermitted for whoever may not read about risk.
    Result<MissingNow> of(Id<Person> person) const;
    /// Writes a step down, with the incident it belongs to, in one commit. Invalid: a room is entered by two who are named.
    Result<Kept<MissingStep>> press(MissingStep step);
    /// Opens the incident by somebody's hand; the one that is open, where there is one.
    Result<Id<Incident>> open(Id<Person> person);
    /// Closes it: when they were back (of the incident), where and how, by whom, and whether anybody asked how they are.
    /// Invalid; NotFound where none is open; NotPermitted.
    Done found(Id<Person> person, const FoundAgain &again);

private:
    Result<std::optional<OpenMissing>> openOf(Id<Person> person) const;
    Result<QDateTime> lastSeenAt(Id<Person> person) const;
    Result<Id<Incident>> begin(Id<Person> person, const QDateTime &at);
    Done joinEarlierSteps(Id<Person> person, Id<Incident> incident, const QDateTime &since);
    Result<std::optional<Kept<MissingEpisode>>> episodeOf(Id<Incident> incident) const;
    Records &m_records;
    const LastSeen &m_lastSeen;
};

} // namespace keywork
