// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration watchCall()
{
    return {"Emergencies of Today that somebody rang about",
        {
            u"CREATE TABLE watch_call (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, rule_code TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_record INTEGER NOT NULL, person_id INTEGER REFERENCES person, rung_at TEXT NOT NULL, answer TEXT NOT NULL, again_at TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX watch_call_person_id ON watch_call (person_id)"_s,
            u"CREATE INDEX watch_call_rung_at ON watch_call (rung_at)"_s,
        }};
}

} // namespace keywork
