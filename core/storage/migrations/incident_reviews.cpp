// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration incidentReviews()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"What came of incidents: services called, found items, who was told, their review",
        {
            u"ALTER TABLE incident ADD COLUMN last_seen_at TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN back_at TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN needle_from TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN care_sought TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN fire_started TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN fire_alarm TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN everybody_out TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN section_8 TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN injuries TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN intent TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN safeguarding TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN concern_number TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN accident_book TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident ADD COLUMN riddor TEXT"_s,
            u"ALTER TABLE incident ADD COLUMN riddor_reference TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE incident_person ADD COLUMN debrief TEXT"_s,
            u"ALTER TABLE incident_person ADD COLUMN debrief_on TEXT"_s,
            u"ALTER TABLE house ADD COLUMN incident_review_days INTEGER NOT NULL DEFAULT 7"_s,
            u"CREATE TABLE service_called (%1, incident_id INTEGER REFERENCES incident, service TEXT NOT NULL, called_at TEXT NOT NULL, called_by_id INTEGER REFERENCES staff, told_them TEXT NOT NULL, reference TEXT NOT NULL, answer TEXT NOT NULL, came_at TEXT, declined_by TEXT NOT NULL, what_then TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX service_called_incident_id ON service_called (incident_id)"_s,
            u"CREATE INDEX service_called_called_by_id ON service_called (called_by_id)"_s,
            u"CREATE TABLE found_item (%1, incident_id INTEGER REFERENCES incident, number TEXT NOT NULL, what TEXT NOT NULL, look TEXT NOT NULL, how_many INTEGER, found_where TEXT NOT NULL, found_at TEXT NOT NULL, bag_number TEXT NOT NULL, first_id INTEGER REFERENCES staff, second TEXT NOT NULL, second_id INTEGER REFERENCES staff, second_name TEXT NOT NULL, kept_where TEXT NOT NULL, ended TEXT, ended_at TEXT, police_reference TEXT NOT NULL, ended_how TEXT NOT NULL, ended_by_id INTEGER REFERENCES staff, ended_with_id INTEGER REFERENCES staff) STRICT"_s
                .arg(kept),
            u"CREATE INDEX found_item_incident_id ON found_item (incident_id)"_s,
            u"CREATE INDEX found_item_first_id ON found_item (first_id)"_s,
            u"CREATE INDEX found_item_second_id ON found_item (second_id)"_s,
            u"CREATE INDEX found_item_ended_by_id ON found_item (ended_by_id)"_s,
            u"CREATE INDEX found_item_ended_with_id ON found_item (ended_with_id)"_s,
            u"CREATE UNIQUE INDEX found_item_number ON found_item (number)"_s,
            u"CREATE TABLE incident_told (%1, incident_id INTEGER REFERENCES incident, whom TEXT NOT NULL, name TEXT NOT NULL, told_at TEXT NOT NULL, by_id INTEGER REFERENCES staff, what TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_told_incident_id ON incident_told (incident_id)"_s,
            u"CREATE INDEX incident_told_by_id ON incident_told (by_id)"_s,
            u"CREATE TABLE incident_review (%1, incident_id INTEGER REFERENCES incident, learned TEXT NOT NULL, policy TEXT, policy_what TEXT NOT NULL, shared TEXT, shared_on TEXT, legal_check TEXT, with_id INTEGER REFERENCES staff, reviewed_by_id INTEGER REFERENCES staff, finished_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_review_incident_id ON incident_review (incident_id)"_s,
            u"CREATE INDEX incident_review_with_id ON incident_review (with_id)"_s,
            u"CREATE INDEX incident_review_reviewed_by_id ON incident_review (reviewed_by_id)"_s,
            u"CREATE TABLE incident_action (%1, incident_id INTEGER REFERENCES incident, what TEXT NOT NULL, owner_id INTEGER REFERENCES staff, owner_other TEXT NOT NULL, due_on TEXT NOT NULL, done_on TEXT, outcome TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_action_incident_id ON incident_action (incident_id)"_s,
            u"CREATE INDEX incident_action_owner_id ON incident_action (owner_id)"_s,
            u"CREATE TABLE incident_question (%1, incident_id INTEGER REFERENCES incident, asked_of_id INTEGER REFERENCES staff, question TEXT NOT NULL, answer TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_question_incident_id ON incident_question (incident_id)"_s,
            u"CREATE INDEX incident_question_asked_of_id ON incident_question (asked_of_id)"_s,
            u"CREATE TABLE death_step (%1, incident_id INTEGER REFERENCES incident, step TEXT NOT NULL, done_at TEXT NOT NULL, by_id INTEGER REFERENCES staff, by_other TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX death_step_incident_id ON death_step (incident_id)"_s,
            u"CREATE INDEX death_step_by_id ON death_step (by_id)"_s,
            u"CREATE TABLE incident_month (%1, month_on TEXT NOT NULL, reviewed_on TEXT NOT NULL, by_id INTEGER REFERENCES staff, who TEXT NOT NULL, incidents INTEGER NOT NULL, near_misses INTEGER NOT NULL, learned TEXT NOT NULL, changes TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_month_by_id ON incident_month (by_id)"_s,
            u"CREATE UNIQUE INDEX incident_month_month_on ON incident_month (month_on) WHERE withdrawn_at IS NULL"_s,
        }};
}

} // namespace keywork
