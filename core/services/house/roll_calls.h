// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/roll_call.h"
#include "core/rules/roll_call.h"
#include "core/services/house/front_desk.h"
#include "core/services/house/presence.h"

namespace keywork {

/// Somebody on a roll call, with what whoever empties the building has to know.
struct RollLine {
    Kept<RollCallLine> line; ///< id 0: of a list that was not begun
    RollEntry entry;
    /// How they get out, and what they would not hear or see; the plan is told of a closed record, too: it is written for whoever
    /// empties the building, and for nothing else.
    QString help = {};
    QString told = {}; ///< of a visitor the host, of a contractor where they work
    QString tickedBy = {};
};

/// A roll call as it stands.
struct RollCallNow {
    std::optional<Kept<RollCall>> call = {}; ///< none: a list that was not begun
    QDateTime at = {}; ///< when the list was made
    QList<RollLine> lines = {}; ///< in the order of the paper
    RollCount count = {};
    QStringList residentNumbers = {}; ///< for what is kept of the paper
};

/// Everybody is called by name outside.
class RollCalls {
public:
    RollCalls(Records &records, const People &people, const Presence &presence, const FrontDesk &desk);

    /// Who would be on it now; nothing is kept. NotPermitted.
    Result<RollCallNow> asOfNow() const;
    /// Writes the list down in one commit, and gives the one that goes on when there is one already. NotPermitted.
    Result<Id<RollCall>> begin();
    /// The one that goes on; none: none does.
    Result<std::optional<Id<RollCall>>> running() const;
    /// As it was written down, ticks as they are. NotFound, NotPermitted.
    Result<RollCallNow> read(Id<RollCall> call) const;
    /// Accounted for just now, by whoever is signed in; or not after all. NotAllowedNow once it was ended.
    Done tick(Id<RollCallLine> line, bool isThere);
    /// NotAllowedNow once it was ended; Invalid while nobody said whether it was a drill.
    Done end(Id<RollCall> call, RollCallKind kind, const QString &assembled, const QString &note);

private:
    Result<QList<RollCallLine>> everybodyNow() const;
    Result<RollCallNow> told(const std::optional<Kept<RollCall>> &call, const QList<Kept<RollCallLine>> &lines) const;
    Done tellResidents(QList<RollLine> &lines, QStringList &numbers) const;
    Done tellOthers(QList<RollLine> &lines) const;
    Done checkGoesOn(Id<RollCall> call) const;
    Records &m_records;
    const People &m_people;
    const Presence &m_presence;
    const FrontDesk &m_desk;
};

} // namespace keywork
