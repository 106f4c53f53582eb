// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/last_seen.h"
#include "core/services/care/away_reading.h"
#include "core/services/records/people.h"
#include "core/storage/seen.h"

namespace keywork {

class Records;

/// When somebody was last seen, as whoever asks may know it. A record of a kind that they may not read is told as a time and
/// by whom; what it was, and where, is not.
struct SeenTold {
    QDateTime at; ///< UTC
    bool onlyDay = false; ///< no hour is known: some time on that day
    QString by; ///< of the team; empty: nobody of the team
    const RecordType *kind = nullptr; ///< null: not to be told
    qint64 record = 0;
    QString where; ///< in words or a code of its field
};

/// Where one resident stands with being seen.
struct SeenStanding {
    std::optional<Sighting> last; ///< before `since` too
    SeenFacts facts;
    QList<AwaySpell> away;
    std::optional<QDateTime> dueAt; ///< when Today asks after them
    std::optional<Kept<SeenWithin>> own; ///< their own number, that holds

    bool isAway(const QDateTime &now) const { return isAwayAt(now, facts.away); }
    /// Of being away now, the time that holds.
    std::optional<AwaySpell> awayNow(QDate today) const;
};
using SeenOnFile = QHash<qint64, SeenStanding>; ///< by person

/// Where these residents stand, past what whoever asks may see; as many statements however many they are and however old the
/// file is. Of those who are not here nothing is due.
Result<SeenOnFile> readSeen(const RecordReader &records, const QList<ResidentLine> &lines);
/// What may be told of these; one statement a kind, and one for names.
Result<QHash<qint64, SeenTold>> toldOfSeen(const RecordReader &records, const QHash<qint64, Sighting> &sightings);

/// Last seen: from any record that says that a resident was seen in person (`RecordType::seen`).
class LastSeen {
public:
    LastSeen(const Records &records, const People &people);

    /// For a list: when and by whom, without what and where; two statements. Closed records are left out. NotPermitted for
    /// whoever may not know residents.
    Result<QHash<qint64, SeenTold>> of(const QList<qint64> &people) const;
    /// None: nothing on file says that they were seen. NeedToKnow, NotPermitted.
    Result<std::optional<SeenTold>> told(Id<Person> person) const;
    /// Where they stand. NeedToKnow, NotPermitted, NotFound.
    Result<SeenStanding> standing(Id<Person> person) const;

private:
    Done mayAsk(Id<Person> person) const;
    const Records &m_records;
    const People &m_people;
};

} // namespace keywork
