// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration appointmentsAndIncidents()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Appointments; incidents and the people in them",
        {
            u"CREATE TABLE appointment (%1, person_id INTEGER REFERENCES person, starts_at TEXT NOT NULL, minutes INTEGER NOT NULL, agency_id INTEGER REFERENCES agency, with_whom TEXT NOT NULL, purpose TEXT NOT NULL, place TEXT NOT NULL, goes_along_id INTEGER REFERENCES staff, goes_along_other TEXT NOT NULL, remind_days INTEGER, outcome TEXT NOT NULL, outcome_note TEXT NOT NULL, follow_up TEXT NOT NULL, series TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX appointment_person_id ON appointment (person_id)"_s,
            u"CREATE INDEX appointment_agency_id ON appointment (agency_id)"_s,
            u"CREATE INDEX appointment_goes_along_id ON appointment (goes_along_id)"_s,
            u"CREATE INDEX appointment_starts_at ON appointment (starts_at)"_s,
            u"CREATE INDEX appointment_series ON appointment (series) WHERE series <> ''"_s,
            u"CREATE TABLE incident (%1, number TEXT NOT NULL, kind TEXT NOT NULL, happened_at TEXT NOT NULL, place TEXT NOT NULL, what_happened TEXT NOT NULL, what_was_done TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE UNIQUE INDEX incident_number ON incident (number)"_s,
            u"CREATE INDEX incident_happened_at ON incident (happened_at)"_s,
            u"CREATE TABLE incident_person (%1, incident_id INTEGER REFERENCES incident, who TEXT NOT NULL, person_id INTEGER REFERENCES person, staff_id INTEGER REFERENCES staff, described TEXT NOT NULL, role TEXT NOT NULL, about TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX incident_person_incident_id ON incident_person (incident_id)"_s,
            u"CREATE INDEX incident_person_person_id ON incident_person (person_id)"_s,
            u"CREATE INDEX incident_person_staff_id ON incident_person (staff_id)"_s,
            // When what was there before happened.
            u"CREATE INDEX belonging_taken_on ON belonging (taken_on)"_s,
            u"CREATE INDEX care_plan_version_issued_at ON care_plan_version (issued_at)"_s,
            u"CREATE INDEX referral_step_on_day ON referral_step (on_day)"_s,
            u"CREATE INDEX sign_off_on_day ON sign_off (on_day)"_s,
        }};
}

} // namespace keywork
