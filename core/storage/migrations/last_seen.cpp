// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration lastSeen()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Who was seen when and by whom, and the steps to find somebody who was not",
        {
            // at: a stored instant; of a day the latest that it can have been. only_day: no hour is known. by: of the team, 0 for nobody.
            u"CREATE TABLE seen (kind TEXT NOT NULL, record INTEGER NOT NULL, person INTEGER NOT NULL, at TEXT NOT NULL, only_day INTEGER NOT NULL, by INTEGER NOT NULL, UNIQUE (kind, record, person)) STRICT"_s,
            u"CREATE INDEX seen_person_at ON seen (person, at, kind, record)"_s,
            u"ALTER TABLE house ADD COLUMN not_seen_hours INTEGER NOT NULL DEFAULT 24"_s,
            u"ALTER TABLE house ADD COLUMN missing_police_hours INTEGER NOT NULL DEFAULT 4"_s,
            u"ALTER TABLE contact_note ADD COLUMN on_phone INTEGER NOT NULL DEFAULT 0"_s,
            u"CREATE TABLE missing_episode (%1, incident_id INTEGER REFERENCES incident, person_id INTEGER REFERENCES person, described TEXT NOT NULL, last_seen_where TEXT NOT NULL, wearing TEXT NOT NULL, likely_places TEXT NOT NULL, may_be_with TEXT NOT NULL, telephone TEXT NOT NULL, found_how TEXT, found_where TEXT NOT NULL, found_by_id INTEGER REFERENCES staff, found_by_other TEXT NOT NULL, welfare TEXT, welfare_note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX missing_episode_incident_id ON missing_episode (incident_id)"_s,
            u"CREATE INDEX missing_episode_person_id ON missing_episode (person_id)"_s,
            u"CREATE INDEX missing_episode_found_by_id ON missing_episode (found_by_id)"_s,
            u"CREATE INDEX incident_still_missing ON incident (happened_at) WHERE kind = 'missing' AND back_at IS NULL AND withdrawn_at IS NULL"_s,
            u"CREATE TABLE missing_step (%1, person_id INTEGER REFERENCES person, incident_id INTEGER REFERENCES incident, act TEXT NOT NULL, happened_at TEXT NOT NULL, answer TEXT NOT NULL, place TEXT NOT NULL, by_id INTEGER REFERENCES staff, with_id INTEGER REFERENCES staff, with_other TEXT NOT NULL, whom TEXT NOT NULL, reference TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX missing_step_person_id ON missing_step (person_id)"_s,
            u"CREATE INDEX missing_step_incident_id ON missing_step (incident_id)"_s,
            u"CREATE INDEX missing_step_by_id ON missing_step (by_id)"_s,
            u"CREATE INDEX missing_step_with_id ON missing_step (with_id)"_s,
            u"CREATE INDEX missing_step_happened_at ON missing_step (happened_at)"_s,
            u"CREATE TABLE seen_within (%1, person_id INTEGER REFERENCES person, hours INTEGER NOT NULL, why TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX seen_within_person_id ON seen_within (person_id)"_s,
            u"CREATE INDEX seen_within_from_on ON seen_within (from_on)"_s,
        }};
}

} // namespace keywork
