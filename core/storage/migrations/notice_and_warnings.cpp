// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration noticeAndWarnings()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    const QString why
        = u"person_id INTEGER REFERENCES person, %1reason TEXT NOT NULL, happened TEXT NOT NULL, incident_id INTEGER REFERENCES incident, own_words TEXT NOT NULL"_s;
    const QString given = u"given_on TEXT, given_how TEXT NOT NULL, decided_by_id INTEGER REFERENCES staff"_s;
    const QString appeal
        = u"appeal_how TEXT NOT NULL, appeal_until TEXT, appeal_on TEXT, appeal_words TEXT NOT NULL, heard_by_id INTEGER REFERENCES staff, heard_by_other TEXT NOT NULL, heard_on TEXT, outcome TEXT, answer TEXT NOT NULL, taken_back_on TEXT, taken_back_why TEXT NOT NULL"_s;
    return {"By what right somebody lives here, warnings, notices with their safety plans, and losses",
        {
            u"CREATE TABLE occupancy (%1, person_id INTEGER REFERENCES person, occupancy TEXT NOT NULL, described TEXT NOT NULL, from_on TEXT NOT NULL, paper TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX occupancy_person_id ON occupancy (person_id)"_s,
            u"CREATE INDEX occupancy_from_on ON occupancy (from_on)"_s,
            u"CREATE TABLE leaving_safety_plan (%1, person_id INTEGER REFERENCES person, made_on TEXT NOT NULL, made_with TEXT NOT NULL, housing TEXT NOT NULL, where_to TEXT NOT NULL, until_then TEXT NOT NULL, support TEXT NOT NULL, medicine TEXT NOT NULL, naloxone TEXT NOT NULL, raises_risk TEXT NOT NULL, own_words TEXT NOT NULL, review_on TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX leaving_safety_plan_person_id ON leaving_safety_plan (person_id)"_s,
            u"CREATE INDEX leaving_safety_plan_made_on ON leaving_safety_plan (made_on)"_s,
            u"CREATE TABLE stay_warning (%1, %2, %3, agreed TEXT NOT NULL, support TEXT NOT NULL, expires_on TEXT, end_told_on TEXT, %4) STRICT"_s
                .arg(kept, why.arg(u"kind TEXT NOT NULL, "_s), given, appeal),
            u"CREATE INDEX stay_warning_person_id ON stay_warning (person_id)"_s,
            u"CREATE INDEX stay_warning_incident_id ON stay_warning (incident_id)"_s,
            u"CREATE INDEX stay_warning_decided_by_id ON stay_warning (decided_by_id)"_s,
            u"CREATE INDEX stay_warning_heard_by_id ON stay_warning (heard_by_id)"_s,
            u"CREATE INDEX stay_warning_given_on ON stay_warning (given_on)"_s,
            u"CREATE TABLE stay_notice (%1, %2, tried TEXT NOT NULL, plan_id INTEGER REFERENCES leaving_safety_plan, %3, ends_on TEXT, occupancy TEXT, earliest_on TEXT, advice TEXT NOT NULL, %4) STRICT"_s
                .arg(kept, why.arg(QString()), given, appeal),
            u"CREATE INDEX stay_notice_person_id ON stay_notice (person_id)"_s,
            u"CREATE INDEX stay_notice_incident_id ON stay_notice (incident_id)"_s,
            u"CREATE INDEX stay_notice_plan_id ON stay_notice (plan_id)"_s,
            u"CREATE INDEX stay_notice_decided_by_id ON stay_notice (decided_by_id)"_s,
            u"CREATE INDEX stay_notice_heard_by_id ON stay_notice (heard_by_id)"_s,
            u"CREATE INDEX stay_notice_given_on ON stay_notice (given_on)"_s,
            u"CREATE TABLE loss (%1, person_id INTEGER REFERENCES person, what TEXT NOT NULL, on_day TEXT, own_words TEXT NOT NULL, support TEXT NOT NULL, asked_again_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX loss_person_id ON loss (person_id)"_s,
            u"CREATE INDEX loss_on_day ON loss (on_day)"_s,
            u"ALTER TABLE house ADD COLUMN notice_days INTEGER NOT NULL DEFAULT 28"_s,
            u"ALTER TABLE house ADD COLUMN appeal_days INTEGER NOT NULL DEFAULT 14"_s,
            u"ALTER TABLE house ADD COLUMN notice_ahead_days INTEGER NOT NULL DEFAULT 14"_s,
        }};
}

} // namespace keywork
