// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration health()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Health: checks, conditions, measurements, tests, vaccinations, hospital stays, wounds",
        {
            u"CREATE TABLE health_check (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, offered_on TEXT NOT NULL, answer TEXT NOT NULL, done_on TEXT, every_months INTEGER, next_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX health_check_person_id ON health_check (person_id)"_s,
            u"CREATE INDEX health_check_offered_on ON health_check (offered_on)"_s,
            u"CREATE TABLE health_condition (%1, person_id INTEGER REFERENCES person, what TEXT NOT NULL, since_on TEXT, told_by TEXT NOT NULL, state TEXT NOT NULL, matters_in_emergency INTEGER NOT NULL, emergency_note TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX health_condition_person_id ON health_condition (person_id)"_s,
            u"CREATE INDEX health_condition_what ON health_condition (what COLLATE NOCASE)"_s,
            u"CREATE TABLE measurement (%1, person_id INTEGER REFERENCES person, kind TEXT NOT NULL, measured_on TEXT NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL, weight_unit TEXT, kilograms TEXT, stone INTEGER, pounds TEXT, centimetres TEXT, systolic INTEGER, diastolic INTEGER, peak_flow INTEGER, measured_by TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX measurement_person_id ON measurement (person_id)"_s,
            u"CREATE INDEX measurement_measured_on ON measurement (measured_on)"_s,
            u"CREATE TABLE bbv_test (%1, person_id INTEGER REFERENCES person, virus TEXT NOT NULL, offered_on TEXT NOT NULL, answer TEXT NOT NULL, tested_on TEXT, result TEXT NOT NULL, told_by TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX bbv_test_person_id ON bbv_test (person_id)"_s,
            u"CREATE INDEX bbv_test_offered_on ON bbv_test (offered_on)"_s,
            u"CREATE TABLE vaccination_dose (%1, person_id INTEGER REFERENCES person, vaccine TEXT NOT NULL, dose INTEGER NOT NULL, given_on TEXT NOT NULL, given_by TEXT NOT NULL, next_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX vaccination_dose_person_id ON vaccination_dose (person_id)"_s,
            u"CREATE INDEX vaccination_dose_given_on ON vaccination_dose (given_on)"_s,
            u"CREATE TABLE hospital_stay (%1, person_id INTEGER REFERENCES person, admitted_on TEXT NOT NULL, discharged_on TEXT, hospital TEXT NOT NULL, why TEXT NOT NULL, planned TEXT NOT NULL, dose_given TEXT, discharge_information TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX hospital_stay_person_id ON hospital_stay (person_id)"_s,
            u"CREATE INDEX hospital_stay_admitted_on ON hospital_stay (admitted_on)"_s,
            u"CREATE TABLE wound (%1, person_id INTEGER REFERENCES person, body_place TEXT NOT NULL, noticed_on TEXT NOT NULL, looked_at_by TEXT NOT NULL, looked_at_on TEXT, plan TEXT NOT NULL, healed_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX wound_person_id ON wound (person_id)"_s,
            u"CREATE INDEX wound_noticed_on ON wound (noticed_on)"_s,
        }};
}

} // namespace keywork
