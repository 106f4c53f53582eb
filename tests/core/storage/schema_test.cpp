// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/record/sql.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "tests/support/catch.h"
#include "tests/support/table_columns.h"

#include <QTemporaryDir>

namespace keywork::test::schema_test {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Database> plainDatabase(const QTemporaryDir &folder)
{
    auto opened = Database::open(folder.filePath(u"plain.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    return std::move(*opened);
}

QStringList actualColumns(const Database &database, const RecordType &type)
{
    QHash<QString, QString> references;
    Query keys(database, u"SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)"_s);
    REQUIRE(bool(keys.bind(QString::fromLatin1(type.table)).run()));
    while (keys.next())
        references.insert(keys.text(0), keys.text(1));
    QStringList lines;
    for (const test::TableColumn &column : test::columnsOf(database, QString::fromLatin1(type.table))) {
        QString line = column.name + u' ' + column.type;
        if (column.mayNotBeNull)
            line += u" NOT NULL"_s;
        if (references.contains(column.name))
            line += u" REFERENCES "_s + references.value(column.name);
        lines.append(line);
    }
    return lines;
}

} // namespace

TEST_CASE("The file after all migrations is what the descriptions expect")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(migrate(*database)));
    for (const RecordType *type : allKinds()) {
        const QStringList actual = actualColumns(*database, *type);
        INFO("missing from the migrations; paste into a new step:\n" << expectedSchema(*type).join(u'\n').toStdString());
        for (const QString &column : expectedColumns(*type)) {
            INFO(type->table << ": " << column.toStdString());
            CHECK(actual.contains(column));
        }
    }
}

TEST_CASE("What a list is ordered by, what refers to another record and when something happened have an index")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(migrate(*database)));
    QStringList actual;
    Query indexes(*database, u"SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"_s);
    REQUIRE(bool(indexes.run()));
    while (indexes.next())
        actual.append(indexes.text(0));
    for (const RecordType *type : allKinds())
        for (const QString &statement : expectedSchema(*type).mid(1)) {
            INFO("missing from the migrations; paste into a new step:\n" << statement.toStdString());
            CHECK(actual.contains(statement));
        }
}

TEST_CASE("A file from a newer program is refused and left as it was")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(migrate(*database)));
    REQUIRE(bool(run(*database, u"PRAGMA user_version = 99"_s)));
    const Done done = migrate(*database);
    REQUIRE_FALSE(bool(done));
    CHECK(done.error().kind == ErrorKind::NewerVersion);
    CHECK(valueOf(*database, u"PRAGMA user_version"_s)->toInt() == 99);
}

TEST_CASE("A database of another program is no hostel file")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(run(*database, u"CREATE TABLE recipes (id INTEGER)"_s)));
    const Done done = migrate(*database);
    REQUIRE_FALSE(bool(done));
    CHECK(done.error().kind == ErrorKind::NotAVault);
}

TEST_CASE("A step that fails half-way leaves the file on the version before")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(migrate(*database)));
    QList<Migration> steps = migrations();
    steps.append({"breaks", {u"CREATE TABLE half (id INTEGER)"_s, u"CREATE TABLE half (id INTEGER)"_s}});
    CHECK_FALSE(bool(migrate(*database, steps)));
    CHECK(valueOf(*database, u"PRAGMA user_version"_s)->toLongLong() == migrations().size());
    CHECK(valueOf(*database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'half'"_s)->toInt() == 0);
}

TEST_CASE("Foreign keys hold and tables are strict")
{
    const QTemporaryDir folder;
    const auto database = plainDatabase(folder);
    REQUIRE(bool(migrate(*database)));
    CHECK_FALSE(bool(
        run(*database, u"INSERT INTO person_name (created_at, created_by, person_id, kind, name) VALUES ('', 1, 77, 'legal', 'x')"_s)));
    CHECK_FALSE(bool(run(*database,
        u"INSERT INTO room (created_at, created_by, name, building, floor, step_free, out_of_use, notes) VALUES ('', 1, 'a', '', '', 'yes', 0, '')"_s)));
}

} // namespace keywork::test::schema_test
