// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration naloxoneKits()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Naloxone kits of the house, and where they are kept",
        {
            u"CREATE TABLE naloxone_place (%1, name TEXT NOT NULL, at_least INTEGER NOT NULL, out_of_use INTEGER NOT NULL, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE UNIQUE INDEX naloxone_place_name ON naloxone_place (name) WHERE withdrawn_at IS NULL"_s,
            u"CREATE TABLE naloxone_kit (%1, number TEXT NOT NULL, kind TEXT NOT NULL, product TEXT NOT NULL, batch TEXT NOT NULL, expires_on TEXT, state TEXT NOT NULL, doses_left INTEGER, place_id INTEGER REFERENCES naloxone_place, holder_id INTEGER REFERENCES staff, used_at TEXT, incident_id INTEGER REFERENCES incident, became_of TEXT NOT NULL, supplied_by INTEGER REFERENCES agency, supplied_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX naloxone_kit_place_id ON naloxone_kit (place_id)"_s,
            u"CREATE INDEX naloxone_kit_holder_id ON naloxone_kit (holder_id)"_s,
            u"CREATE INDEX naloxone_kit_incident_id ON naloxone_kit (incident_id)"_s,
            u"CREATE INDEX naloxone_kit_supplied_by ON naloxone_kit (supplied_by)"_s,
            u"CREATE UNIQUE INDEX naloxone_kit_number ON naloxone_kit (number) WHERE withdrawn_at IS NULL"_s,
        }};
}

} // namespace keywork
