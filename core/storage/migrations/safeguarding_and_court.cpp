// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration safeguardingAndCourt()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Safeguarding concerns; court and probation; a child's age, contact wanted",
        {
            u"CREATE TABLE safeguarding_concern (%1, number TEXT NOT NULL, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, seen_at TEXT NOT NULL, place TEXT NOT NULL, what_was_seen TEXT NOT NULL, at_risk TEXT NOT NULL, at_risk_who TEXT NOT NULL, done_at_once TEXT NOT NULL, incident_number TEXT NOT NULL, about_staff_id INTEGER REFERENCES staff, wish TEXT NOT NULL, their_words TEXT NOT NULL, capacity TEXT NOT NULL, capacity_why TEXT NOT NULL, coercion TEXT NOT NULL, others_at_risk TEXT NOT NULL, others_who TEXT NOT NULL, state TEXT NOT NULL, lead_id INTEGER REFERENCES staff, decision TEXT NOT NULL, decided_on TEXT, decision_why TEXT NOT NULL, agency_id INTEGER REFERENCES agency, referred_on TEXT, their_reference TEXT NOT NULL, protection_plan TEXT NOT NULL, review_on TEXT, outcome TEXT NOT NULL, closed_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX safeguarding_concern_person_id ON safeguarding_concern (person_id)"_s,
            u"CREATE INDEX safeguarding_concern_about_staff_id ON safeguarding_concern (about_staff_id)"_s,
            u"CREATE INDEX safeguarding_concern_lead_id ON safeguarding_concern (lead_id)"_s,
            u"CREATE INDEX safeguarding_concern_agency_id ON safeguarding_concern (agency_id)"_s,
            u"CREATE INDEX safeguarding_concern_seen_at ON safeguarding_concern (seen_at)"_s,
            u"CREATE UNIQUE INDEX safeguarding_concern_number ON safeguarding_concern (number)"_s,
            u"CREATE TABLE safeguarding_step (%1, concern_id INTEGER REFERENCES safeguarding_concern, person_id INTEGER REFERENCES person, about_staff_id INTEGER REFERENCES staff, done_at TEXT NOT NULL, what TEXT NOT NULL, by_id INTEGER REFERENCES staff, with_whom TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX safeguarding_step_concern_id ON safeguarding_step (concern_id)"_s,
            u"CREATE INDEX safeguarding_step_person_id ON safeguarding_step (person_id)"_s,
            u"CREATE INDEX safeguarding_step_about_staff_id ON safeguarding_step (about_staff_id)"_s,
            u"CREATE INDEX safeguarding_step_by_id ON safeguarding_step (by_id)"_s,
            u"CREATE TABLE court_order (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, court TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT, agency_id INTEGER REFERENCES agency, officer TEXT NOT NULL, contacts_wanted TEXT NOT NULL, conditions TEXT NOT NULL, notes TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX court_order_person_id ON court_order (person_id)"_s,
            u"CREATE INDEX court_order_agency_id ON court_order (agency_id)"_s,
            u"CREATE INDEX court_order_from_on ON court_order (from_on)"_s,
            u"CREATE TABLE order_requirement (%1, court_order_id INTEGER REFERENCES court_order, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, what TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT, review_on TEXT, reviews TEXT NOT NULL, contacts_wanted INTEGER, contacts_kept INTEGER) STRICT"_s
                .arg(kept),
            u"CREATE INDEX order_requirement_court_order_id ON order_requirement (court_order_id)"_s,
            u"CREATE INDEX order_requirement_person_id ON order_requirement (person_id)"_s,
            u"CREATE TABLE hearing (%1, person_id INTEGER REFERENCES person, starts_at TEXT NOT NULL, court TEXT NOT NULL, why TEXT NOT NULL, solicitor TEXT NOT NULL, goes_along TEXT NOT NULL, outcome TEXT NOT NULL, next_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX hearing_person_id ON hearing (person_id)"_s,
            u"CREATE INDEX hearing_starts_at ON hearing (starts_at)"_s,
            u"CREATE TABLE electronic_tag (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT, in_from TEXT, in_until TEXT, days TEXT NOT NULL, company TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX electronic_tag_person_id ON electronic_tag (person_id)"_s,
            u"CREATE INDEX electronic_tag_from_on ON electronic_tag (from_on)"_s,
            u"CREATE TABLE custody_spell (%1, person_id INTEGER REFERENCES person, from_on TEXT NOT NULL, until_on TEXT, place TEXT NOT NULL, reason TEXT NOT NULL, dose_given TEXT NOT NULL, dose_note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX custody_spell_person_id ON custody_spell (person_id)"_s,
            u"CREATE INDEX custody_spell_from_on ON custody_spell (from_on)"_s,
            u"CREATE TABLE past_offence (%1, person_id INTEGER REFERENCES person, what TEXT NOT NULL, when_it_was TEXT, why_it_matters TEXT NOT NULL, what_helps TEXT NOT NULL, review_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX past_offence_person_id ON past_offence (person_id)"_s,
            u"ALTER TABLE child ADD COLUMN age INTEGER"_s,
            u"ALTER TABLE child ADD COLUMN age_on TEXT"_s,
            u"ALTER TABLE contact ADD COLUMN contact_wanted TEXT NOT NULL DEFAULT ''"_s,
        }};
}

} // namespace keywork
