// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "tests/support/table_columns.h"
#include "tests/support/test_hostel.h"

namespace keywork::test::who_carries_migration_test {

using namespace Qt::StringLiterals;

namespace {

/// The number of steps before the one that this is about.
qsizetype stepsBefore()
{
    for (qsizetype i = 0; i < migrations().size(); ++i)
        if (QLatin1String(migrations().at(i).reason) == "Who carries a step is a reference, not a name"_L1)
            return i;
    REQUIRE(false);
    return 0;
}

QStringList carriers(Database &database)
{
    QStringList lines;
    Query query(database, u"SELECT actor, name, ifnull(staff_id, 0), ifnull(agency_id, 0) FROM step_who ORDER BY id"_s);
    need(query.run());
    while (query.next())
        lines.append(u"%1 “%2” %3 %4"_s.arg(query.text(0), query.text(1), query.text(2), query.text(3)));
    return lines;
}

} // namespace

TEST_CASE("Names that one active colleague or agency alone is called by become references; all others stay as they were typed")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    Database &database = **opened;
    need(migrate(database, migrations().mid(0, stepsBefore())));
    for (const QString &name : {u"Priya Shah"_s, u"Sam Hill"_s, u"Sam Otis"_s})
        insertSaid(database, u"staff"_s, {{u"name"_s, name}, {u"role"_s, u"keyworker"_s}});
    insertSaid(database, u"staff"_s, {{u"name"_s, u"Lea Left"_s}, {u"role"_s, u"keyworker"_s}, {u"left_on"_s, u"2020-01-01"_s}});
    insertSaid(database, u"staff"_s,
        {{u"name"_s, u"Wim Wrong"_s}, {u"role"_s, u"keyworker"_s}, {u"withdrawn_at"_s, u"2026-01-02T09:00:00.000Z"_s}});
    for (const QString &name : {u"StepAhead"_s, u"Twin"_s, u"Twin"_s})
        insertSaid(database, u"agency"_s, {{u"name"_s, name}, {u"category"_s, u"debt"_s}});
    const QList<std::pair<QString, QString>> typed{{u"resident"_s, u"Ben"_s}, {u"keyworker"_s, u"priya"_s},
        {u"keyworker"_s, u"PRIYA SHAH"_s}, {u"keyworker"_s, u"Sam"_s}, {u"keyworker"_s, u"Sam Otis"_s}, {u"keyworker"_s, u"Lea"_s},
        {u"keyworker"_s, u"Wim Wrong"_s}, {u"agency"_s, u"stepahead"_s}, {u"agency"_s, u"Twin"_s}, {u"other"_s, u"his sister"_s},
        {u"other"_s, u"Priya"_s}, {u"other"_s, u"Priya Shah"_s}, {u"other"_s, u"StepAhead"_s}};
    for (const auto &[actor, name] : typed)
        insertSaid(database, u"step_who"_s, {{u"actor"_s, actor}, {u"name"_s, name}});

    need(migrate(database));
    CHECK(carriers(database)
        == QStringList{u"resident “Ben” 0 0"_s, u"keyworker “priya” 1 0"_s, u"keyworker “PRIYA SHAH” 1 0"_s, u"other “Sam” 0 0"_s,
            u"keyworker “Sam Otis” 3 0"_s, u"other “Lea” 0 0"_s, u"other “Wim Wrong” 0 0"_s, u"agency “stepahead” 0 1"_s,
            u"other “Twin” 0 0"_s, u"other “his sister” 0 0"_s, u"other “Priya” 0 0"_s, u"keyworker “Priya Shah” 1 0"_s,
            u"agency “StepAhead” 0 1"_s});
}

} // namespace keywork::test::who_carries_migration_test
