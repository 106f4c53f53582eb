// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration timedChecks()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Timed checks on somebody, and each that was done",
        {
            u"CREATE TABLE check_series (%1, person_id INTEGER REFERENCES person, described TEXT NOT NULL, reason TEXT NOT NULL, reason_note TEXT NOT NULL, incident_id INTEGER REFERENCES incident, from_at TEXT NOT NULL, every_minutes INTEGER, until_at TEXT, watcher_id INTEGER REFERENCES staff, watcher_other TEXT NOT NULL, after_naloxone INTEGER NOT NULL, kit TEXT NOT NULL, ended_at TEXT, ended_why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX check_series_person_id ON check_series (person_id)"_s,
            u"CREATE INDEX check_series_incident_id ON check_series (incident_id)"_s,
            u"CREATE INDEX check_series_watcher_id ON check_series (watcher_id)"_s,
            u"CREATE INDEX check_series_from_at ON check_series (from_at)"_s,
            u"CREATE TABLE timed_check (%1, person_id INTEGER REFERENCES person, series_id INTEGER REFERENCES check_series, due_at TEXT, done_at TEXT NOT NULL, result TEXT NOT NULL, breaths INTEGER, count_held INTEGER NOT NULL, by_id INTEGER REFERENCES staff, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX timed_check_person_id ON timed_check (person_id)"_s,
            u"CREATE INDEX timed_check_series_id ON timed_check (series_id)"_s,
            u"CREATE INDEX timed_check_by_id ON timed_check (by_id)"_s,
            u"CREATE INDEX timed_check_done_at ON timed_check (done_at)"_s,
        }};
}

} // namespace keywork
