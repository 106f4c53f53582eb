// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration sharingDoneProperly()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Wordings of agreements, capacity for a decision, what became of referrals, lawful reasons, lists that left",
        {
            u"ALTER TABLE sharing_agreement ADD COLUMN wording_version INTEGER"_s,
            u"ALTER TABLE sharing_agreement ADD COLUMN form_kept_where TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE TABLE agreement_wording (%1, version_number INTEGER NOT NULL, text TEXT NOT NULL, from_on TEXT NOT NULL) STRICT"_s.arg(
                kept),
            u"CREATE TABLE capacity_assessment (%1, person_id INTEGER REFERENCES person, decision TEXT NOT NULL, assessed_on TEXT NOT NULL, assessed_by INTEGER REFERENCES staff, outcome TEXT NOT NULL, why TEXT NOT NULL, best_interests TEXT NOT NULL, ask_again_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX capacity_assessment_person_id ON capacity_assessment (person_id)"_s,
            u"CREATE INDEX capacity_assessment_assessed_by ON capacity_assessment (assessed_by)"_s,
            u"ALTER TABLE referral ADD COLUMN chase_on TEXT"_s,
            u"CREATE TABLE referral_step (%1, referral_id INTEGER REFERENCES referral, person_id INTEGER REFERENCES person, state TEXT NOT NULL, on_day TEXT NOT NULL, heard_from TEXT NOT NULL, note TEXT NOT NULL, ask_again_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX referral_step_referral_id ON referral_step (referral_id)"_s,
            u"CREATE INDEX referral_step_person_id ON referral_step (person_id)"_s,
            u"CREATE TABLE lawful_reason (%1, person_id INTEGER REFERENCES person, agency_id INTEGER REFERENCES agency, ground TEXT NOT NULL, because TEXT NOT NULL, sections TEXT NOT NULL, authority TEXT NOT NULL, told TEXT NOT NULL, why_not_told TEXT NOT NULL, review TEXT NOT NULL, reviewed_at TEXT, reviewed_by INTEGER REFERENCES staff, review_note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX lawful_reason_person_id ON lawful_reason (person_id)"_s,
            u"CREATE INDEX lawful_reason_agency_id ON lawful_reason (agency_id)"_s,
            u"CREATE INDEX lawful_reason_reviewed_by ON lawful_reason (reviewed_by)"_s,
            u"ALTER TABLE disclosure ADD COLUMN lawful_id INTEGER REFERENCES lawful_reason"_s,
            u"CREATE INDEX disclosure_lawful_id ON disclosure (lawful_id)"_s,
            u"ALTER TABLE disclosure ADD COLUMN residents TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE TABLE referral_in (%1, number TEXT NOT NULL, received_on TEXT NOT NULL, from_whom TEXT NOT NULL, their_reference TEXT NOT NULL, person_name TEXT NOT NULL, born TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, document TEXT NOT NULL, fingerprint TEXT NOT NULL, state TEXT NOT NULL, decided_why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE UNIQUE INDEX referral_in_number ON referral_in (number)"_s,
        }};
}

} // namespace keywork
