// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/domain/stay.h"
#include "core/storage/database.h"
#include "core/storage/happenings.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "tests/support/table_columns.h"
#include "tests/support/test_hostel.h"

namespace keywork::test::happenings_migration_test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kStepsBefore = 8; // as released before there were happenings

QHash<QString, qint64> countsOf(Database &database)
{
    QHash<QString, qint64> counts;
    for (const QString &table : need(tablesOf(database)))
        counts.insert(table, need(valueOf(database, u"SELECT count(*) FROM "_s + quoted(table))).toLongLong());
    return counts;
}

QStringList happeningsIn(Database &database)
{
    QStringList lines;
    Query query(database, u"SELECT kind, record, person, phase, at FROM happening ORDER BY 1, 2, 3, 4"_s);
    need(query.run());
    while (query.next())
        lines.append(
            query.text(0) + u' ' + query.text(1) + u" of "_s + query.text(2) + (query.number(3) ? u" ended "_s : u" "_s) + query.text(4));
    return lines;
}

} // namespace

TEST_CASE("A file from before the timeline keeps every record and gets a line for what happened then")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    Database &database = **opened;
    need(migrate(database, migrations().mid(0, kStepsBefore)));
    for (const QString &sql :
        {u"INSERT INTO room (created_at, created_by, name, building, floor, step_free, out_of_use, notes) VALUES ('2026-01-01T00:00:00.000Z', 1, '7', '', '', 0, 0, '')"_s,
            u"INSERT INTO agency (created_at, created_by, name, category, address, telephone, email, hours, how_to_refer, link_person, notes) VALUES ('2026-01-01T00:00:00.000Z', 1, 'Drug service', 'drug_alcohol_treatment', '', '', '', '', '', '', '')"_s,
            u"INSERT INTO draft (staff, place, content, updated_at) VALUES (1, 'contact/new/1', '{}', '2026-01-01T00:00:00.000Z')"_s})
        need(run(database, sql));
    // People and stays as the description writes them, into the columns that there were.
    insertSaid(database, u"person"_s, {{u"number"_s, u"P-0001"_s}, {u"given_name"_s, u"Ben"_s}});
    insertSaid(database, u"stay"_s,
        {{u"person_id"_s, 1}, {u"referred_on"_s, u"2025-05-01"_s}, {u"arrived_on"_s, u"2025-07-01"_s}, {u"left_on"_s, u"2026-01-05"_s}});
    insertSaid(database, u"stay"_s, {{u"person_id"_s, 1}, {u"referred_on"_s, u"2026-05-01"_s}});
    insertSaid(database, u"stage_entry"_s, {{u"person_id"_s, 1}, {u"from_on"_s, u"2025-07-15"_s}, {u"stage"_s, u"in_treatment"_s}});
    const auto before = countsOf(database);

    need(migrate(database));
    SetClock clock(kNow);
    need(bringHappeningsUpToDate(database, clock));
    const auto after = countsOf(database);
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        INFO(it.key().toStdString());
        // Each stay said how it came to it: a referral of its own, with its number and its words.
        const bool isOfReferrals = it.key() == u"referral_in" || it.key() == u"search_entry";
        const qint64 moved = isOfReferrals ? before.value(u"stay"_s) : it.key() == u"number_series" ? 1 : 0;
        CHECK(after.value(it.key()) == it.value() + moved);
    }
    // July begins an hour earlier in UTC than in London; January does not.
    CHECK(happeningsIn(database)
        == QStringList{u"referral_in 1 of 1 2025-04-30T23:00:00.000Z"_s, u"referral_in 2 of 1 2026-04-30T23:00:00.000Z"_s,
            u"stage_entry 1 of 1 2025-07-14T23:00:00.000Z"_s, u"stay 1 of 1 2025-06-30T23:00:00.000Z"_s,
            u"stay 1 of 1 ended 2026-01-05T00:00:00.000Z"_s, u"stay 2 of 1 "_s});
    const QStringList once = happeningsIn(database);
    need(bringHappeningsUpToDate(database, clock)); // nothing to do
    CHECK(happeningsIn(database) == once);
    clock.setZone(QTimeZone("America/New_York")); // another house: its days begin at other moments
    need(bringHappeningsUpToDate(database, clock));
    CHECK(happeningsIn(database).at(2) == u"stage_entry 1 of 1 2025-07-15T04:00:00.000Z"_s);
}

} // namespace keywork::test::happenings_migration_test
