// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

namespace keywork::test {

/// The kinds that are about residents, or part of what is: whatever refers to them, and so on.
inline QList<const RecordType *> kindsOfResidents()
{
    QStringList tables{QStringLiteral("person")};
    for (qsizetype before = 0; before != tables.size();) {
        before = tables.size();
        for (const RecordType *type : allKinds())
            for (const Field &field : type->fields)
                if (field.refers && tables.contains(QLatin1String(field.refers)) && !tables.contains(QLatin1String(type->table)))
                    tables.append(QString::fromLatin1(type->table));
    }
    QList<const RecordType *> kinds;
    for (const QString &table : std::as_const(tables))
        kinds.append(kindOf(table));
    return kinds;
}

/// Writes everybody on file `times` over, with all that is about them, by one statement a table: thousands in a moment. The
/// copies are found by lists, rules and the timeline; their history is listed, and would not stand a check.
inline void multiplyResidents(Database &database, int times)
{
    using namespace Qt::StringLiterals;
    const QString copies = u"WITH RECURSIVE copy (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < %1 - 1) "_s.arg(times);
    const auto moved = [](const QString &column) { return column + u" + k * 1000000"_s; };
    Transaction transaction(database);
    need(transaction.begin());
    need(run(database, u"PRAGMA defer_foreign_keys = ON"_s)); // a copy may refer to one that is written later
    const QList<const RecordType *> kinds = kindsOfResidents();
    QStringList tables;
    for (const RecordType *type : kinds) {
        const QString table = QString::fromLatin1(type->table);
        tables.append(u'\'' + table + u'\'');
        QStringList columns{u"id"_s, u"version"_s, u"created_at"_s, u"created_by"_s, u"withdrawn_at"_s};
        QStringList values{moved(table + u".id"_s), u"version"_s, u"created_at"_s, u"created_by"_s, u"withdrawn_at"_s};
        for (const Field &field : type->fields) {
            const QString column = QString::fromLatin1(field.column);
            columns.append(column);
            values.append(field.refers && kinds.contains(kindOf(QString::fromLatin1(field.refers))) ? moved(column)
                    : column == u"number"                                                           ? u"number || '-' || k"_s
                                                                                                    : column);
        }
        need(run(
            database, copies + u"INSERT INTO %1 (%2) SELECT %3 FROM %1, copy"_s.arg(table, columns.join(u", "_s), values.join(u", "_s))));
    }
    const QString ofThem = u" WHERE kind IN ("_s + tables.join(u", "_s) + u')';
    const QString person = u"CASE WHEN person > 0 THEN "_s + moved(u"person"_s) + u" ELSE 0 END"_s;
    need(run(database,
        copies + u"INSERT INTO happening (kind, record, person, phase, at, category) SELECT kind, "_s + moved(u"record"_s) + u", "_s
            + person + u", phase, at, category FROM happening, copy"_s + ofThem));
    need(run(database,
        copies + u"INSERT INTO seen (kind, record, person, at, only_day, by) SELECT kind, "_s + moved(u"record"_s) + u", "_s + person
            + u", at, only_day, by FROM seen, copy"_s + ofThem));
    need(run(database,
        copies + u"INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) SELECT at, by, action, kind, "_s
            + moved(u"record"_s) + u", "_s + person + u", salt, commitment, mac FROM history, copy"_s + ofThem));
    need(transaction.commit());
}

} // namespace keywork::test
