// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration watchSnooze()
{
    return {"Lines of Today that were put off",
        {
            u"CREATE TABLE watch_snooze (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, rule_code TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_record INTEGER NOT NULL, person_id INTEGER REFERENCES person, until_on TEXT NOT NULL, reason TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX watch_snooze_person_id ON watch_snooze (person_id)"_s,
            u"CREATE INDEX watch_snooze_until_on ON watch_snooze (until_on)"_s,
        }};
}

} // namespace keywork
