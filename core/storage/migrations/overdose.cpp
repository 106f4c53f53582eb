// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration overdose()
{
    return {"Overdoses step by step, and what is read out to 999",
        {
            u"CREATE TABLE overdose (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, incident_id INTEGER REFERENCES incident, emergency TEXT NOT NULL, state TEXT NOT NULL, looks_like TEXT NOT NULL, signs TEXT NOT NULL, substances TEXT NOT NULL, outcome TEXT, meant TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT) STRICT"_s,
            u"CREATE INDEX overdose_incident_id ON overdose (incident_id)"_s,
            u"CREATE UNIQUE INDEX overdose_emergency ON overdose (emergency) WHERE withdrawn_at IS NULL"_s,
            u"CREATE TABLE overdose_step (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, incident_id INTEGER REFERENCES incident, step TEXT NOT NULL, happened_at TEXT NOT NULL, entered_at TEXT, pressed INTEGER, elapsed_ms INTEGER, while_locked INTEGER NOT NULL, press_id TEXT NOT NULL, kit_id INTEGER REFERENCES naloxone_kit, kit_was TEXT NOT NULL, route TEXT, by_whom TEXT NOT NULL, why_not TEXT NOT NULL, watcher_id INTEGER REFERENCES staff, watcher_other TEXT NOT NULL, words TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX overdose_step_incident_id ON overdose_step (incident_id)"_s,
            u"CREATE UNIQUE INDEX overdose_step_press_id ON overdose_step (press_id) WHERE withdrawn_at IS NULL"_s,
            u"CREATE INDEX overdose_step_kit_id ON overdose_step (kit_id)"_s,
            u"CREATE INDEX overdose_step_watcher_id ON overdose_step (watcher_id)"_s,
            u"ALTER TABLE house ADD COLUMN night_entry TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN defibrillator_place TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN defibrillator_code TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN words_checked_by TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN words_checked_on TEXT"_s,
        }};
}

} // namespace keywork
