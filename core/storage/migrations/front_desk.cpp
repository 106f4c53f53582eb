// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration frontDesk()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Visitors, contractors, deliveries, staff in the building, who is not let in, roll calls",
        {
            u"CREATE TABLE visitor (%1, name TEXT NOT NULL, person_id INTEGER REFERENCES person, came_at TEXT NOT NULL, id_seen TEXT NOT NULL, id_kind TEXT NOT NULL, vehicle TEXT NOT NULL, left_at TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX visitor_person_id ON visitor (person_id)"_s,
            u"CREATE INDEX visitor_came_at ON visitor (came_at)"_s,
            u"CREATE INDEX visitor_in ON visitor (id) WHERE left_at IS NULL"_s,
            u"CREATE TABLE contractor (%1, firm TEXT NOT NULL, who TEXT NOT NULL, what_for TEXT NOT NULL, where_at TEXT NOT NULL, came_at TEXT NOT NULL, checked TEXT NOT NULL, escort_id INTEGER REFERENCES staff, vehicle TEXT NOT NULL, left_at TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX contractor_escort_id ON contractor (escort_id)"_s,
            u"CREATE INDEX contractor_came_at ON contractor (came_at)"_s,
            u"CREATE INDEX contractor_in ON contractor (id) WHERE left_at IS NULL"_s,
            u"CREATE TABLE delivery (%1, person_id INTEGER REFERENCES person, for_whom TEXT NOT NULL, what TEXT NOT NULL, sender TEXT NOT NULL, came_at TEXT NOT NULL, kept_where TEXT NOT NULL, handed_at TEXT, handed_to TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX delivery_person_id ON delivery (person_id)"_s,
            u"CREATE INDEX delivery_came_at ON delivery (came_at)"_s,
            u"CREATE INDEX delivery_waiting ON delivery (id) WHERE handed_at IS NULL"_s,
            u"CREATE TABLE staff_presence (%1, staff_id INTEGER REFERENCES staff, came_at TEXT NOT NULL, left_at TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX staff_presence_staff_id ON staff_presence (staff_id)"_s,
            u"CREATE INDEX staff_presence_came_at ON staff_presence (came_at)"_s,
            u"CREATE INDEX staff_presence_in ON staff_presence (id) WHERE left_at IS NULL"_s,
            u"CREATE TABLE barring (%1, person_id INTEGER REFERENCES person, name TEXT NOT NULL, described TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, review_on TEXT NOT NULL, reason TEXT NOT NULL, decided_by_id INTEGER REFERENCES staff, appeal TEXT NOT NULL, appeal_note TEXT NOT NULL, ended_on TEXT, ended_why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX barring_person_id ON barring (person_id)"_s,
            u"CREATE INDEX barring_decided_by_id ON barring (decided_by_id)"_s,
            u"CREATE INDEX barring_until_on ON barring (until_on)"_s,
            u"CREATE INDEX barring_from_on ON barring (from_on)"_s,
            u"CREATE INDEX barring_ended_on ON barring (ended_on)"_s,
            u"CREATE TABLE roll_call (%1, began_at TEXT NOT NULL, kind TEXT NOT NULL, assembled TEXT NOT NULL, ended_at TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX roll_call_began_at ON roll_call (began_at)"_s,
            u"CREATE TABLE roll_call_line (%1, roll_call_id INTEGER REFERENCES roll_call, person_id INTEGER REFERENCES person, staff_id INTEGER REFERENCES staff, visitor_id INTEGER REFERENCES visitor, contractor_id INTEGER REFERENCES contractor, whereabouts TEXT NOT NULL, needs_help INTEGER NOT NULL, ticked_at TEXT, ticked_by_id INTEGER REFERENCES staff) STRICT"_s
                .arg(kept),
            u"CREATE INDEX roll_call_line_roll_call_id ON roll_call_line (roll_call_id)"_s,
            u"CREATE INDEX roll_call_line_person_id ON roll_call_line (person_id)"_s,
            u"CREATE INDEX roll_call_line_staff_id ON roll_call_line (staff_id)"_s,
            u"CREATE INDEX roll_call_line_visitor_id ON roll_call_line (visitor_id)"_s,
            u"CREATE INDEX roll_call_line_contractor_id ON roll_call_line (contractor_id)"_s,
            u"CREATE INDEX roll_call_line_ticked_by_id ON roll_call_line (ticked_by_id)"_s,
            u"ALTER TABLE house ADD COLUMN visitor_limit INTEGER NOT NULL DEFAULT 2"_s,
            u"ALTER TABLE house ADD COLUMN visitors_out_by TEXT DEFAULT '22:00'"_s,
            u"ALTER TABLE house ADD COLUMN delivery_days INTEGER NOT NULL DEFAULT 7"_s,
        }};
}

} // namespace keywork
