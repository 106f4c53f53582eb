// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "app/demo/calendar.h"
#include "core/domain/appointment.h"
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/services/house/attention.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/app/opened_demonstration.h"
#include "tests/support/command_bench.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <set>

namespace keywork::test::demo_making_test {

using namespace Qt::StringLiterals;

TEST_CASE("The same wish gives the same rows of every kind, and another seed gives others")
{
    const Opened first(wishFor(14, 1));
    const Opened second(wishFor(14, 1), Opened::Made::Anew);
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        CHECK(rowsOf(first, *type) == rowsOf(second, *type));
    }
    DemoWish other = wishFor(14, 1);
    other.seed = 8;
    CHECK(rowsOf(Opened(other), recordType<Stay>()) != rowsOf(first, recordType<Stay>()));
}

TEST_CASE("No two files of the demonstration's texts have a list of one name: one would take the other's place")
{
    QSet<QString> names;
    const auto files = QDir(u":/keywork/demo"_s).entryInfoList({u"*.json"_s}, QDir::Files);
    CHECK(files.size() >= 5);
    for (const QFileInfo &one : files) {
        QFile file(one.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
        CHECK_FALSE(texts.isEmpty());
        for (const QString &name : texts.keys()) {
            INFO(one.fileName().toStdString() << ": " << name.toStdString());
            CHECK_FALSE(names.contains(name));
            names.insert(name);
        }
    }
}

TEST_CASE("Every area of the demonstration has chance of its own, by a name of its own")
{
    std::set<QString> names;
    for (const DemoArea &area : demoAreas())
        names.insert(area.name.toString());
    CHECK(qsizetype(names.size()) == demoAreas().size());
    DemoRandom one(7, u"alerts");
    DemoRandom same(7, u"alerts");
    DemoRandom another(7, u"photos");
    QList<int> numbers[3];
    for (int i = 0; i < 20; ++i) {
        numbers[0].append(one.upTo(1000));
        numbers[1].append(same.upTo(1000));
        numbers[2].append(another.upTo(1000));
    }
    CHECK(numbers[0] == numbers[1]);
    CHECK(numbers[0] != numbers[2]);
}

TEST_CASE("By command: a number for the demonstration that can't be is told by its name, and no file is made")
{
    test::CommandBench bench;
    const QString path = bench.inFolder(u"new.keywork"_s);
    for (const QString &option : {u"--people"_s, u"--years"_s, u"--beds"_s, u"--seed"_s})
        for (const QString &wrong : {u"0"_s, u"-3"_s, u"abc"_s, u"2.5"_s, u"99999999999"_s}) {
            INFO(option.toStdString() << ' ' << wrong.toStdString());
            CHECK(bench.run({u"demo"_s, path, option, wrong}) == WrongUsage);
            CHECK(bench.err.contains(option + u" takes a whole number from 1 to "_s));
        }
    CHECK(bench.run({u"demo"_s, path, u"--people"_s, u""_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--people"_s));
    CHECK(bench.run({u"demo"_s, path, u"--beds"_s, u"99999"_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--beds takes a whole number from 1 to 500, not “99999”."_s));
    CHECK(bench.run({u"demo"_s, path, u"--end"_s, u"soon"_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--end takes a date"_s));
    const QString tomorrow = SystemClock().today().addDays(1).toString(Qt::ISODate);
    for (const QString &wrong : {u"1970-01-01"_s, u"2022-12-31"_s, u"9999-01-01"_s, u"2026-02-30"_s, u"14/9/2026"_s, tomorrow}) {
        INFO(wrong.toStdString());
        CHECK(bench.run({u"demo"_s, path, u"--end"_s, wrong}) == WrongUsage);
        CHECK(bench.err.contains(u"from 2023-01-01 to today"_s));
        CHECK_FALSE(bench.err.contains(u'_'));
    }
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("The calendar holds for every day of two years and many seeds: asked for, arrived, left, in this order and in time")
{
    const auto check = [](const DemoWish &wish) {
        const DemoCalendar calendar(wish, 8);
        const QDate start = calendar.start();
        bool holds = start < wish.end;
        QDate before = start;
        for (const DemoStay &stay : calendar.stays()) {
            holds = holds && stay.referredOn >= before && stay.referredOn <= wish.end && stay.referredOn <= stay.arrivesOn;
            holds = holds && stay.arrivesOn > start && (stay.bed >= 0) == (stay.arrivesOn <= wish.end);
            holds = holds && (!stay.leavesOn.isValid() || (stay.arrivesOn < stay.leavesOn && stay.leavesOn <= wish.end));
            before = stay.referredOn;
        }
        return holds;
    };
    DemoWish wish = wishFor(40, 2);
    const QDate first(2026, 1, 1);
    for (wish.seed = 1; wish.seed <= 200; ++wish.seed)
        for (int day = 0; day < 730; day += 73) {
            wish.end = first.addDays(day + int(wish.seed) % 73);
            INFO("seed " << wish.seed << ", " << wish.end.toString(Qt::ISODate).toStdString());
            REQUIRE(check(wish));
        }
    for (int day = 0; day < 730; ++day)
        for (const int people : {1, 11, 60})
            for (const int years : {1, 3}) {
                DemoWish small = wishFor(people, years);
                small.seed = quint32(5 + day % 7);
                small.end = first.addDays(day);
                INFO(people << " people, " << years << " years, " << small.end.toString(Qt::ISODate).toStdString());
                REQUIRE(check(small));
            }
}

TEST_CASE("Small demonstrations are made on the days on which something could go wrong")
{
    const QTemporaryDir folder;
    const std::pair<QDate, quint32> days[] = {{QDate(2026, 11, 29), 5}, {QDate(2024, 2, 29), 3}, {QDate(2026, 3, 29), 11},
        {QDate(2026, 10, 25), 2}, {QDate(2027, 1, 1), 17}, {QDate(2026, 12, 31), 101}};
    for (const auto &[end, seed] : days) {
        INFO(end.toString(Qt::ISODate).toStdString() << " seed " << seed);
        DemoWish wish = wishFor(4, 1, 3);
        wish.end = end;
        wish.seed = seed;
        const Done made = makeDemoHostel(folder.filePath(end.toString(Qt::ISODate) + u".keywork"_s), wish);
        for (const Violation &violation : made ? Violations() : made.error().violations)
            UNSCOPED_INFO(violation.column.toStdString() << " rule " << int(violation.rule));
        REQUIRE(bool(made));
    }
}

TEST_CASE("What happens in the agenda never makes the time run backwards")
{
    SetClock clock(QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC));
    const QTemporaryDir folder;
    HostelFile::NewHostel wanted;
    wanted.house.name = u"Cairn Street Hostel"_s;
    wanted.managerName = u"Priya Shah"_s;
    wanted.password = u"tulip-anvil-morning"_s;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = KeyCost::ForTests;
    std::unique_ptr<OpenHostel> hostel;
    const auto file = HostelFile::create(folder.filePath(u"h.keywork"_s), wanted, clock, hostel);
    REQUIRE(bool(file));
    DemoAgenda agenda;
    QList<QDateTime> stood;
    const auto note = [&]() -> Done {
        stood.append(clock.now());
        return {};
    };
    const QDateTime noon(QDate(2026, 9, 14), QTime(12, 0), Qt::UTC);
    agenda.add(noon, [&]() -> Done {
        agenda.add(noon.addSecs(-3600), note); // planned for what has passed
        return note();
    });
    agenda.add(noon.addSecs(60), note);
    agenda.add(noon.addSecs(3600), note, DemoAgenda::Commit::Own);
    REQUIRE(bool(agenda.play(hostel->services().records, clock, noon.addSecs(120))));
    CHECK(stood == QList<QDateTime>{noon, noon, noon.addSecs(60), noon.addSecs(120)});
    hostel.reset();
}

TEST_CASE("A demonstration stands there whole or not at all, and what a killed one left is cleared away")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"d.keywork"_s);
    for (const QString &left : {u"d.keywork.part"_s, u"d.keywork.part-wal"_s}) {
        QFile remains(folder.filePath(left));
        REQUIRE(remains.open(QIODevice::WriteOnly));
        remains.write("half of a demonstration");
    }
    DemoWish wish = wishFor(2, 1);
    wish.password = u"short"_s; // refused: nothing is left
    CHECK_FALSE(bool(makeDemoHostel(path, wish)));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList());
    wish.password = DemoWish().password;
    REQUIRE(bool(makeDemoHostel(path, wish)));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"d.keywork"_s});
    const auto again = makeDemoHostel(path, wish);
    REQUIRE_FALSE(bool(again));
    CHECK(again.error().kind == ErrorKind::AlreadyExists);
    const Opened opened(path);
    CHECK(opened.count(recordType<Person>()) == 2);
}

TEST_CASE("A demonstration that ends today bears no time that is still to come")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"d.keywork"_s);
    DemoWish wish = wishFor(3, 1);
    const SystemClock clock;
    wish.end = clock.today();
    REQUIRE(bool(makeDemoHostel(path, wish)));
    const auto file = HostelFile::choose(path, clock);
    REQUIRE(bool(file));
    const auto hostel = (*file)->signIn(kDemoManager, wish.password);
    REQUIRE(bool(hostel));
    CHECK_FALSE((*hostel)->clock().isBehind());
    int open = 0;
    const auto all = (*hostel)->services().records.all<Appointment>();
    REQUIRE(bool(all));
    for (const Kept<Appointment> &one : *all) {
        const bool isSaid = one.value.outcome != AppointmentOutcome::Booked;
        CHECK_FALSE((isSaid && one.value.endsAt() > clock.now()));
        open += isSaid ? 0 : 1;
    }
    CHECK(open > 0);
}

} // namespace keywork::test::demo_making_test
