// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration keyworkSessions()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Keywork sessions and what is a part of them; contact notes; advocacy",
        {
            u"CREATE TABLE keywork_session (%1, person_id INTEGER REFERENCES person, outcome TEXT NOT NULL, starts_at TEXT NOT NULL, planned_for TEXT, minutes INTEGER, staff_id INTEGER REFERENCES staff, place TEXT NOT NULL, reason TEXT NOT NULL, own_words TEXT NOT NULL, daily_routine TEXT NOT NULL, treatment_feedback TEXT NOT NULL, longer_term TEXT NOT NULL, importance INTEGER, confidence INTEGER, naloxone TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX keywork_session_person_id ON keywork_session (person_id)"_s,
            u"CREATE INDEX keywork_session_staff_id ON keywork_session (staff_id)"_s,
            u"CREATE INDEX keywork_session_starts_at ON keywork_session (starts_at)"_s,
            u"CREATE TABLE keywork_note (%1, session_id INTEGER REFERENCES keywork_session, person_id INTEGER REFERENCES person, area TEXT NOT NULL, text TEXT NOT NULL, goals TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX keywork_note_session_id ON keywork_note (session_id)"_s,
            u"CREATE INDEX keywork_note_person_id ON keywork_note (person_id)"_s,
            u"CREATE TABLE keywork_agreed (%1, session_id INTEGER REFERENCES keywork_session, person_id INTEGER REFERENCES person, what TEXT NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL, staff_id INTEGER REFERENCES staff, agency_id INTEGER REFERENCES agency, due_on TEXT, goal_thread TEXT NOT NULL, step_thread TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX keywork_agreed_session_id ON keywork_agreed (session_id)"_s,
            u"CREATE INDEX keywork_agreed_person_id ON keywork_agreed (person_id)"_s,
            u"CREATE INDEX keywork_agreed_staff_id ON keywork_agreed (staff_id)"_s,
            u"CREATE INDEX keywork_agreed_agency_id ON keywork_agreed (agency_id)"_s,
            u"CREATE TABLE keywork_message (%1, session_id INTEGER REFERENCES keywork_session, person_id INTEGER REFERENCES person, message TEXT NOT NULL, leaflet INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX keywork_message_session_id ON keywork_message (session_id)"_s,
            u"CREATE INDEX keywork_message_person_id ON keywork_message (person_id)"_s,
            u"CREATE TABLE contact_note (%1, person_id INTEGER REFERENCES person, text TEXT NOT NULL, seen_at TEXT NOT NULL) STRICT"_s.arg(
                kept),
            u"CREATE INDEX contact_note_person_id ON contact_note (person_id)"_s,
            u"CREATE INDEX contact_note_seen_at ON contact_note (seen_at)"_s,
            u"CREATE TABLE advocacy (%1, person_id INTEGER REFERENCES person, on_day TEXT NOT NULL, staff_id INTEGER REFERENCES staff, with_them INTEGER NOT NULL, means TEXT NOT NULL, agency_id INTEGER REFERENCES agency, with_whom TEXT NOT NULL, why TEXT NOT NULL, asked TEXT NOT NULL, follow_up_on TEXT, result TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX advocacy_person_id ON advocacy (person_id)"_s,
            u"CREATE INDEX advocacy_staff_id ON advocacy (staff_id)"_s,
            u"CREATE INDEX advocacy_agency_id ON advocacy (agency_id)"_s,
            u"CREATE INDEX advocacy_on_day ON advocacy (on_day)"_s,
        }};
}

} // namespace keywork
