// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "core/storage/rescue.h"
#include "tests/support/test_hostel.h"

namespace keywork::test::intake_migration_test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kReason = "One kind holds a referral in; entry criteria, arrivals, conditions of a stay, GP practices that refused";

/// The number of steps before the one that this is about.
qsizetype stepsBefore()
{
    for (qsizetype i = 0; i < migrations().size(); ++i)
        if (qstrcmp(migrations().at(i).reason, kReason) == 0)
            return i;
    REQUIRE(false);
    return 0;
}

/// A row with what is said, and nothing in the other columns.
void insert(Database &database, const QString &table, const QHash<QString, QVariant> &said)
{
    QStringList columns;
    QStringList marks;
    QList<QVariant> values;
    Query info(database, u"SELECT name, type, \"notnull\" FROM pragma_table_info('%1')"_s.arg(table));
    need(info.run());
    while (info.next()) {
        const QString column = info.text(0);
        if (column == u"id" || column == u"version" || (column == u"withdrawn_at" && !said.contains(column)))
            continue;
        const QVariant fallback = column == u"created_at" ? QVariant(u"2026-01-01T09:00:00.000Z"_s)
            : column == u"created_by"                     ? QVariant(1)
            : info.number(2) == 0                         ? QVariant()
            : info.text(1) == u"TEXT"                     ? QVariant(u""_s)
                                                          : QVariant(0);
        columns.append(column);
        marks.append(u"?"_s);
        values.append(said.value(column, fallback));
    }
    need(run(database, u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u','), marks.join(u',')), values));
}

QStringList linesOf(Database &database, const QString &sql, int columns)
{
    QStringList lines;
    Query query(database, sql);
    need(query.run());
    while (query.next()) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(query.text(i));
        lines.append(cells.join(u'|'));
    }
    return lines;
}

} // namespace

TEST_CASE("What a stay said of its referral stands in a referral of its own, and what came as a file stays beside it")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    Database &database = **opened;
    need(migrate(database, migrations().mid(0, stepsBefore())));
    insert(database, u"person"_s, {{u"number"_s, u"P-0001"_s}, {u"given_name"_s, u"Ben"_s}, {u"family_name"_s, u"Barker"_s}});
    insert(database, u"person"_s, {{u"number"_s, u"P-0002"_s}, {u"given_name"_s, u"Lena"_s}, {u"preferred_name"_s, u"Lee"_s}});
    insert(database, u"referral_in"_s,
        {{u"number"_s, u"RI-0001"_s}, {u"received_on"_s, u"2026-01-02"_s}, {u"from_whom"_s, u"Fen Lane House"_s},
            {u"person_name"_s, u"Ann Old"_s}, {u"reason"_s, u"cold"_s}, {u"fingerprint"_s, u"ff"_s}, {u"state"_s, u"not_offered"_s},
            {u"decided_why"_s, u"full"_s}});
    // The fifth referral was erased: neither its id nor its number comes back.
    need(run(database,
        u"INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) "
        "VALUES ('2026-01-03T09:00:00.000Z', 1, 'erased', 'referral_in', 5, 0, '', '', '')"_s));
    need(run(database, u"INSERT INTO number_series (prefix, last) VALUES ('RI', 5)"_s));
    insert(database, u"stay"_s,
        {{u"person_id"_s, 1}, {u"referred_on"_s, u"2025-05-01"_s}, {u"referral_source"_s, u"prison"_s}, {u"referred_by"_s, u"Jo Kemp"_s},
            {u"referral_reason"_s, u"sofa surfing"_s}, {u"decision"_s, u"accepted"_s}, {u"decision_reason"_s, u"at risk there"_s},
            {u"arrived_on"_s, u"2025-06-01"_s}, {u"leaving_notes"_s, u"left the keys"_s}});
    insert(database, u"stay"_s,
        {{u"person_id"_s, 2}, {u"referred_on"_s, u"2025-04-01"_s}, {u"decision"_s, u"declined"_s}, {u"decision_reason"_s, u"no room"_s}});
    insert(database, u"stay"_s, {{u"person_id"_s, 2}, {u"referred_on"_s, u"2026-04-01"_s}, {u"decision"_s, u"waiting_list"_s}});
    insert(database, u"stay"_s,
        {{u"person_id"_s, 2}, {u"referred_on"_s, u"2026-04-02"_s}, {u"decision"_s, u"withdrew"_s},
            {u"withdrawn_at"_s, u"2026-05-01T09:00:00.000Z"_s}});
    insert(database, u"stay"_s, {{u"person_id"_s, 1}, {u"referred_on"_s, u"2026-06-02"_s}, {u"decision"_s, u"waiting"_s}});
    need(run(database, u"INSERT INTO search_entry (id, kind, record) VALUES (9, 'stay', 1)"_s));
    need(run(database,
        u"INSERT INTO search_text (rowid, body, kind, record, person, category) VALUES (9, 'Jo Kemp', 'stay', 1, 1, 'housing')"_s));

    need(migrate(database));
    CHECK(linesOf(database, u"SELECT id, number, ifnull(person_id, 0), received_on, source, from_whom, person_name FROM referral_in"_s, 7)
        == QStringList{u"1|RI-0001|0|2026-01-02||Fen Lane House|Ann Old"_s, u"6|RI-0006|2|2025-04-01|||Lee"_s,
            u"7|RI-0007|1|2025-05-01|prison|Jo Kemp|Ben Barker"_s, u"8|RI-0008|2|2026-04-01|||Lee"_s, u"9|RI-0009|2|2026-04-02|||Lee"_s,
            u"10|RI-0010|1|2026-06-02|||Ben Barker"_s});
    CHECK(linesOf(database, u"SELECT id, reason, state, decided_why, ifnull(how, '-'), ifnull(withdrawn_at, '-') FROM referral_in"_s, 6)
        == QStringList{u"1|cold|not_offered|full|file|-"_s, u"6||not_offered|no room|-|-"_s, u"7|sofa surfing|taken_in|at risk there|-|-"_s,
            u"8||waiting_list||-|-"_s, u"9||withdrawn||-|2026-05-01T09:00:00.000Z"_s, u"10||waiting||-|-"_s});
    CHECK(linesOf(database, u"SELECT id, referral_in_id, not_coming, leaving_notes FROM stay"_s, 4)
        == QStringList{u"1|7|0|left the keys"_s, u"2|6|1|"_s, u"3|8|0|"_s, u"4|9|1|"_s, u"5|10|0|"_s});
    CHECK(need(valueOf(database, u"SELECT last FROM number_series WHERE prefix = 'RI'"_s)).toInt() == 10);
    const auto found = [&](const QString &word) {
        return linesOf(database,
            u"SELECT kind, record, person, category FROM search_text WHERE search_text MATCH '%1' ORDER BY kind, record"_s.arg(word), 4);
    };
    CHECK(found(u"kemp"_s) == QStringList{u"referral_in|7|1|housing"_s});
    CHECK(found(u"sofa"_s) == QStringList{u"referral_in:risk|7|1|risk"_s});
    CHECK(found(u"keys"_s) == QStringList{u"stay|1|1|housing"_s});
    CHECK(found(u"fen"_s) == QStringList{u"referral_in|1|0|housing"_s});
    CHECK(need(valueOf(database, u"SELECT count(*) FROM search_entry"_s)).toInt()
        == need(valueOf(database, u"SELECT count(*) FROM search_text"_s)).toInt());
    CHECK(need(valueOf(database, u"SELECT count(*) FROM pragma_foreign_key_check()"_s)).toInt() == 0);
}

TEST_CASE("A file without a stay or a referral takes the step too")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"empty.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    need(migrate(**opened, migrations().mid(0, stepsBefore())));
    need(migrate(**opened));
    CHECK(need(valueOf(**opened, u"SELECT count(*) FROM referral_in"_s)).toInt() == 0);
    CHECK(need(valueOf(**opened, u"SELECT count(*) FROM number_series WHERE prefix = 'RI'"_s)).toInt() == 0);
}

TEST_CASE("What a rescue reads of a file from before the step is moved, too")
{
    const QTemporaryDir folder;
    auto old = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey());
    auto fresh = Database::open(folder.filePath(u"new.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(old));
    REQUIRE(bool(fresh));
    need(migrate(**old, migrations().mid(0, stepsBefore())));
    insert(**old, u"person"_s, {{u"number"_s, u"P-0001"_s}, {u"given_name"_s, u"Ben"_s}});
    insert(**old, u"stay"_s,
        {{u"person_id"_s, 1}, {u"referred_on"_s, u"2025-05-01"_s}, {u"referral_reason"_s, u"sofa surfing"_s},
            {u"decision"_s, u"declined"_s}, {u"decision_reason"_s, u"no room"_s}});
    CHECK(need(rescueIntoEmpty(**old, **fresh)).isComplete());
    CHECK(linesOf(**fresh, u"SELECT person_id, reason, state, decided_why FROM referral_in"_s, 4)
        == QStringList{u"1|sofa surfing|not_offered|no room"_s});
    CHECK(need(valueOf(**fresh, u"PRAGMA user_version"_s)).toLongLong() == migrations().size());
}

} // namespace keywork::test::intake_migration_test
