// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration heldMedicine()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Medicine handed in, and its register",
        {
            u"CREATE TABLE held_medicine (%1, person_id INTEGER REFERENCES person, medicine TEXT NOT NULL, strength TEXT NOT NULL, form TEXT NOT NULL, unit TEXT NOT NULL, doses TEXT NOT NULL, place TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX held_medicine_person_id ON held_medicine (person_id)"_s,
            u"CREATE TABLE custody_entry (%1, person_id INTEGER REFERENCES person, held_medicine_id INTEGER REFERENCES held_medicine, act TEXT NOT NULL, about_id INTEGER REFERENCES custody_entry, done_at TEXT NOT NULL, sealed INTEGER NOT NULL, counted_before INTEGER, quantity INTEGER, counted_after INTEGER, receipt TEXT NOT NULL, struck_out INTEGER NOT NULL, second TEXT, second_id INTEGER REFERENCES staff, cause TEXT, why TEXT NOT NULL, difference INTEGER, balance INTEGER, still_open INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX custody_entry_person_id ON custody_entry (person_id)"_s,
            u"CREATE INDEX custody_entry_held_medicine_id ON custody_entry (held_medicine_id)"_s,
            u"CREATE INDEX custody_entry_about_id ON custody_entry (about_id)"_s,
            u"CREATE INDEX custody_entry_second_id ON custody_entry (second_id)"_s,
            u"CREATE INDEX custody_entry_done_at ON custody_entry (done_at)"_s,
        }};
}

} // namespace keywork
