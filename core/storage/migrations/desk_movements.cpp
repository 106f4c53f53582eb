// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration deskMovements()
{
    return {"Who came in and went out past the desk",
        {
            u"CREATE TABLE desk_movement (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, at TEXT NOT NULL, direction TEXT NOT NULL, expected_back_at TEXT, note TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX desk_movement_person_id ON desk_movement (person_id)"_s,
            u"CREATE INDEX desk_movement_at ON desk_movement (at)"_s,
            u"CREATE INDEX desk_movement_person_at ON desk_movement (person_id, at, id)"_s,
            u"ALTER TABLE house ADD COLUMN presence_hours INTEGER NOT NULL DEFAULT 24"_s,
        }};
}

} // namespace keywork
