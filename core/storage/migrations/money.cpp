// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration money()
{
    const QString kept
        = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Service charges, payments, Housing Benefit, arrangements about arrears, debts",
        {
            u"ALTER TABLE house ADD COLUMN rent_weekday TEXT NOT NULL DEFAULT 'mon'"_s,
            u"CREATE TABLE rent_charge (%1, person_id INTEGER REFERENCES person, weekly INTEGER NOT NULL, from_on TEXT NOT NULL, until_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX rent_charge_person_id ON rent_charge (person_id)"_s,
            u"CREATE INDEX rent_charge_from_on ON rent_charge (from_on)"_s,
            u"CREATE TABLE rent_payment (%1, person_id INTEGER REFERENCES person, paid_on TEXT NOT NULL, amount INTEGER NOT NULL, how TEXT NOT NULL, from_on TEXT, until_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX rent_payment_person_id ON rent_payment (person_id)"_s,
            u"CREATE INDEX rent_payment_paid_on ON rent_payment (paid_on)"_s,
            u"CREATE TABLE housing_benefit (%1, person_id INTEGER REFERENCES person, state TEXT NOT NULL, as_of TEXT NOT NULL, reference TEXT NOT NULL, weekly INTEGER, awarded_from TEXT, suspended_on TEXT, ended_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX housing_benefit_person_id ON housing_benefit (person_id)"_s,
            u"CREATE INDEX housing_benefit_as_of ON housing_benefit (as_of)"_s,
            u"CREATE TABLE arrears_arrangement (%1, person_id INTEGER REFERENCES person, from_on TEXT NOT NULL, weekly INTEGER NOT NULL, agreed_how TEXT NOT NULL, agreed_with TEXT NOT NULL, until_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX arrears_arrangement_person_id ON arrears_arrangement (person_id)"_s,
            u"CREATE INDEX arrears_arrangement_from_on ON arrears_arrangement (from_on)"_s,
            u"CREATE TABLE debt (%1, person_id INTEGER REFERENCES person, creditor_kind TEXT NOT NULL, creditor TEXT NOT NULL, amount INTEGER, known TEXT NOT NULL, priority TEXT NOT NULL, adviser TEXT NOT NULL, arrangement TEXT NOT NULL, settled_on TEXT, note TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX debt_person_id ON debt (person_id)"_s,
        }};
}

} // namespace keywork
