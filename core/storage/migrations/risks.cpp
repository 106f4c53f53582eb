// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration risks()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Risks, levels of overdose risk and their rules, safety plans, and who seemed intoxicated",
        {
            u"CREATE TABLE risk (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, what_may_happen TEXT NOT NULL, triggers TEXT NOT NULL, early_signs TEXT NOT NULL, protects TEXT NOT NULL, likelihood INTEGER, impact INTEGER, plan TEXT NOT NULL, who_must_know TEXT NOT NULL, tolerance TEXT NOT NULL, reviewed_on TEXT NOT NULL, review_on TEXT NOT NULL, ended_on TEXT, approved_by INTEGER REFERENCES staff, approved_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX risk_person_id ON risk (person_id)"_s,
            u"CREATE INDEX risk_approved_by ON risk (approved_by)"_s,
            u"CREATE INDEX risk_reviewed_on ON risk (reviewed_on)"_s,
            u"CREATE TABLE overdose_level (%1, person_id INTEGER REFERENCES person, level TEXT NOT NULL, not_known_since TEXT, reason TEXT NOT NULL, naloxone_offered TEXT NOT NULL, checks TEXT NOT NULL, review_on TEXT NOT NULL, facts TEXT NOT NULL, marks TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX overdose_level_person_id ON overdose_level (person_id)"_s,
            u"CREATE TABLE safety_plan (%1, person_id INTEGER REFERENCES person, made_on TEXT NOT NULL, warning_signs TEXT NOT NULL, what_helps TEXT NOT NULL, people_and_places TEXT NOT NULL, whom_to_ring TEXT NOT NULL, making_safe TEXT NOT NULL, reasons TEXT NOT NULL, on_sheet TEXT NOT NULL, review_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX safety_plan_person_id ON safety_plan (person_id)"_s,
            u"CREATE INDEX safety_plan_made_on ON safety_plan (made_on)"_s,
            u"CREATE TABLE seemed_intoxicated (%1, person_id INTEGER REFERENCES person, seen_at TEXT NOT NULL, signs TEXT NOT NULL, other_signs TEXT NOT NULL, substance TEXT NOT NULL, checks TEXT NOT NULL, seen_again_at TEXT, talked_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX seemed_intoxicated_person_id ON seemed_intoxicated (person_id)"_s,
            u"CREATE INDEX seemed_intoxicated_seen_at ON seemed_intoxicated (seen_at)"_s,
            u"CREATE TABLE overdose_rule (%1, fact TEXT NOT NULL, days INTEGER, off INTEGER NOT NULL, why TEXT NOT NULL) STRICT"_s.arg(
                kept),
        }};
}

} // namespace keywork
