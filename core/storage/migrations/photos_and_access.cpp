// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration photosAndAccess()
{
    return {"Photos; which key slot belongs to whom",
        {
            u"CREATE TABLE photo (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, person_id INTEGER REFERENCES person, picture BLOB NOT NULL, taken_on TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX photo_person_id ON photo (person_id)"_s,
            u"ALTER TABLE staff ADD COLUMN key_slot TEXT NOT NULL DEFAULT ''"_s,
        }};
}

} // namespace keywork
