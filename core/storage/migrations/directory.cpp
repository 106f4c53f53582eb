// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration directory()
{
    return {"What agencies offer, who works there, joint working, meetings nearby",
        {
            u"CREATE TABLE agency_service (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, agency_id INTEGER REFERENCES agency, name TEXT NOT NULL, needs TEXT NOT NULL, stages TEXT NOT NULL, places INTEGER, waiting_weeks INTEGER, eligibility TEXT NOT NULL, hours TEXT NOT NULL, cost TEXT NOT NULL, how_to_refer TEXT NOT NULL, outcomes TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX agency_service_agency_id ON agency_service (agency_id)"_s,
            u"CREATE TABLE agency_contact (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, agency_id INTEGER REFERENCES agency, name TEXT NOT NULL, job TEXT NOT NULL, telephone TEXT NOT NULL, email TEXT NOT NULL, notes TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX agency_contact_agency_id ON agency_contact (agency_id)"_s,
            u"CREATE TABLE joint_working (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, agency_id INTEGER REFERENCES agency, we_do TEXT NOT NULL, they_do TEXT NOT NULL, link_person TEXT NOT NULL, starts_on TEXT, review_on TEXT, how_well TEXT NOT NULL, notes TEXT NOT NULL) STRICT"_s,
            u"CREATE INDEX joint_working_agency_id ON joint_working (agency_id)"_s,
            u"CREATE TABLE meeting (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, weekday TEXT NOT NULL, starts_at TEXT NOT NULL, place TEXT NOT NULL, open_to TEXT NOT NULL, telephone TEXT NOT NULL, agency_id INTEGER REFERENCES agency) STRICT"_s,
            u"CREATE INDEX meeting_agency_id ON meeting (agency_id)"_s,
        }};
}

} // namespace keywork
