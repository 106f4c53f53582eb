// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kMoveOnHead
    = QStringLiteral("id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, "
                     "withdrawn_at TEXT, ");

QStringList moveOnPlanning()
{
    return {
        u"CREATE TABLE move_on_plan ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, begun_on TEXT NOT NULL, wants TEXT NOT NULL, option TEXT NOT NULL, target_on TEXT, moves_on TEXT, moves_to TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX move_on_plan_person_id ON move_on_plan (person_id)"_s,
        u"CREATE INDEX move_on_plan_begun_on ON move_on_plan (begun_on)"_s,
        u"CREATE TABLE move_step ("_s + kMoveOnHead
            + u"plan_id INTEGER REFERENCES move_on_plan, person_id INTEGER REFERENCES person, position INTEGER NOT NULL, task TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL, agency_id INTEGER REFERENCES agency, planned_at TEXT, done_at TEXT, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX move_step_plan_id ON move_step (plan_id)"_s,
        u"CREATE INDEX move_step_person_id ON move_step (person_id)"_s,
        u"CREATE INDEX move_step_agency_id ON move_step (agency_id)"_s,
        u"CREATE TABLE readiness_view ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, on_day TEXT NOT NULL, area TEXT NOT NULL, theirs TEXT, workers TEXT, words TEXT NOT NULL, next_help TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX readiness_view_person_id ON readiness_view (person_id)"_s,
        u"CREATE INDEX readiness_view_on_day ON readiness_view (on_day)"_s,
    };
}

QStringList moveOnFinding()
{
    return {
        u"CREATE TABLE move_on_application ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, option TEXT NOT NULL, landlord TEXT NOT NULL, agency_id INTEGER REFERENCES agency, where_is TEXT NOT NULL, applied_on TEXT NOT NULL, viewing_at TEXT, result TEXT NOT NULL, result_on TEXT, why TEXT NOT NULL, their_view TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX move_on_application_person_id ON move_on_application (person_id)"_s,
        u"CREATE INDEX move_on_application_agency_id ON move_on_application (agency_id)"_s,
        u"CREATE INDEX move_on_application_applied_on ON move_on_application (applied_on)"_s,
        u"CREATE TABLE move_on_cost ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, what TEXT NOT NULL, amount INTEGER NOT NULL, from_whom TEXT NOT NULL, state TEXT NOT NULL, applied_on TEXT, decided_on TEXT, granted INTEGER, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX move_on_cost_person_id ON move_on_cost (person_id)"_s,
        u"CREATE INDEX move_on_cost_applied_on ON move_on_cost (applied_on)"_s,
        u"CREATE TABLE support_step ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, what TEXT NOT NULL, how_often TEXT NOT NULL, from_on TEXT NOT NULL, change TEXT NOT NULL, agreed TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX support_step_person_id ON support_step (person_id)"_s,
        u"CREATE INDEX support_step_from_on ON support_step (from_on)"_s,
    };
}

QStringList moveOnAfter()
{
    return {
        u"CREATE TABLE post_move_contact ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, on_day TEXT NOT NULL, agreed TEXT NOT NULL, how TEXT NOT NULL, until_on TEXT, withdrawn_on TEXT, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX post_move_contact_person_id ON post_move_contact (person_id)"_s,
        u"CREATE INDEX post_move_contact_on_day ON post_move_contact (on_day)"_s,
        u"CREATE TABLE follow_up ("_s + kMoveOnHead
            + u"person_id INTEGER REFERENCES person, stay_id INTEGER REFERENCES stay, after_months TEXT NOT NULL, tried_at TEXT NOT NULL, how TEXT NOT NULL, result TEXT NOT NULL, words TEXT NOT NULL, housing TEXT, still_there TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX follow_up_person_id ON follow_up (person_id)"_s,
        u"CREATE INDEX follow_up_stay_id ON follow_up (stay_id)"_s,
        u"CREATE INDEX follow_up_tried_at ON follow_up (tried_at)"_s,
    };
}

} // namespace

Migration moveOn()
{
    return {"Moving on: plans, readiness, applications, costs, support, contact and follow-ups after leaving",
        moveOnPlanning() + moveOnFinding() + moveOnAfter()
            + QStringList{u"ALTER TABLE house ADD COLUMN move_on_months INTEGER NOT NULL DEFAULT 18"_s,
                u"ALTER TABLE house ADD COLUMN stay_months INTEGER NOT NULL DEFAULT 24"_s}};
}

} // namespace keywork
