// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/services/house/accounts.h"
#include "core/services/records/records.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"
#include "tests/support/trust.h"

namespace keywork::test::list_command_test {

namespace {

/// A small demonstration hostel, made once; each case works on a copy of its own.
struct Lists : CommandBench {
    Lists() { copyDemo(demoWish(10, 1), path); }
    QString anybody()
    {
        REQUIRE(runSignedIn({u"people"_s, path}) == Finished);
        return out.section(u' ', 0, 0);
    }
};

/// A house with a member of each role, for what may not be done.
struct Roles : CommandBench {
    TestHostel hostel;
    void add(const QString &name, Role role)
    {
        const auto member = need(hostel.services().records.add(Staff{.name = name, .role = role}));
        need(hostel.services().accounts.give(member, u"correct-horse-staple"_s));
    }
    int runAs(const QString &name, const QStringList &arguments)
    {
        hostel.hostel.reset();
        hostel.file.reset();
        write(u"theirs"_s, "correct-horse-staple\n");
        return run(arguments + QStringList{u"--user"_s, name, u"--password-file"_s, inFolder(u"theirs"_s)});
    }
};

} // namespace

TEST_CASE("Every kind of record is listed from the command line, with its labels and its total")
{
    Lists lists;
    for (const RecordType *type : allKinds()) {
        const QString kind = QString::fromLatin1(type->table);
        INFO(type->table);
        REQUIRE(lists.runSignedIn({u"list"_s, lists.path, kind, u"--csv"_s}) == Finished);
        CHECK(lists.out.startsWith(QChar(0xfeff)));
        CHECK(lists.out.contains(u"\r\nTotal,"_s));
        CHECK(lists.err.isEmpty());
    }
    REQUIRE(lists.runSignedIn({u"list"_s, lists.path, u"agency"_s, u"--csv"_s}) == Finished);
    const QStringList lines = lists.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    CHECK(lines.first().contains(u"Kind of agency"_s));
    CHECK(lines.last().startsWith(u"Total,%1,"_s.arg(lines.size() - 2)));
    CHECK(lines.last().count(u',') == lines.first().count(u',')); // each line has as many cells
    REQUIRE(lists.runSignedIn({u"list"_s, lists.path, u"appointment"_s, u"--csv"_s}) == Finished);
    CHECK(lists.out.startsWith(QChar(0xfeff) + u"Resident,"_s)); // whose each is
    REQUIRE(lists.runSignedIn({u"list"_s, lists.path, u"agency"_s}) == Finished);
    CHECK(lists.out.count(u'\n') == lines.size() - 2);
}

TEST_CASE("Without a kind, or with a wrong one, the command says which kinds there are")
{
    Lists lists;
    CHECK(lists.runSignedIn({u"list"_s, lists.path}) == WrongUsage);
    CHECK(lists.err.contains(u"stay, stay_room"_s));
    CHECK(lists.runSignedIn({u"list"_s, lists.path, u"people"_s}) == WrongUsage);
    CHECK(lists.err.contains(u"“people”"_s));
    CHECK(lists.err.contains(u"person, "_s));
    CHECK(lists.runSignedIn({u"list"_s, lists.path, u"stay"_s, u"more"_s}) == WrongUsage);
}

TEST_CASE("A list that a terminal shows stands in the ledger of what left")
{
    Lists lists;
    const QString number = lists.anybody();
    const auto left = [&lists, &number](const QString &kind) {
        REQUIRE(lists.runSignedIn({u"disclosures"_s, lists.path, u"--person"_s, number, u"--csv"_s}) == Finished);
        return lists.out.count(u',' + kind + u',');
    };
    const qsizetype stays = left(u"Stays"_s);
    const qsizetype timelines = left(u"Timeline"_s);
    REQUIRE(lists.runSignedIn({u"list"_s, lists.path, u"stay"_s}) == Finished);
    REQUIRE(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number}) == Finished);
    CHECK(left(u"Stays"_s) == stays + 1);
    CHECK(left(u"Timeline"_s) == timelines + 1);
}

TEST_CASE("A resident's timeline is said in sentences, between two days and as CSV")
{
    Lists lists;
    const QString number = lists.anybody();
    REQUIRE(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number}) == Finished);
    CHECK(lists.out.contains(u"Arrived"_s));
    CHECK_FALSE(lists.out.contains(u'{'));
    const qsizetype all = lists.out.count(u'\n');
    REQUIRE(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--csv"_s}) == Finished);
    CHECK(lists.out.startsWith(QChar(0xfeff) + u"Day,Time,Kind,What happened"_s));
    CHECK(lists.out.contains(u"\r\nTotal,%1"_s.arg(all)));
    REQUIRE(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--until"_s, u"1999-01-01"_s}) == Finished);
    CHECK(lists.out.isEmpty());
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--from"_s, u"yesterday"_s}) == WrongUsage);
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--from"_s, u"2026-03-01T00:00"_s}) == WrongUsage);
    REQUIRE(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--until"_s, u"9999-12-31"_s}) == Finished);
    CHECK(lists.out.count(u'\n') == all);
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--from"_s, u"2026-10-01"_s, u"--until"_s, u"2026-09-01"_s})
        == WrongUsage);
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, number, u"--from"_s, u""_s}) == WrongUsage);
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path, u"--person"_s, u"P-9999"_s}) == Failed);
    CHECK(lists.runSignedIn({u"timeline"_s, lists.path}) == WrongUsage);
}

TEST_CASE("Whoever may not take lists along is refused with a sentence")
{
    Roles house;
    house.add(u"Rita Relief"_s, Role::Relief);
    house.add(u"Kay Keyworker"_s, Role::Keyworker);
    const QString number = aPerson().arrived(QDate(2026, 8, 3)).in(house.hostel).value.number;
    const QString path = house.hostel.path;
    CHECK(house.runAs(u"Rita Relief"_s, {u"list"_s, path, u"stay"_s}) == RefusedToDo);
    CHECK_FALSE(house.err.isEmpty());
    CHECK(house.out.isEmpty());
    CHECK(house.runAs(u"Rita Relief"_s, {u"timeline"_s, path, u"--person"_s, number}) == RefusedToDo);
    CHECK(house.runAs(u"Kay Keyworker"_s, {u"list"_s, path, u"stay"_s}) == Finished);
}

TEST_CASE("The timeline of a restricted record is refused to who need not know it")
{
    Roles house;
    house.add(u"Kay Keyworker"_s, Role::Keyworker);
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(house.hostel);
    need(house.hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    CHECK(house.runAs(u"Kay Keyworker"_s, {u"timeline"_s, house.hostel.path, u"--person"_s, ben.value.number}) == RefusedToDo);
    CHECK(house.err.contains(u"restricted"_s));
    CHECK(house.out.isEmpty());
}

} // namespace keywork::test::list_command_test
