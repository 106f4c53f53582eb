// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration belongings()
{
    return {"Belongings kept for residents",
        {
            u"CREATE TABLE belonging (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, what TEXT NOT NULL, kept_where TEXT NOT NULL, taken_on TEXT NOT NULL, returned_on TEXT) STRICT"_s,
            u"CREATE INDEX belonging_person_id ON belonging (person_id)"_s,
        }};
}

} // namespace keywork
