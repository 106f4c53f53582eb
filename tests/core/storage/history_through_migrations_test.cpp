// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "core/storage/rows_against_history.h"
#include "tests/support/table_columns.h"
#include "tests/support/test_hostel.h"

#include <QJsonArray>

namespace keywork::test::history_through_migrations_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecords = 2;

QVariant valueFor(const TableColumn &column, int record, const QString &state)
{
    if (column.type == u"INTEGER")
        return record + (state == u"before" ? 10 : 0);
    if (column.type == u"BLOB")
        return QByteArray("x");
    if (column.name == u"document") // read by a later step
        return u"{}"_s;
    if (column.name == u"actor")
        return state == u"before" ? u"agency"_s : u"keyworker"_s;
    return u"%1 %2 %3"_s.arg(column.name, state).arg(record);
}

void note(Database &database, const QString &kind, qint64 record, HistoryAction action, const QJsonObject &changes)
{
    HistoryEntry entry;
    entry.at = kNow;
    entry.by = 1;
    entry.action = action;
    entry.kind = kind;
    entry.record = record;
    entry.changes = changes;
    need(addHistory(database, entry));
}

/// A record that was added and changed once, in every column that this version of the kind has, with its entries.
void keep(Database &database, const QString &table, int record)
{
    static const QHash<QString, QVariant> ofEvery{
        {u"created_at"_s, u"2026-01-01T09:00:00.000Z"_s}, {u"created_by"_s, 1}, {u"version"_s, 2}, {u"withdrawn_at"_s, QVariant()}};
    QStringList names;
    QStringList marks;
    QList<QVariant> values;
    QJsonObject added;
    QJsonObject changed;
    for (const TableColumn &column : columnsOf(database, table)) {
        names.append(u'"' + column.name + u'"');
        marks.append(u"?"_s);
        if (column.name == u"id" || ofEvery.contains(column.name)) {
            values.append(column.name == u"id" ? QVariant(record) : ofEvery.value(column.name));
            continue;
        }
        values.append(valueFor(column, record, u"after"_s));
        if (column.type == u"BLOB")
            continue;
        const QJsonValue before = QJsonValue::fromVariant(valueFor(column, record, u"before"_s));
        added.insert(column.name, QJsonArray{QJsonValue(), before});
        changed.insert(column.name, QJsonArray{before, QJsonValue::fromVariant(values.last())});
    }
    need(run(database, u"INSERT INTO \"%1\" (%2) VALUES (%3)"_s.arg(table, names.join(u','), marks.join(u',')), values));
    note(database, table, record, HistoryAction::Added, added);
    note(database, table, record, HistoryAction::Changed, changed);
}

QStringList namedBy(const QList<RowFinding> &rows)
{
    QStringList named;
    for (const RowFinding &row : rows)
        named.append(u"%1 %2: %3"_s.arg(row.table).arg(row.record).arg(int(row.kind)));
    return named;
}

} // namespace

TEST_CASE("Files of every earlier schema pass the deep check after the update: no step changes a record behind its history")
{
    const int version = GENERATE(range(1, int(migrations().size())));
    INFO("steps before: " << version);
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey::random());
    REQUIRE(bool(opened));
    Database &database = **opened;
    need(migrate(database, migrations().mid(0, version)));
    need(run(database, u"PRAGMA foreign_keys = OFF"_s)); // each record stands for itself here
    int kinds = 0;
    {
        Transaction transaction(database);
        need(transaction.begin());
        for (const QString &table : tableNames(allKinds())) {
            if (columnsOf(database, table).isEmpty()) // came with a later step
                continue;
            ++kinds;
            for (int record = 1; record <= kRecords; ++record)
                keep(database, table, record);
        }
        need(transaction.commit());
    }
    CHECK(kinds >= 20);
    need(migrate(database));
    CHECK(namedBy(need(rowsAgainstHistory(database))).join(u", ") == QString());
    CHECK(namedBy(need(decisionsAgainstHistory(database))).join(u", ") == QString());
    CHECK(need(verifyHistory(database, {})).findings.isEmpty());
    // What did change behind it is told as ever.
    need(run(database, u"UPDATE room SET name = 'another' WHERE id = 1"_s));
    CHECK(namedBy(need(rowsAgainstHistory(database))).join(u", ") == u"room 1: %1"_s.arg(int(RowFinding::Kind::Differs)));
}

} // namespace keywork::test::history_through_migrations_test
