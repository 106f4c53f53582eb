// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/draft_place.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "tests/support/table_columns.h"
#include "tests/support/test_hostel.h"

namespace keywork::test::typed_drafts_test {

using namespace Qt::StringLiterals;

namespace {

/// The steps of a file that was written before drafts had columns.
QList<Migration> stepsBefore()
{
    const auto &all = migrations();
    const auto typed = std::find_if(
        all.cbegin(), all.cend(), [](const Migration &step) { return QLatin1String(step.reason).startsWith(u"A draft knows"); });
    REQUIRE(typed != all.cend());
    return all.mid(0, typed - all.cbegin());
}

/// A record of person 5 with number 40; the other columns hold anything.
void addRecordOfFive(Database &database, const QString &table)
{
    QStringList names;
    QStringList values;
    for (const TableColumn &column : columnsOf(database, table)) {
        names.append(column.name);
        values.append(column.name == u"id"    ? u"40"_s
                : column.name == u"person_id" ? u"5"_s
                : !column.mayNotBeNull        ? u"NULL"_s
                : column.type == u"INTEGER"   ? u"1"_s
                                              : u"'x'"_s);
    }
    need(run(database, u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), values.join(u", "_s))));
}

struct Case {
    QString before;
    DraftPlace after;
    QString content = u"{\"row\":{\"person_id\":null}}"_s;
};

const QList<Case> &cases()
{
    static const QList<Case> all{
        {u"person/new"_s, {u"person"_s}},
        {u"person/7"_s, {u"person"_s, 7, 7}},
        {u"room/new/0"_s, {u"room"_s}},
        {u"room/3"_s, {u"room"_s, 3}},
        {u"note/new/7"_s, {u"note"_s, 0, 7}},
        {u"contact/new/7"_s, {u"contact"_s, 0, 7}},
        {u"contact/40"_s, {u"contact"_s, 40, 5}},
        {u"contact/41"_s, {u"contact"_s, 41, 9}, u"{\"row\":{\"person_id\":9}}"_s},
        {u"contact/42"_s, {u"contact"_s, 42, 0}},
        {u"stay/40"_s, {u"stay"_s, 40, 5}},
        {u"stage_entry/new/7"_s, {u"stage_entry"_s, 0, 7}},
        {u"stage_entry/correct/40"_s, {u"stage_entry"_s, 40, 5, u"correct"_s}},
        {u"care_plan_version/7"_s, {u"care_plan_version"_s, 0, 7}},
        {u"care_plan_area/7/2"_s, {u"care_plan_area"_s, 0, 7, u"2"_s}},
        {u"goal/7/0/"_s, {u"goal"_s, 0, 7, u"0/"_s}},
        {u"goal/7/3/abc"_s, {u"goal"_s, 0, 7, u"3/abc"_s}},
        {u"step/7/abc/def"_s, {u"step"_s, 0, 7, u"abc/def"_s}},
        {u"goal_progress/7/abc"_s, {u"goal_progress"_s, 0, 7, u"abc"_s}},
        {u"step_progress/7/def"_s, {u"step_progress"_s, 0, 7, u"def"_s}},
        {u"sign_off/40"_s, {u"sign_off"_s, 0, 5, u"40"_s}},
        {u"sharing_agreement/7"_s, {u"sharing_agreement"_s, 0, 7}},
        {u"referral/new/11"_s, {u"referral"_s, 0, 11}, u"{\"person\":11}"_s},
        {u"referral/3/7"_s, {u"referral"_s, 3, 7}},
        {u"referral_step/40"_s, {u"referral_step"_s, 0, 5, u"40"_s}},
        {u"lawful_reason/40"_s, {u"lawful_reason"_s, 40, 5}},
        {u"passphrase/7"_s, {u"passphrase"_s, 0, 7}, u"{\"R-0001\":\"cradle rose\"}"_s},
        {u"house/1"_s, {u"house"_s, 1}},
        {u"contact/new/8"_s, {u"contact"_s, 0, 8}, u"not JSON"_s},
        {u"unheard"_s, {u"unheard"_s}},
    };
    return all;
}

} // namespace

TEST_CASE("Whatever was typed and not saved before the update is found at its form again, under the right person")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"plain.sqlite"_s), Protection::PlainForTests, SecretKey());
    const auto database = std::move(need(opened));
    need(migrate(*database, stepsBefore()));
    need(run(*database, u"PRAGMA foreign_keys = OFF"_s));
    for (const QString &table : {u"contact"_s, u"stay"_s, u"stage_entry"_s, u"care_plan_version"_s, u"referral"_s, u"lawful_reason"_s})
        addRecordOfFive(*database, table);
    for (const Case &each : cases())
        need(run(*database, u"INSERT INTO draft (staff, place, content, updated_at) VALUES (1, ?, ?, '2026-09-14T08:00:00.000Z')"_s,
            {each.before, each.content}));
    // Somebody else typed in the same place.
    need(run(
        *database, u"INSERT INTO draft (staff, place, content, updated_at) VALUES (2, 'person/7', '{}', '2026-09-14T08:00:00.000Z')"_s));
    need(migrate(*database));
    CHECK(valueOf(*database, u"SELECT count(*) FROM draft WHERE staff = 1"_s)->toInt() == cases().size());
    CHECK(valueOf(*database, u"SELECT count(*) FROM draft WHERE staff = 2 AND kind = 'person' AND record = 7"_s)->toInt() == 1);
    for (const Case &each : cases()) {
        INFO(each.before.toStdString());
        const auto content
            = valueOf(*database, u"SELECT content FROM draft WHERE staff = 1 AND kind = ? AND record = ? AND person = ? AND part = ?"_s,
                {each.after.kind, each.after.record, each.after.person, each.after.part.isNull() ? u""_s : each.after.part});
        CHECK(content->toString() == each.content);
    }
    CHECK(valueOf(*database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'untyped_draft'"_s)->toInt() == 0);
}

TEST_CASE("Two old names of one place keep the later words, and the file opens")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"plain.sqlite"_s), Protection::PlainForTests, SecretKey());
    const auto database = std::move(need(opened));
    need(migrate(*database, stepsBefore()));
    for (const auto &[place, day] : {std::pair{u"room/7"_s, u"2026-09-13"_s}, {u"room/07"_s, u"2026-09-14"_s}})
        need(run(*database, u"INSERT INTO draft (staff, place, content, updated_at) VALUES (1, ?, ?, ?)"_s, {place, place, day}));
    need(migrate(*database));
    CHECK(valueOf(*database, u"SELECT group_concat(content) FROM draft"_s)->toString() == u"room/07"_s);
}

} // namespace keywork::test::typed_drafts_test
