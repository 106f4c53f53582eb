// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kKept = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, "
                      "withdrawn_at TEXT"_s;

QStringList newTables()
{
    return {
        u"CREATE TABLE entry_criteria (%1, number TEXT NOT NULL, from_on TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s.arg(kKept),
        u"CREATE UNIQUE INDEX entry_criteria_number ON entry_criteria (number)"_s,
        u"CREATE TABLE entry_criterion (%1, entry_criteria_id INTEGER REFERENCES entry_criteria, position INTEGER NOT NULL, wording TEXT NOT NULL, help TEXT NOT NULL) STRICT"_s
            .arg(kKept),
        u"CREATE INDEX entry_criterion_entry_criteria_id ON entry_criterion (entry_criteria_id)"_s,
        u"CREATE TABLE criterion_answer (%1, referral_in_id INTEGER REFERENCES referral_in, person_id INTEGER REFERENCES person, entry_criterion_id INTEGER REFERENCES entry_criterion, answer TEXT NOT NULL, waived_by_id INTEGER REFERENCES staff, why TEXT NOT NULL) STRICT"_s
            .arg(kKept),
        u"CREATE INDEX criterion_answer_referral_in_id ON criterion_answer (referral_in_id)"_s,
        u"CREATE INDEX criterion_answer_person_id ON criterion_answer (person_id)"_s,
        u"CREATE INDEX criterion_answer_entry_criterion_id ON criterion_answer (entry_criterion_id)"_s,
        u"CREATE INDEX criterion_answer_waived_by_id ON criterion_answer (waived_by_id)"_s,
        u"CREATE TABLE arrival_step (%1, stay_id INTEGER REFERENCES stay, person_id INTEGER REFERENCES person, position INTEGER NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL, agency_id INTEGER REFERENCES agency, planned_at TEXT, done_at TEXT, note TEXT NOT NULL) STRICT"_s
            .arg(kKept),
        u"CREATE INDEX arrival_step_stay_id ON arrival_step (stay_id)"_s,
        u"CREATE INDEX arrival_step_person_id ON arrival_step (person_id)"_s,
        u"CREATE INDEX arrival_step_agency_id ON arrival_step (agency_id)"_s,
        u"CREATE TABLE stay_condition (%1, stay_id INTEGER REFERENCES stay, person_id INTEGER REFERENCES person, what TEXT NOT NULL, due_on TEXT, grace_days INTEGER, met_on TEXT, reviewed_on TEXT, review_note TEXT NOT NULL) STRICT"_s
            .arg(kKept),
        u"CREATE INDEX stay_condition_stay_id ON stay_condition (stay_id)"_s,
        u"CREATE INDEX stay_condition_person_id ON stay_condition (person_id)"_s,
        u"CREATE TABLE gp_refusal (%1, person_id INTEGER REFERENCES person, practice TEXT NOT NULL, on_day TEXT NOT NULL, reason TEXT NOT NULL, in_writing TEXT NOT NULL, since_then TEXT NOT NULL) STRICT"_s
            .arg(kKept),
        u"CREATE INDEX gp_refusal_person_id ON gp_refusal (person_id)"_s,
        u"CREATE INDEX gp_refusal_on_day ON gp_refusal (on_day)"_s,
    };
}

QStringList newColumns()
{
    QStringList statements{
        u"ALTER TABLE house ADD COLUMN referral_days INTEGER NOT NULL DEFAULT 3"_s,
        u"ALTER TABLE referral_in ADD COLUMN person_id INTEGER REFERENCES person"_s,
        u"ALTER TABLE referral_in ADD COLUMN how TEXT"_s,
        u"ALTER TABLE referral_in ADD COLUMN agency_id INTEGER REFERENCES agency"_s,
        u"ALTER TABLE referral_in ADD COLUMN decided_on TEXT"_s,
        u"ALTER TABLE referral_in ADD COLUMN waiting_since TEXT"_s,
        u"ALTER TABLE referral_in ADD COLUMN waiting_place INTEGER"_s,
        u"ALTER TABLE referral_in ADD COLUMN held_by_id INTEGER REFERENCES staff"_s,
        u"ALTER TABLE referral_in ADD COLUMN next_on TEXT"_s,
        u"ALTER TABLE referral_in ADD COLUMN entry_criteria_id INTEGER REFERENCES entry_criteria"_s,
        u"ALTER TABLE stay ADD COLUMN referral_in_id INTEGER REFERENCES referral_in"_s,
        u"ALTER TABLE stay ADD COLUMN not_coming INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE stay ADD COLUMN arrived_time TEXT"_s,
        u"ALTER TABLE stay ADD COLUMN licence_signed_on TEXT"_s,
        u"ALTER TABLE stay ADD COLUMN arrival_open INTEGER NOT NULL DEFAULT 0"_s,
    };
    for (const QString &column : {u"source"_s, u"homeless_reason"_s, u"last_accommodation"_s, u"local_connection"_s, u"support_needs"_s,
             u"primary_need"_s, u"in_their_words"_s, u"pointed_to"_s, u"next_step"_s})
        statements.append(u"ALTER TABLE referral_in ADD COLUMN %1 TEXT NOT NULL DEFAULT ''"_s.arg(column));
    for (const QString &column : {u"belongings_seen"_s, u"escape_plan"_s, u"induction"_s, u"leaflets"_s})
        statements.append(u"ALTER TABLE stay ADD COLUMN %1 TEXT NOT NULL DEFAULT ''"_s.arg(column));
    for (const QString &column : {u"person_id"_s, u"agency_id"_s, u"held_by_id"_s, u"entry_criteria_id"_s, u"received_on"_s})
        statements.append(u"CREATE INDEX referral_in_%1 ON referral_in (%1)"_s.arg(column));
    statements.append(u"CREATE INDEX stay_referral_in_id ON stay (referral_in_id)"_s);
    statements.append(u"UPDATE referral_in SET how = 'file'"_s);
    return statements;
}

/// Until now a stay said itself how it came to it. Every one gets its referral, also those that were entered in error.
QStringList movedReferrals()
{
    // The id of a record that was erased is never given again, nor is a number.
    const QString id = u"max(ifnull((SELECT max(id) FROM referral_in), 0), "
                       "ifnull((SELECT max(record) FROM history WHERE kind = 'referral_in'), 0))"_s;
    const QString number = u"max(ifnull((SELECT last FROM number_series WHERE prefix = 'RI'), 0), "
                           "ifnull((SELECT max(CAST(substr(number, 4) AS INTEGER)) FROM referral_in), 0))"_s;
    const QString row = u"row_number() OVER (ORDER BY referred_on, id)"_s;
    return {
        u"CREATE TABLE moved_referral (stay INTEGER PRIMARY KEY, referral INTEGER NOT NULL, number INTEGER NOT NULL) STRICT"_s,
        u"INSERT INTO moved_referral (stay, referral, number) SELECT id, %1 + %3, %2 + %3 FROM stay"_s.arg(id, number, row),
        u"INSERT INTO referral_in (id, created_at, created_by, withdrawn_at, number, person_id, received_on, source, from_whom, "
        "their_reference, person_name, born, reason, content, document, fingerprint, document_id, state, decided_why) "
        "SELECT m.referral, s.created_at, s.created_by, s.withdrawn_at, printf('RI-%04d', m.number), s.person_id, s.referred_on, "
        "s.referral_source, s.referred_by, '', ifnull(trim(CASE WHEN p.preferred_name <> '' THEN p.preferred_name ELSE p.given_name END || "
        "' ' "
        "|| p.family_name), ''), '', s.referral_reason, '', '', '', '', CASE WHEN s.arrived_on IS NOT NULL THEN 'taken_in' "
        "WHEN s.decision = 'declined' THEN 'not_offered' WHEN s.decision = 'withdrew' THEN 'withdrawn' "
        "WHEN s.decision IN ('accepted', 'waiting_list') THEN s.decision ELSE 'waiting' END, s.decision_reason "
        "FROM stay s JOIN moved_referral m ON m.stay = s.id LEFT JOIN person p ON p.id = s.person_id"_s,
        u"UPDATE stay SET referral_in_id = (SELECT r.id FROM moved_referral m JOIN referral_in r ON r.id = m.referral WHERE m.stay = "
        u"stay.id), "
        "not_coming = CASE WHEN arrived_on IS NULL AND decision IN ('declined', 'withdrew') THEN 1 ELSE 0 END"_s,
        u"INSERT INTO number_series (prefix, last) SELECT 'RI', n FROM (SELECT max(number) AS n FROM moved_referral) WHERE n IS NOT NULL "
        "ON CONFLICT (prefix) DO UPDATE SET last = excluded.last"_s,
        u"DROP TABLE moved_referral"_s,
        u"ALTER TABLE stay DROP COLUMN referral_source"_s,
        u"ALTER TABLE stay DROP COLUMN referred_by"_s,
        u"ALTER TABLE stay DROP COLUMN referral_reason"_s,
        u"ALTER TABLE stay DROP COLUMN decision"_s,
        u"ALTER TABLE stay DROP COLUMN decision_reason"_s,
    };
}

/// Words are found where they stand now.
QStringList movedWords()
{
    const auto written
        = [](const QString &kind, const QString &table, const QString &person, const QString &category, const QString &body) {
              const QString rows = u"FROM %1 t WHERE t.withdrawn_at IS NULL AND %2 <> ''"_s.arg(table, body);
              return QStringList{u"INSERT INTO search_entry (kind, record) SELECT '%1', t.id %2"_s.arg(kind, rows),
                  u"INSERT INTO search_text (rowid, body, kind, record, person, category) SELECT (SELECT e.id FROM search_entry e WHERE "
                  "e.kind = '%1' AND e.record = t.id), %2, '%1', t.id, ifnull(t.%3, 0), '%4' %5"_s.arg(kind, body, person, category, rows)};
          };
    QStringList statements{
        u"DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_entry WHERE kind IN ('stay', 'referral_in'))"_s,
        u"DELETE FROM search_entry WHERE kind IN ('stay', 'referral_in')"_s,
    };
    statements += written(u"stay"_s, u"stay"_s, u"person_id"_s, u"housing"_s, u"t.leaving_notes"_s);
    statements += written(u"referral_in"_s, u"referral_in"_s, u"person_id"_s, u"housing"_s,
        u"trim(t.number || char(10) || t.from_whom || char(10) || t.their_reference || char(10) || t.person_name, char(10))"_s);
    statements += written(u"referral_in:risk"_s, u"referral_in"_s, u"person_id"_s, u"risk"_s, u"t.reason"_s);
    return statements;
}

} // namespace

Migration intake()
{
    return {"One kind holds a referral in; entry criteria, arrivals, conditions of a stay, GP practices that refused",
        newTables() + newColumns() + movedReferrals() + movedWords()};
}

} // namespace keywork
