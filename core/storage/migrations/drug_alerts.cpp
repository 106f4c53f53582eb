// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration drugAlerts()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Drug alerts, and who was told of them",
        {
            u"CREATE TABLE drug_alert (%1, number TEXT NOT NULL, sold_as TEXT NOT NULL, sold_as_id INTEGER REFERENCES substance, look TEXT NOT NULL, contains TEXT NOT NULL, effects TEXT NOT NULL, issuer TEXT NOT NULL, issuer_number TEXT NOT NULL, grade TEXT NOT NULL, ground TEXT NOT NULL, area TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, ended_on TEXT, ended_why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX drug_alert_sold_as_id ON drug_alert (sold_as_id)"_s,
            u"CREATE INDEX drug_alert_from_on ON drug_alert (from_on)"_s,
            u"CREATE UNIQUE INDEX drug_alert_number ON drug_alert (number)"_s,
            u"CREATE TABLE drug_alert_person (%1, person_id INTEGER REFERENCES person, alert_id INTEGER REFERENCES drug_alert, told_at TEXT, told_by_id INTEGER REFERENCES staff, fits TEXT, why TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX drug_alert_person_person_id ON drug_alert_person (person_id)"_s,
            u"CREATE INDEX drug_alert_person_alert_id ON drug_alert_person (alert_id)"_s,
            u"CREATE INDEX drug_alert_person_told_by_id ON drug_alert_person (told_by_id)"_s,
        }};
}

} // namespace keywork
