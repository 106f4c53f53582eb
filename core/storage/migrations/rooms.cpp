// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The rooms that people had before they moved, as the history of their stays tells: a save that named another room and a new
/// day since when. What was undone since, or lies behind the present room's first night, is left out; of several words about
/// one day the last counts.
QStringList earlierRoomsFromHistory()
{
    const QString moved
        = u"SELECT h.record AS stay, h.sequence AS seq, json_extract(c.changes, '$.room_id[0]') AS room, "
          "json_extract(c.changes, '$.room_since[0]') AS since, json_extract(c.changes, '$.room_since[1]') AS moved "
          "FROM history h JOIN history_content c ON c.sequence = h.sequence WHERE h.kind = 'stay' AND h.action IN ('changed', 'undone') "
          "AND json_valid(c.changes) AND json_extract(c.changes, '$.room_id[0]') IS NOT NULL "
          "AND json_extract(c.changes, '$.room_id[1]') IS NOT NULL AND json_extract(c.changes, '$.room_since[1]') IS NOT NULL"_s;
    return {
        u"CREATE TABLE moved_room AS SELECT m.stay, m.room, m.moved, coalesce(m.since, s.arrived_on) AS began, s.person_id AS person, "
        "s.created_by AS by, (SELECT h.at FROM history h WHERE h.sequence = m.seq) AS at FROM (%1) m JOIN stay s ON s.id = m.stay "
        "WHERE s.withdrawn_at IS NULL AND s.arrived_on IS NOT NULL AND m.moved <= coalesce(s.room_since, s.arrived_on) "
        "AND m.moved > coalesce(m.since, s.arrived_on) AND coalesce(m.since, s.arrived_on) >= s.arrived_on "
        "AND m.room IN (SELECT id FROM room) "
        "AND m.seq = (SELECT max(n.seq) FROM (%1) n WHERE n.stay = m.stay AND n.moved = m.moved)"_s.arg(moved),
        // Of two that hold one night the later word was a correction of the earlier.
        u"DELETE FROM moved_room WHERE EXISTS (SELECT 1 FROM moved_room o WHERE o.stay = moved_room.stay AND o.rowid > moved_room.rowid "
        "AND o.began < moved_room.moved AND moved_room.began < o.moved)"_s,
        u"INSERT INTO stay_room (created_at, created_by, person_id, stay_id, room_id, from_on, until_on) "
        "SELECT at, by, person, stay, room, began, moved FROM moved_room ORDER BY stay, began"_s,
        u"DROP TABLE moved_room"_s,
    };
}

} // namespace

Migration roomsAndMoves()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Earlier rooms of a stay, voids, repairs, keys and room checks",
        QStringList{
            u"ALTER TABLE room ADD COLUMN opened_on TEXT"_s,
            u"ALTER TABLE room ADD COLUMN given_up_on TEXT"_s,
            u"ALTER TABLE belonging ADD COLUMN keep_until TEXT"_s,
            u"ALTER TABLE house ADD COLUMN void_days INTEGER NOT NULL DEFAULT 14"_s,
            u"CREATE TABLE stay_room (%1, person_id INTEGER REFERENCES person, stay_id INTEGER REFERENCES stay, room_id INTEGER REFERENCES room, from_on TEXT NOT NULL, until_on TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX stay_room_person_id ON stay_room (person_id)"_s,
            u"CREATE INDEX stay_room_stay_id ON stay_room (stay_id)"_s,
            u"CREATE INDEX stay_room_room_id ON stay_room (room_id)"_s,
            u"CREATE INDEX stay_room_from_on ON stay_room (from_on)"_s,
            u"CREATE INDEX stay_room_until_on ON stay_room (until_on)"_s,
            u"CREATE TABLE room_void (%1, room_id INTEGER REFERENCES room, from_on TEXT NOT NULL, why TEXT NOT NULL, expected_on TEXT, ready_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX room_void_room_id ON room_void (room_id)"_s,
            u"CREATE INDEX room_void_from_on ON room_void (from_on)"_s,
            u"CREATE TABLE room_repair (%1, room_id INTEGER REFERENCES room, what TEXT NOT NULL, is_urgent INTEGER NOT NULL, closes_room INTEGER NOT NULL, reported_on TEXT NOT NULL, reported_by_id INTEGER REFERENCES staff, reported_to TEXT NOT NULL, reference TEXT NOT NULL, due_on TEXT, done_on TEXT, done_how TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX room_repair_room_id ON room_repair (room_id)"_s,
            u"CREATE INDEX room_repair_reported_by_id ON room_repair (reported_by_id)"_s,
            u"CREATE INDEX room_repair_reported_on ON room_repair (reported_on)"_s,
            u"CREATE TABLE room_key (%1, what TEXT NOT NULL, number TEXT NOT NULL, room_id INTEGER REFERENCES room, person_id INTEGER REFERENCES person, given_to TEXT NOT NULL, given_on TEXT NOT NULL, returned_on TEXT, lost_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX room_key_room_id ON room_key (room_id)"_s,
            u"CREATE INDEX room_key_person_id ON room_key (person_id)"_s,
            u"CREATE INDEX room_key_given_on ON room_key (given_on)"_s,
            u"CREATE TABLE room_check (%1, room_id INTEGER REFERENCES room, person_id INTEGER REFERENCES person, done_at TEXT NOT NULL, by_id INTEGER REFERENCES staff, with_id INTEGER REFERENCES staff, why TEXT NOT NULL, was_told INTEGER NOT NULL, was_there INTEGER NOT NULL, found TEXT NOT NULL, done TEXT NOT NULL, incident_id INTEGER REFERENCES incident) STRICT"_s
                .arg(kept),
            u"CREATE INDEX room_check_room_id ON room_check (room_id)"_s,
            u"CREATE INDEX room_check_person_id ON room_check (person_id)"_s,
            u"CREATE INDEX room_check_by_id ON room_check (by_id)"_s,
            u"CREATE INDEX room_check_with_id ON room_check (with_id)"_s,
            u"CREATE INDEX room_check_incident_id ON room_check (incident_id)"_s,
            u"CREATE INDEX room_check_done_at ON room_check (done_at)"_s,
        } + earlierRoomsFromHistory()};
}

} // namespace keywork
