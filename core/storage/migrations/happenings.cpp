// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration happenings()
{
    return {"Whom each record is about and when it happened; how what is derived from records was made",
        {
            // at: a stored instant; empty where nothing happened or what did was entered in error. person: 0 for nobody.
            // phase: 0 for when it happened, 1 for when it ended.
            u"CREATE TABLE happening (kind TEXT NOT NULL, record INTEGER NOT NULL, person INTEGER NOT NULL, phase INTEGER NOT NULL, at TEXT NOT NULL, category TEXT NOT NULL, UNIQUE (kind, record, person, phase)) STRICT"_s,
            u"CREATE INDEX happening_person_at ON happening (person, at)"_s,
            u"CREATE INDEX happening_kind_at ON happening (kind, at)"_s,
            u"CREATE TABLE derived (what TEXT PRIMARY KEY, made_by TEXT NOT NULL) STRICT"_s,
        }};
}

} // namespace keywork
