// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration trustworthy()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Locking, backups, restricted records, retention and erasure, entries written while locked, earlier keys of the history",
        {
            u"ALTER TABLE staff ADD COLUMN chooses_password INTEGER NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE house ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 3"_s,
            u"ALTER TABLE house ADD COLUMN hide_seconds INTEGER NOT NULL DEFAULT 60"_s,
            u"ALTER TABLE house ADD COLUMN backup_folder TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN backup_hours INTEGER NOT NULL DEFAULT 4"_s,
            u"CREATE TABLE restriction (%1, person_id INTEGER REFERENCES person, why TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX restriction_person_id ON restriction (person_id)"_s,
            u"CREATE TABLE need_to_know (%1, person_id INTEGER REFERENCES person, staff_id INTEGER REFERENCES staff, why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX need_to_know_person_id ON need_to_know (person_id)"_s,
            u"CREATE INDEX need_to_know_staff_id ON need_to_know (staff_id)"_s,
            u"CREATE TABLE restricted_opening (%1, person_id INTEGER REFERENCES person, opened_by INTEGER REFERENCES staff, reason TEXT NOT NULL, reviewed_at TEXT, reviewed_by INTEGER REFERENCES staff, review_note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX restricted_opening_person_id ON restricted_opening (person_id)"_s,
            u"CREATE INDEX restricted_opening_opened_by ON restricted_opening (opened_by)"_s,
            u"CREATE INDEX restricted_opening_reviewed_by ON restricted_opening (reviewed_by)"_s,
            u"CREATE TABLE retention_rule (%1, what TEXT NOT NULL, years INTEGER NOT NULL, why TEXT NOT NULL) STRICT"_s.arg(kept),
            u"CREATE TABLE retention_hold (%1, person_id INTEGER REFERENCES person, why TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX retention_hold_person_id ON retention_hold (person_id)"_s,
            u"CREATE TABLE erasure (%1, what TEXT NOT NULL, record INTEGER NOT NULL, number TEXT NOT NULL, why TEXT NOT NULL, due_on TEXT NOT NULL, approved_by INTEGER REFERENCES staff, erased_at TEXT, records INTEGER NOT NULL, entries INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX erasure_approved_by ON erasure (approved_by)"_s,
            // The random id keeps an entry from joining twice when the program is killed between commit and deletion.
            u"CREATE TABLE sealed_entry (id TEXT PRIMARY KEY, joined_at TEXT NOT NULL) STRICT"_s,
            // A new data key begins a new chain key; the earlier ones still prove the earlier entries.
            u"CREATE TABLE history_key (until_sequence INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX history_at ON history (at)"_s,
        }};
}

} // namespace keywork
