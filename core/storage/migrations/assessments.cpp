// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration assessments()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Forms with their versions, assessments, answers, and assessments by others",
        {
            u"CREATE TABLE form_version (%1, form TEXT NOT NULL, version_number INTEGER NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, shipped TEXT NOT NULL, published_at TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX form_version_form ON form_version (form COLLATE NOCASE)"_s,
            u"CREATE TABLE assessment (%1, number TEXT NOT NULL, person_id INTEGER REFERENCES person, form_version_id INTEGER REFERENCES form_version, level TEXT NOT NULL, state TEXT NOT NULL, begun_at TEXT NOT NULL, finished_at TEXT, led_by INTEGER REFERENCES staff, means TEXT NOT NULL, place TEXT NOT NULL, present TEXT NOT NULL, interpreter TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX assessment_person_id ON assessment (person_id)"_s,
            u"CREATE INDEX assessment_form_version_id ON assessment (form_version_id)"_s,
            u"CREATE INDEX assessment_led_by ON assessment (led_by)"_s,
            u"CREATE INDEX assessment_begun_at ON assessment (begun_at)"_s,
            u"CREATE UNIQUE INDEX assessment_number ON assessment (number)"_s,
            u"CREATE TABLE assessment_answer (%1, assessment_id INTEGER REFERENCES assessment, person_id INTEGER REFERENCES person, category TEXT NOT NULL, section TEXT NOT NULL, question TEXT NOT NULL, asked TEXT NOT NULL, answer TEXT NOT NULL, value TEXT NOT NULL, not_said_why TEXT, corrected TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX assessment_answer_assessment_id ON assessment_answer (assessment_id)"_s,
            u"CREATE INDEX assessment_answer_person_id ON assessment_answer (person_id)"_s,
            u"CREATE TABLE assessment_by_others (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, agency_id INTEGER REFERENCES agency, by_whom TEXT NOT NULL, on_day TEXT NOT NULL, findings TEXT NOT NULL, kept_where TEXT NOT NULL, review_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX assessment_by_others_person_id ON assessment_by_others (person_id)"_s,
            u"CREATE INDEX assessment_by_others_agency_id ON assessment_by_others (agency_id)"_s,
            u"CREATE INDEX assessment_by_others_on_day ON assessment_by_others (on_day)"_s,
        }};
}

} // namespace keywork
