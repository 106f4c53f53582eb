// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration substanceUse()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"The catalogue of substances; what residents use, review by review",
        {
            u"CREATE TABLE substance (%1, code TEXT NOT NULL, name TEXT NOT NULL, class TEXT NOT NULL, street_names TEXT NOT NULL, ndtms_code TEXT NOT NULL, retired INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE UNIQUE INDEX substance_name ON substance (name) WHERE withdrawn_at IS NULL"_s,
            u"CREATE TABLE substance_review (%1, person_id INTEGER REFERENCES person, as_on TEXT NOT NULL, known_from TEXT NOT NULL, told_by TEXT NOT NULL, words TEXT NOT NULL, talked_about TEXT NOT NULL, notes TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX substance_review_person_id ON substance_review (person_id)"_s,
            u"CREATE INDEX substance_review_as_on ON substance_review (as_on)"_s,
            u"CREATE TABLE substance_use (%1, review_id INTEGER REFERENCES substance_review, person_id INTEGER REFERENCES person, substance_id INTEGER REFERENCES substance, rank TEXT, pattern TEXT, route TEXT, sites TEXT NOT NULL, site_problems TEXT NOT NULL, days INTEGER, frequency TEXT NOT NULL, amount TEXT, unit TEXT NOT NULL, spend INTEGER, alone TEXT, shares TEXT, source TEXT, place TEXT NOT NULL, with_whom TEXT NOT NULL, what_for TEXT NOT NULL, first_age INTEGER, last_used TEXT, same_as TEXT, not_said TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX substance_use_review_id ON substance_use (review_id)"_s,
            u"CREATE INDEX substance_use_person_id ON substance_use (person_id)"_s,
            u"CREATE INDEX substance_use_substance_id ON substance_use (substance_id)"_s,
        }};
}

} // namespace keywork
