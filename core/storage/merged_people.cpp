// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/merged_people.h"

#include "core/record/person_keys.h"
#include "core/storage/erasing_rows.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

QString recordsOfOnePerson()
{
    return u"(WITH RECURSIVE one (id) AS (VALUES (?) UNION SELECT m.merged_id FROM merged_person AS m JOIN one ON m.person_id = one.id "
           "WHERE m.undone_at IS NULL AND m.withdrawn_at IS NULL) SELECT id FROM one)"_s;
}

Result<QList<qint64>> mergedInto(Database &database, qint64 person)
{
    return idsIn(database, u"SELECT id FROM person WHERE id <> ? AND id IN "_s + recordsOfOnePerson(), {person, person});
}

Result<QList<qint64>> idsReferringTo(Database &database, const RecordType &type, const QString &column, qint64 person)
{
    return idsIn(database, u"SELECT id FROM %1 WHERE %2 = ? ORDER BY id"_s.arg(QLatin1String(type.table), column), {person});
}

Done moveDrafts(Database &database, qint64 from, qint64 to)
{
    // What is typed in a new record says in its own row, too, whose it is.
    for (const QString &row : {u"$.row.person_id"_s, u"$.base.person_id"_s})
        if (Done done
            = run(database, u"UPDATE draft SET content = json_replace(content, ?, ?) WHERE person = ? AND json_extract(content, ?) = ?"_s,
                {row, to, from, row, from});
            !done)
            return done;
    // Of two that one colleague has in the same place the other stays where it is: Today opens it all the same.
    return run(database, u"UPDATE OR IGNORE draft SET person = ? WHERE person = ?"_s, {to, from});
}

Result<bool> hasDraft(Database &database, qint64 person)
{
    const auto found = valueOf(database, u"SELECT EXISTS (SELECT 1 FROM draft WHERE kind = 'person' AND record = ?)"_s, {person});
    return found ? Result<bool>(found->toBool()) : found.error();
}

Result<QList<TwoAlike>> peopleWhoMayBeOne(Database &database, const QList<qint64> &closed, int limit)
{
    const QString shut = QStringList(closed.size(), u"?"_s).join(u',');
    // The rarer key leads: a name that sounds alike is asked for only among those born on one day.
    const QString sql = u"SELECT one, other, max(by_number) FROM ("
                        "SELECT a.person AS one, b.person AS other, 1 AS by_number FROM name_key AS a JOIN name_key AS b "
                        "ON b.form = a.form AND b.key = a.key AND b.person > a.person WHERE a.form = %1 "
                        "UNION ALL SELECT a.person, b.person, 0 FROM name_key AS a JOIN name_key AS b "
                        "ON b.form = a.form AND b.key = a.key AND b.person > a.person WHERE a.form = %2 "
                        "AND EXISTS (SELECT 1 FROM name_key AS x JOIN name_key AS y ON y.form = x.form AND y.key = x.key "
                        "WHERE x.person = a.person AND y.person = b.person AND x.form IN (%3, %4))"
                        ") AS two WHERE NOT EXISTS (SELECT 1 FROM different_people AS d WHERE d.withdrawn_at IS NULL "
                        "AND ((d.person_id = one AND d.other_id = other) OR (d.person_id = other AND d.other_id = one))) "
                        "AND (SELECT count(*) FROM person AS p WHERE p.id IN (one, other) AND p.withdrawn_at IS NULL) = 2 "
                        "AND one NOT IN (%5) AND other NOT IN (%5) "
                        "GROUP BY one, other ORDER BY max(by_number) DESC, other DESC LIMIT %6"_s.arg(int(KeyForm::Identifier))
                            .arg(int(KeyForm::Born))
                            .arg(int(KeyForm::Sound))
                            .arg(int(KeyForm::Word))
                            .arg(shut)
                            .arg(limit);
    Query query(database, sql);
    for (int twice = 0; twice < 2; ++twice)
        for (const qint64 person : closed)
            query.bind(person);
    if (Done done = query.run(); !done)
        return done.error();
    QList<TwoAlike> all;
    while (query.next())
        all.append({query.number(0), query.number(1), query.number(2) > 0});
    if (Done done = query.finished(); !done)
        return done.error();
    return all;
}

} // namespace keywork
