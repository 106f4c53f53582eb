// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration watchRung()
{
    return {"Somebody rang about an emergency line of Today",
        {
            u"CREATE TABLE watch_rung (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, rule_code TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_record INTEGER NOT NULL, subject_mark TEXT NOT NULL, person_id INTEGER REFERENCES person, rung_at TEXT NOT NULL, whom TEXT NOT NULL, answer TEXT NOT NULL, back_at TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX watch_rung_person_id ON watch_rung (person_id)"_s,
            u"CREATE INDEX watch_rung_back_at ON watch_rung (back_at)"_s,
        }};
}

} // namespace keywork
