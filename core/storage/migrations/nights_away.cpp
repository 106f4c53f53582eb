// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration nightsAway()
{
    return {"Nights that residents spend elsewhere",
        {
            u"CREATE TABLE nights_away (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, from_on TEXT NOT NULL, expected_on TEXT NOT NULL, back_on TEXT, why TEXT NOT NULL, where_to TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX nights_away_person_id ON nights_away (person_id)"_s,
            u"CREATE INDEX nights_away_from_on ON nights_away (from_on)"_s,
        }};
}

} // namespace keywork
