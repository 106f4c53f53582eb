// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration fullerPerson()
{
    return {"Benefits, disabilities, wishes in serious illness; children; a tool done elsewhere",
        {
            u"ALTER TABLE person ADD COLUMN entitlement TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN benefits TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN sex_at_birth TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN disabilities TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN pregnant TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN serious_illness_told TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN serious_illness_wishes TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN orientation TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE person ADD COLUMN religion TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE care_plan_version ADD COLUMN done_elsewhere TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE TABLE child (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, name TEXT NOT NULL, born_on TEXT, lives_where TEXT NOT NULL, contact_wanted TEXT NOT NULL, social_worker TEXT NOT NULL, notes TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX child_person_id ON child (person_id)"_s,
        }};
}

} // namespace keywork
