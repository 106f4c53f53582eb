// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/presence.h"
#include "core/services/care/away_reading.h"
#include "core/services/records/people.h"

namespace keywork {

class RecordReader;
class Records;

/// Where people are, past what anybody may see of them.
struct PresenceOnFile {
    QHash<qint64, PresenceState> states; ///< by person; without whoever is not here by a stay
    QHash<qint64, QList<AwaySpell>> spells; ///< that are on file of them
    QHash<qint64, Stay> stays; ///< those that go on
};

/// Where these people were at a moment (everybody who is here by stay when none are named): four statements, however many they
/// are. `without`: a movement that does not count, since it is the one that is judged.
Result<PresenceOnFile> readPresence(const RecordReader &records, const QDateTime &at, const QList<qint64> &people = {}, qint64 without = 0);
/// The house's figure of hours for which a word of the desk counts.
Result<int> presenceHours(const RecordReader &records);

/// Somebody who is here by stay, as the desk shows them.
struct PersonPresence {
    ResidentLine line; ///< of a closed record name and room only
    PresenceState state;
    QString awayWhy; ///< of Away: code of AwayWhy; empty where it may not be told
};

/// Who is in the building, out, away or not known, as whoever is at the desk says and as the record tells.
class Presence {
public:
    Presence(Records &records, const People &people);

    /// Everybody who is here by stay, by name; of closed records name, room and whereabouts only: a fire can't wait.
    /// NotPermitted to whom residents may not be known.
    Result<QList<PersonPresence>> everybody() const;
    /// Of one person; none when they are not here by a stay.
    Result<std::optional<PersonPresence>> of(Id<Person> person) const;

    /// Keeps at once that somebody came in or went out now. Invalid with OutWhileAway, OutAlready, OutsideTheStay; NotPermitted.
    /// Whoever stands at the desk may say it of a closed record, too.
    Result<Kept<DeskMovement>> put(
        Id<Person> person, DeskDirection direction, const std::optional<QDateTime> &expectedBack = {}, const QString &note = {});
    /// Takes a mis-press back: the movement is entered in error. NotAllowedNow for somebody else's word.
    Done takeBack(const Kept<DeskMovement> &movement, const QString &reason);

private:
    Result<Violations> movementProblems(const Row &row, qint64 self) const;
    PersonPresence told(const ResidentLine &line, const PresenceState &state, const PresenceOnFile &onFile) const;
    Records &m_records;
    const People &m_people;
};

} // namespace keywork
