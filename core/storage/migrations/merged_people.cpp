// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration mergedPeople()
{
    return {"People who were taken in twice",
        {
            u"CREATE TABLE merged_person (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, merged_id INTEGER REFERENCES person, merged_number TEXT NOT NULL, merged_name TEXT NOT NULL, because TEXT NOT NULL, were_here_at_once INTEGER NOT NULL, moved TEXT NOT NULL, replaced TEXT NOT NULL, undone_at TEXT, undone_because TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX merged_person_person_id ON merged_person (person_id)"_s,
            u"CREATE INDEX merged_person_merged_id ON merged_person (merged_id)"_s,
            u"CREATE TABLE different_people (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, other_id INTEGER REFERENCES person, because TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX different_people_person_id ON different_people (person_id)"_s,
            u"CREATE INDEX different_people_other_id ON different_people (other_id)"_s,
        }};
}

} // namespace keywork
