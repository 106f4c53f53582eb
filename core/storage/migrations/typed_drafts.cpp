// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Forms named their place until now: kind/ID, kind/new/PERSON, and of some kinds PERSON or another record in ID's stead.
const QString kPerPerson
    = u"('care_plan_version', 'care_plan_area', 'goal', 'step', 'goal_progress', 'step_progress', 'sharing_agreement', 'passphrase')"_s;

// "kind/second/third" in two steps, since SQLite has no way to split a text; what the content says of the person goes before
// what the place looks like.
const QString kParts
    = u"WITH cut AS (SELECT staff, content, updated_at, "
      "substr(place, 1, instr(place || '/', '/') - 1) AS kind, substr(place, instr(place || '/', '/') + 1) AS rest, "
      "CASE WHEN json_valid(content) THEN coalesce(nullif(CAST(json_extract(content, '$.person') AS INTEGER), 0), "
      "CAST(json_extract(content, '$.row.person_id') AS INTEGER), 0) ELSE 0 END AS said FROM untyped_draft), "
      "parts AS (SELECT staff, content, updated_at, kind, said, "
      "substr(rest, 1, instr(rest || '/', '/') - 1) AS second, substr(rest, instr(rest || '/', '/') + 1) AS third FROM cut) "_s;

const QString kRecord = u"CASE WHEN kind IN ('sign_off', 'referral_step') OR kind IN %1 THEN 0 "
                        "WHEN second = 'correct' THEN CAST(third AS INTEGER) ELSE CAST(second AS INTEGER) END"_s.arg(kPerPerson);

const QString kPart = u"CASE WHEN kind IN ('sign_off', 'referral_step') OR second = 'correct' THEN second "
                      "WHEN second = 'new' OR kind = 'referral' THEN '' ELSE third END"_s;

/// Whose a known record is, from its own row.
QString ownerIn(const QString &kind, const QString &table, const QString &id)
{
    return u"WHEN kind = '%1' THEN coalesce((SELECT person_id FROM %2 WHERE id = CAST(%3 AS INTEGER)), 0) "_s.arg(kind, table, id);
}

QString person()
{
    QString sql = u"CASE WHEN kind = 'person' THEN CAST(second AS INTEGER) WHEN said > 0 THEN said "
                  "WHEN second = 'new' OR kind = 'referral' THEN CAST(third AS INTEGER) "
                  "WHEN kind IN %1 THEN CAST(second AS INTEGER) "_s.arg(kPerPerson);
    sql += ownerIn(u"sign_off"_s, u"care_plan_version"_s, u"second"_s) + ownerIn(u"referral_step"_s, u"referral"_s, u"second"_s)
        + ownerIn(u"stage_entry"_s, u"stage_entry"_s, u"CASE second WHEN 'correct' THEN third ELSE second END"_s);
    for (const QString &table : {u"person_name"_s, u"contact"_s, u"child"_s, u"alert"_s, u"stay"_s, u"belonging"_s,
             u"capacity_assessment"_s, u"lawful_reason"_s, u"restriction"_s, u"need_to_know"_s, u"retention_hold"_s})
        sql += ownerIn(table, table, u"second"_s);
    return sql + u"ELSE 0 END"_s;
}

} // namespace

Migration typedDrafts()
{
    return {"A draft knows its kind, its record and its person in columns of their own",
        {
            u"ALTER TABLE draft RENAME TO untyped_draft"_s,
            u"CREATE TABLE draft (id INTEGER PRIMARY KEY, staff INTEGER NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, person INTEGER NOT NULL, part TEXT NOT NULL, content TEXT NOT NULL, updated_at TEXT NOT NULL, UNIQUE (staff, kind, record, person, part)) STRICT"_s,
            u"CREATE INDEX draft_person ON draft (person)"_s,
            // Two old names of one place, which no form wrote: the later words stay, and nobody is kept out of the file.
            kParts
                + u"INSERT OR IGNORE INTO draft (staff, kind, record, person, part, content, updated_at) "
                  "SELECT staff, kind, %1, %2, %3, content, updated_at FROM parts ORDER BY updated_at DESC"_s.arg(kRecord, person(), kPart),
            u"DROP TABLE untyped_draft"_s,
        }};
}

} // namespace keywork
