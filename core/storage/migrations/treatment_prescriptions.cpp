// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration treatmentPrescriptions()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Prescriptions by the day: collections, confirmations, injections, hours of pharmacies; whose bank holidays count",
        {
            u"CREATE TABLE prescription (%1, person_id INTEGER REFERENCES person, medicine TEXT NOT NULL, other_medicine TEXT NOT NULL, form TEXT NOT NULL, dose TEXT, strength TEXT, amount TEXT, second_strength TEXT, second_amount TEXT, dose_in_words TEXT NOT NULL, supervised TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT, follows_id INTEGER REFERENCES prescription, written_on TEXT, instalments INTEGER NOT NULL, arrangements TEXT NOT NULL, pickup_days TEXT NOT NULL, every_weeks INTEGER NOT NULL, dispensed_at_id INTEGER REFERENCES agency, collects_at TEXT, accompanied_until TEXT, goes_along_id INTEGER REFERENCES staff, prescriber TEXT NOT NULL, prescriber_telephone TEXT NOT NULL, service_id INTEGER REFERENCES agency, last_dose_before_on TEXT, last_dose_told_by TEXT NOT NULL, stopped_on TEXT, stop_why TEXT NOT NULL, lost_on TEXT, replaced_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX prescription_person_id ON prescription (person_id)"_s,
            u"CREATE INDEX prescription_follows_id ON prescription (follows_id)"_s,
            u"CREATE INDEX prescription_dispensed_at_id ON prescription (dispensed_at_id)"_s,
            u"CREATE INDEX prescription_goes_along_id ON prescription (goes_along_id)"_s,
            u"CREATE INDEX prescription_service_id ON prescription (service_id)"_s,
            u"CREATE INDEX prescription_from_on ON prescription (from_on)"_s,
            u"CREATE TABLE titration_step (%1, prescription_id INTEGER REFERENCES prescription, person_id INTEGER REFERENCES person, from_on TEXT NOT NULL, dose TEXT, amount TEXT, second_amount TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX titration_step_prescription_id ON titration_step (prescription_id)"_s,
            u"CREATE INDEX titration_step_person_id ON titration_step (person_id)"_s,
            u"CREATE INDEX titration_step_from_on ON titration_step (from_on)"_s,
            u"CREATE TABLE script_confirmation (%1, person_id INTEGER REFERENCES person, prescription_id INTEGER REFERENCES prescription, confirmed_on TEXT NOT NULL, until_on TEXT NOT NULL, by_whom TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX script_confirmation_person_id ON script_confirmation (person_id)"_s,
            u"CREATE INDEX script_confirmation_prescription_id ON script_confirmation (prescription_id)"_s,
            u"CREATE INDEX script_confirmation_confirmed_on ON script_confirmation (confirmed_on)"_s,
            u"CREATE TABLE injection (%1, person_id INTEGER REFERENCES person, prescription_id INTEGER REFERENCES prescription, given_on TEXT NOT NULL, every TEXT NOT NULL, due_on TEXT, window_days INTEGER, given_by TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX injection_person_id ON injection (person_id)"_s,
            u"CREATE INDEX injection_prescription_id ON injection (prescription_id)"_s,
            u"CREATE INDEX injection_given_on ON injection (given_on)"_s,
            u"CREATE TABLE collection (%1, person_id INTEGER REFERENCES person, prescription_id INTEGER REFERENCES prescription, due_on TEXT NOT NULL, outcome TEXT NOT NULL, collected_on TEXT, staff_id INTEGER REFERENCES staff, letter_shown INTEGER NOT NULL, with_whom TEXT NOT NULL, known_from TEXT, told_by TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX collection_person_id ON collection (person_id)"_s,
            u"CREATE INDEX collection_prescription_id ON collection (prescription_id)"_s,
            u"CREATE INDEX collection_staff_id ON collection (staff_id)"_s,
            u"CREATE INDEX collection_due_on ON collection (due_on)"_s,
            u"CREATE TABLE dispensing_hours (%1, agency_id INTEGER REFERENCES agency, from_on TEXT NOT NULL, monday_from TEXT, monday_until TEXT, tuesday_from TEXT, tuesday_until TEXT, wednesday_from TEXT, wednesday_until TEXT, thursday_from TEXT, thursday_until TEXT, friday_from TEXT, friday_until TEXT, saturday_from TEXT, saturday_until TEXT, sunday_from TEXT, sunday_until TEXT, bank_holidays TEXT NOT NULL, bank_holiday_from TEXT, bank_holiday_until TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX dispensing_hours_agency_id ON dispensing_hours (agency_id)"_s,
            u"CREATE INDEX dispensing_hours_from_on ON dispensing_hours (from_on)"_s,
            u"ALTER TABLE house ADD COLUMN nation TEXT NOT NULL DEFAULT 'england_and_wales'"_s,
            u"ALTER TABLE house ADD COLUMN gap_days INTEGER NOT NULL DEFAULT 2"_s,
            u"ALTER TABLE house ADD COLUMN gap_days_across INTEGER NOT NULL DEFAULT 5"_s,
        }};
}

} // namespace keywork
