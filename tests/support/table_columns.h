// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

#include <QHash>

namespace keywork::test {

/// A column as the file itself describes it.
struct TableColumn {
    QString name;
    QString type; ///< TEXT, INTEGER, …
    bool mayNotBeNull = false;
};

/// Of any version of the schema, in the order in which they stand; none for a table that is not there.
inline QList<TableColumn> columnsOf(const Database &database, const QString &table)
{
    Query info(database, QStringLiteral("SELECT name, type, \"notnull\" FROM pragma_table_info(?)"));
    need(info.bind(table).run());
    QList<TableColumn> columns;
    while (info.next())
        columns.append({info.text(0), info.text(1), info.number(2) != 0});
    return columns;
}

/// A row of an earlier schema with what is said, kept on 1 January 2026 by the first member of the team, and nothing in
/// the other columns.
inline void insertSaid(Database &database, const QString &table, const QHash<QString, QVariant> &said)
{
    QStringList columns;
    QStringList marks;
    QList<QVariant> values;
    for (const TableColumn &column : columnsOf(database, table)) {
        const bool isGiven = column.name == QStringLiteral("id") || column.name == QStringLiteral("version");
        if (isGiven || (column.name == QStringLiteral("withdrawn_at") && !said.contains(column.name)))
            continue;
        const QVariant fallback = column.name == QStringLiteral("created_at") ? QVariant(QStringLiteral("2026-01-01T09:00:00.000Z"))
            : column.name == QStringLiteral("created_by")                     ? QVariant(1)
            : !column.mayNotBeNull                                            ? QVariant()
            : column.type == QStringLiteral("TEXT")                           ? QVariant(QStringLiteral(""))
                                                                              : QVariant(0);
        columns.append(column.name);
        marks.append(QStringLiteral("?"));
        values.append(said.value(column.name, fallback));
    }
    need(run(database,
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, columns.join(QStringLiteral(",")), marks.join(QStringLiteral(","))),
        values));
}

} // namespace keywork::test
