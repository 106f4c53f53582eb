// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration supplies()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Naloxone to take home, its recalls and places; harm-reduction supplies",
        {
            u"CREATE TABLE naloxone_check (%1, place_id INTEGER REFERENCES naloxone_place, on_day TEXT NOT NULL, kits_found INTEGER, found TEXT NOT NULL, what TEXT NOT NULL, checked_by INTEGER REFERENCES staff) STRICT"_s
                .arg(kept),
            u"CREATE INDEX naloxone_check_place_id ON naloxone_check (place_id)"_s,
            u"CREATE INDEX naloxone_check_checked_by ON naloxone_check (checked_by)"_s,
            u"CREATE INDEX naloxone_check_on_day ON naloxone_check (on_day)"_s,
            u"CREATE TABLE naloxone_recall (%1, batch TEXT NOT NULL, product TEXT NOT NULL, on_day TEXT NOT NULL, issued_by TEXT NOT NULL, reference TEXT NOT NULL, what_to_do TEXT NOT NULL, ended_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX naloxone_recall_on_day ON naloxone_recall (on_day)"_s,
            u"CREATE TABLE naloxone_training (%1, staff_id INTEGER REFERENCES staff, on_day TEXT NOT NULL, given_by INTEGER REFERENCES agency, until_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX naloxone_training_staff_id ON naloxone_training (staff_id)"_s,
            u"CREATE INDEX naloxone_training_given_by ON naloxone_training (given_by)"_s,
            u"CREATE INDEX naloxone_training_on_day ON naloxone_training (on_day)"_s,
            u"CREATE TABLE supply_authority (%1, what TEXT NOT NULL, paper TEXT NOT NULL, agency_id INTEGER REFERENCES agency, from_on TEXT NOT NULL, until_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX supply_authority_agency_id ON supply_authority (agency_id)"_s,
            u"CREATE INDEX supply_authority_from_on ON supply_authority (from_on)"_s,
            u"CREATE TABLE take_home_naloxone (%1, person_id INTEGER REFERENCES person, source TEXT NOT NULL, supplier_id INTEGER REFERENCES agency, kit_id INTEGER REFERENCES naloxone_kit, on_day TEXT NOT NULL, state TEXT NOT NULL, ended_on TEXT, incident_id INTEGER REFERENCES incident, why_another TEXT NOT NULL, kind TEXT NOT NULL, batch TEXT NOT NULL, expires_on TEXT, shown_on TEXT, kept_where TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX take_home_naloxone_person_id ON take_home_naloxone (person_id)"_s,
            u"CREATE INDEX take_home_naloxone_supplier_id ON take_home_naloxone (supplier_id)"_s,
            u"CREATE INDEX take_home_naloxone_kit_id ON take_home_naloxone (kit_id)"_s,
            u"CREATE INDEX take_home_naloxone_incident_id ON take_home_naloxone (incident_id)"_s,
            u"CREATE INDEX take_home_naloxone_on_day ON take_home_naloxone (on_day)"_s,
            u"CREATE TABLE supply_item (%1, name TEXT NOT NULL, kind TEXT NOT NULL, comes_back INTEGER NOT NULL, reorder_at INTEGER, ordered_from INTEGER REFERENCES agency, needs_authority INTEGER NOT NULL, authority_paper TEXT NOT NULL, switched_on TEXT, out_of_use INTEGER NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX supply_item_ordered_from ON supply_item (ordered_from)"_s,
            u"CREATE UNIQUE INDEX supply_item_name ON supply_item (name) WHERE withdrawn_at IS NULL"_s,
            u"CREATE TABLE supply_stock (%1, item_id INTEGER REFERENCES supply_item, act TEXT NOT NULL, quantity INTEGER, at TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX supply_stock_item_id ON supply_stock (item_id)"_s,
            u"CREATE INDEX supply_stock_at ON supply_stock (at)"_s,
            u"CREATE TABLE supply_visit (%1, at TEXT NOT NULL, person_id INTEGER REFERENCES person, messages TEXT NOT NULL, leaflets TEXT NOT NULL, is_estimate INTEGER NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX supply_visit_person_id ON supply_visit (person_id)"_s,
            u"CREATE INDEX supply_visit_at ON supply_visit (at)"_s,
            u"CREATE TABLE supply_line (%1, visit_id INTEGER REFERENCES supply_visit, item_id INTEGER REFERENCES supply_item, given INTEGER NOT NULL, returned INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX supply_line_visit_id ON supply_line (visit_id)"_s,
            u"CREATE INDEX supply_line_item_id ON supply_line (item_id)"_s,
            u"CREATE TABLE harm_poster (%1, what TEXT NOT NULL, where_it_is TEXT NOT NULL, put_up_on TEXT NOT NULL, checked_on TEXT, taken_down_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX harm_poster_put_up_on ON harm_poster (put_up_on)"_s,
            u"CREATE TABLE sharps_box (%1, label TEXT NOT NULL, where_it_is TEXT NOT NULL, put_out_on TEXT NOT NULL, closed_on TEXT, collected_on TEXT, collected_by INTEGER REFERENCES agency, receipt TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX sharps_box_collected_by ON sharps_box (collected_by)"_s,
            u"CREATE INDEX sharps_box_put_out_on ON sharps_box (put_out_on)"_s,
        }};
}

} // namespace keywork
