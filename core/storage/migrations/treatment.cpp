// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration treatment()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Treatment episodes with their parts, panels, who may be told, aftercare, coming out; groups and activities",
        {
            u"CREATE TABLE treatment_episode (%1, person_id INTEGER REFERENCES person, agency_id INTEGER REFERENCES agency, keyworker_there TEXT NOT NULL, referred_on TEXT, started_on TEXT, their_plan TEXT NOT NULL, their_plan_on TEXT, review_on TEXT, first_on TEXT, options_explained TEXT NOT NULL, sample_taken TEXT NOT NULL, sample_result TEXT NOT NULL, plan_signed_on TEXT, group_offered TEXT NOT NULL, family_told TEXT NOT NULL, expected_end_on TEXT, ended_on TEXT, how_ended TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX treatment_episode_person_id ON treatment_episode (person_id)"_s,
            u"CREATE INDEX treatment_episode_agency_id ON treatment_episode (agency_id)"_s,
            u"CREATE INDEX treatment_episode_started_on ON treatment_episode (started_on)"_s,
            u"CREATE TABLE treatment_part (%1, episode_id INTEGER REFERENCES treatment_episode, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, state TEXT NOT NULL, since_on TEXT, expected_end_on TEXT, ended_on TEXT, how_ended TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX treatment_part_episode_id ON treatment_part (episode_id)"_s,
            u"CREATE INDEX treatment_part_person_id ON treatment_part (person_id)"_s,
            u"CREATE INDEX treatment_part_since_on ON treatment_part (since_on)"_s,
            u"CREATE TABLE treatment_review (%1, episode_id INTEGER REFERENCES treatment_episode, person_id INTEGER REFERENCES person, held_on TEXT NOT NULL, with_whom TEXT NOT NULL, said TEXT NOT NULL, next_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX treatment_review_episode_id ON treatment_review (episode_id)"_s,
            u"CREATE INDEX treatment_review_person_id ON treatment_review (person_id)"_s,
            u"CREATE INDEX treatment_review_held_on ON treatment_review (held_on)"_s,
            u"CREATE TABLE treatment_agreement (%1, person_id INTEGER REFERENCES person, agency_id INTEGER REFERENCES agency, from_on TEXT NOT NULL, until_on TEXT, how TEXT NOT NULL, taken_back_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX treatment_agreement_person_id ON treatment_agreement (person_id)"_s,
            u"CREATE INDEX treatment_agreement_agency_id ON treatment_agreement (agency_id)"_s,
            u"CREATE INDEX treatment_agreement_from_on ON treatment_agreement (from_on)"_s,
            u"CREATE TABLE may_be_told (%1, agreement_id INTEGER REFERENCES treatment_agreement, person_id INTEGER REFERENCES person, who TEXT NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, agency_id INTEGER REFERENCES agency, what TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX may_be_told_agreement_id ON may_be_told (agreement_id)"_s,
            u"CREATE INDEX may_be_told_person_id ON may_be_told (person_id)"_s,
            u"CREATE INDEX may_be_told_agency_id ON may_be_told (agency_id)"_s,
            u"CREATE TABLE treatment_panel (%1, person_id INTEGER REFERENCES person, episode_id INTEGER REFERENCES treatment_episode, kind TEXT NOT NULL, sent_on TEXT, panel_on TEXT, decision TEXT NOT NULL, decided_on TEXT, conditions TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX treatment_panel_person_id ON treatment_panel (person_id)"_s,
            u"CREATE INDEX treatment_panel_episode_id ON treatment_panel (episode_id)"_s,
            u"CREATE INDEX treatment_panel_panel_on ON treatment_panel (panel_on)"_s,
            u"CREATE TABLE panel_requirement (%1, panel_id INTEGER REFERENCES treatment_panel, person_id INTEGER REFERENCES person, what TEXT NOT NULL, met TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX panel_requirement_panel_id ON panel_requirement (panel_id)"_s,
            u"CREATE INDEX panel_requirement_person_id ON panel_requirement (person_id)"_s,
            u"CREATE TABLE aftercare_plan (%1, person_id INTEGER REFERENCES person, made_on TEXT NOT NULL, hope TEXT NOT NULL, when_hard TEXT NOT NULL, look_at_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX aftercare_plan_person_id ON aftercare_plan (person_id)"_s,
            u"CREATE INDEX aftercare_plan_made_on ON aftercare_plan (made_on)"_s,
            u"CREATE TABLE aftercare_step (%1, plan_id INTEGER REFERENCES aftercare_plan, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, what TEXT NOT NULL, who_helps TEXT NOT NULL, from_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX aftercare_step_plan_id ON aftercare_step (plan_id)"_s,
            u"CREATE INDEX aftercare_step_person_id ON aftercare_step (person_id)"_s,
            u"CREATE TABLE leaving_plan (%1, person_id INTEGER REFERENCES person, leaves_from TEXT NOT NULL, on_day TEXT NOT NULL, housing TEXT NOT NULL, where_to TEXT NOT NULL, tolerance TEXT NOT NULL, lower_until TEXT, naloxone TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX leaving_plan_person_id ON leaving_plan (person_id)"_s,
            u"CREATE INDEX leaving_plan_on_day ON leaving_plan (on_day)"_s,
            u"CREATE TABLE group_activity (%1, what TEXT NOT NULL, kind TEXT NOT NULL, starts_at TEXT NOT NULL, minutes INTEGER, place TEXT NOT NULL, leads_id INTEGER REFERENCES staff, leads_other TEXT NOT NULL, how_it_went TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX group_activity_leads_id ON group_activity (leads_id)"_s,
            u"CREATE INDEX group_activity_starts_at ON group_activity (starts_at)"_s,
            u"CREATE TABLE group_person (%1, activity_id INTEGER REFERENCES group_activity, person_id INTEGER REFERENCES person, came TEXT NOT NULL, said TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX group_person_activity_id ON group_person (activity_id)"_s,
            u"CREATE INDEX group_person_person_id ON group_person (person_id)"_s,
        }};
}

} // namespace keywork
