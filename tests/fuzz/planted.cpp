// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/planted.h"

#include "core/domain/kinds.h"
#include "core/storage/query.h"

#include <QDeadlineTimer>
#include <atomic>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

std::atomic<int> calls = 0;
std::atomic<bool> tooLong = false;
QDeadlineTimer deadline{QDeadlineTimer::Forever};

void tattle(sqlite3_context *context, int, sqlite3_value **)
{
    ++calls;
    sqlite3_result_int(context, 1);
}

int stopWhenLate(void *)
{
    if (!deadline.hasExpired())
        return 0;
    tooLong = true;
    return 1;
}

int onOpen(sqlite3 *connection, char **, const struct sqlite3_api_routines *)
{
    sqlite3_create_function(connection, "tattle", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, tattle, nullptr, nullptr);
    sqlite3_progress_handler(connection, 10'000, stopWhenLate, nullptr);
    return SQLITE_OK;
}

QString someTable(Mutator &mutator)
{
    static const QList<QString> others{
        u"choice_option"_s, u"number_series"_s, u"draft"_s, u"history"_s, u"history_content"_s, u"search_entry"_s};
    if (mutator.oneIn(4))
        return mutator.pick(others);
    return QString::fromLatin1(mutator.pick(allKinds())->table);
}

QString someColumn(Mutator &mutator, const QString &table)
{
    static const QList<QString> ofAll{u"id"_s, u"version"_s, u"created_at"_s, u"created_by"_s, u"withdrawn_at"_s};
    static const QList<QString> ofHistory{u"at"_s, u"by"_s, u"action"_s, u"kind"_s, u"record"_s, u"person"_s, u"mac"_s, u"changes"_s};
    const RecordType *type = kindOf(table);
    if (!type)
        return mutator.pick(ofHistory);
    return mutator.oneIn(4) ? mutator.pick(ofAll)
                            : QString::fromLatin1(type->fields[size_t(mutator.below(int(type->fields.size())))].column);
}

/// SQL for a value that no description allows.
QString someValue(Mutator &mutator)
{
    static const QList<QString> values{u"NULL"_s, u"x'00ff00'"_s, u"-1"_s, u"9223372036854775807"_s, u"9e999"_s, u"'9999-99-99'"_s,
        u"'<img src=/dev/zero>'"_s, u"char(0, 7, 55296, 8238)"_s, u"hex(zeroblob(1500000))"_s, u"zeroblob(3000000)"_s, u"'{\"a\":[[[['"_s,
        u"''"_s, u"0"_s, u"'health,nonsense,,'"_s, u"1"_s};
    return mutator.pick(values);
}

/// The same rows in a table without types, without NOT NULL and without keys.
QStringList loosened(const QString &table)
{
    return {u"CREATE TABLE loose AS SELECT * FROM "_s + table, u"DROP TABLE "_s + table, u"ALTER TABLE loose RENAME TO "_s + table};
}

Plant wrongValues(Mutator &mutator)
{
    const QString table = someTable(mutator);
    Plant planted{u"wrong values in "_s + table, mutator.oneIn(4) ? QStringList() : loosened(table)};
    for (int count = 1 + mutator.below(4); count > 0; --count)
        planted.statements.append(u"UPDATE %1 SET %2 = %3"_s.arg(table, someColumn(mutator, table), someValue(mutator)));
    return planted;
}

Plant missingThings(Mutator &mutator)
{
    const QString table = someTable(mutator);
    if (mutator.oneIn(2))
        return {u"no table "_s + table, {u"DROP TABLE "_s + table}};
    const QString column = someColumn(mutator, table);
    return {
        u"no column %1 in %2"_s.arg(column, table), loosened(table) + QStringList{u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, column)}};
}

Plant triggers(Mutator &mutator)
{
    const QString table = mutator.oneIn(2) ? u"history"_s : someTable(mutator);
    const QString body = mutator.oneIn(3) ? u"SELECT tattle()"_s : u"INSERT INTO planted_trace VALUES (1)"_s;
    Plant planted{u"triggers on "_s + table, {u"CREATE TABLE planted_trace (n)"_s}};
    for (const QString &when : {u"AFTER INSERT"_s, u"BEFORE UPDATE"_s, u"AFTER DELETE"_s})
        planted.statements.append(
            u"CREATE TRIGGER planted_%1 %2 ON %3 BEGIN %4; END"_s.arg(planted.statements.size()).arg(when, table, body));
    return planted;
}

Plant views(Mutator &mutator)
{
    const QString table = someTable(mutator);
    static const QList<QString> bodies{
        u"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT c.x, o.* FROM c, kept_aside o"_s,
        u"SELECT tattle() AS told, * FROM kept_aside"_s, u"SELECT * FROM no_such_table"_s, u"SELECT 1 AS only_one"_s,
        u"SELECT a.* FROM kept_aside a, sqlite_schema, sqlite_schema b, sqlite_schema c, sqlite_schema d, sqlite_schema e"_s};
    return {u"a view in place of "_s + table,
        {u"CREATE TABLE kept_aside AS SELECT * FROM "_s + table, u"DROP TABLE "_s + table,
            u"CREATE VIEW %1 AS %2"_s.arg(table, mutator.pick(bodies))}};
}

Plant schemaCode(Mutator &mutator)
{
    const QString table = someTable(mutator);
    static const QList<QString> columns{u"told INTEGER DEFAULT (tattle())"_s, u"told INTEGER GENERATED ALWAYS AS (tattle()) VIRTUAL"_s,
        u"told INTEGER CHECK (tattle() = 1)"_s};
    if (mutator.oneIn(3))
        return {u"an index that calls on "_s + table, {u"CREATE INDEX planted_index ON %1 (tattle(created_at))"_s.arg(table)}};
    return {u"a column that calls in "_s + table, {u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(table, mutator.pick(columns))}};
}

Plant searchTables(Mutator &mutator)
{
    static const QList<QStringList> ways{{u"DROP TABLE search_text"_s}, {u"UPDATE search_text_data SET block = x'ff00ff00ff00ff'"_s},
        {u"DELETE FROM search_text_idx"_s}, {u"UPDATE search_text_content SET c1 = NULL, c2 = 'x', c4 = x'ff'"_s},
        {u"DROP TABLE search_text_content"_s}, {u"UPDATE search_text_config SET v = 99"_s},
        {u"DROP TABLE search_text"_s, u"CREATE TABLE search_text (body, plain, kind, record, person, category)"_s}};
    return {u"the search's tables"_s, mutator.pick(ways)};
}

} // namespace

ConnectionWatch::ConnectionWatch() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(onOpen)); }
ConnectionWatch::~ConnectionWatch()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(onOpen));
    deadline = QDeadlineTimer(QDeadlineTimer::Forever);
}

void ConnectionWatch::begin(int milliseconds)
{
    calls = 0;
    tooLong = false;
    deadline.setRemainingTime(milliseconds);
}

int ConnectionWatch::tattled() const { return calls; }
bool ConnectionWatch::wasTooLong() const { return tooLong; }

Plant somePlant(Mutator &mutator)
{
    switch (mutator.below(6)) {
    case 0:
        return missingThings(mutator);
    case 1:
        return triggers(mutator);
    case 2:
        return views(mutator);
    case 3:
        return schemaCode(mutator);
    case 4:
        return searchTables(mutator);
    default:
        return wrongValues(mutator);
    }
}

void plant(Database &database, const Plant &planted)
{
    sqlite3 *raw = database.handle();
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    for (const char *pragma : {"PRAGMA foreign_keys = OFF", "PRAGMA trusted_schema = ON", "PRAGMA legacy_alter_table = ON"})
        sqlite3_exec(raw, pragma, nullptr, nullptr, nullptr);
    for (const QString &statement : planted.statements)
        sqlite3_exec(raw, statement.toUtf8().constData(), nullptr, nullptr, nullptr);
}

int tracesOf(Database &database)
{
    const auto count = valueOf(database, u"SELECT count(*) FROM planted_trace"_s);
    return count ? count->toInt() : 0;
}

} // namespace keywork::test
