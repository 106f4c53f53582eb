// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/restriction.h"
#include "core/services/care/care_plans.h"
#include "core/services/keeping/backups.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/command_bench.h"
#include "tests/support/trust.h"

#include <QDir>
#include <algorithm>

namespace keywork::test::rights_command_test {

using namespace Qt::StringLiterals;

namespace {

/// A house with a member of each role, a backup made by the manager, and the command line on both.
struct RoleBench : CommandBench {
    TestHostel hostel;
    QString backup;
    RoleBench()
    {
        write(u"theirs"_s, kTheirs.toUtf8() + '\n');
        write(u"manager"_s, kPassword.toUtf8() + '\n');
        for (const Role role : allOf<Role>())
            makeMember(hostel, nameOf(role), role);
        REQUIRE(QDir(folder.path()).mkdir(u"stick"_s));
        backup = backUp(hostel, {.folder = inFolder(u"stick"_s)}).path;
        hostel.hostel.reset();
        hostel.file.reset();
    }
    static QString nameOf(Role role) { return u"Una "_s + QString::fromLatin1(codeOf(role)); }
    int runAs(Role role, const QStringList &arguments)
    {
        return run(arguments + QStringList{u"--user"_s, nameOf(role), u"--password-file"_s, inFolder(u"theirs"_s)});
    }
    int check(const QStringList &more = {})
    {
        return run(
            QStringList{u"check"_s, hostel.path} + more + QStringList{u"--user"_s, kManager, u"--password-file"_s, inFolder(u"manager"_s)});
    }
    QStringList filesIn(const QString &name) const { return QDir(inFolder(name)).entryList(QDir::Files); }
};

void harm(const QString &path, qint64 at)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    REQUIRE(file.write("harm") == 4);
}

} // namespace

TEST_CASE("By command: backup, restore and rescue are the manager's; everybody else is told so, and nothing is written")
{
    RoleBench house;
    REQUIRE(QDir(house.folder.path()).mkdir(u"out"_s));
    int number = 0;
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        const bool may = role == Role::Manager;
        const QString target = house.inFolder(u"out/%1.keywork"_s.arg(++number));
        const qsizetype before = house.filesIn(u"out"_s).size();
        const QList<QStringList> commands{{u"restore"_s, house.backup, target, u"--dry-run"_s}, {u"restore"_s, house.backup, target},
            {u"rescue"_s, house.hostel.path, target + u".rescued"_s}, {u"backup"_s, house.hostel.path, house.inFolder(u"out"_s)},
            {u"backup"_s, house.hostel.path, house.inFolder(u"out"_s), u"--leaving"_s}};
        for (const QStringList &command : commands) {
            INFO(command.join(u' ').toStdString());
            CHECK(house.runAs(role, command) == (may ? Finished : RefusedToDo));
            if (!may) {
                CHECK(house.err.contains(u"Your role does not allow this."_s));
                CHECK(house.out.isEmpty());
            }
        }
        CHECK((house.filesIn(u"out"_s).size() > before) == may);
    }
    // The history is for those who read it; whether the file is whole is no secret.
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        const bool mayRead = role == Role::Manager || role == Role::Auditor;
        CHECK(house.runAs(role, {u"audit"_s, u"verify"_s, house.hostel.path}) == (mayRead ? Finished : RefusedToDo));
        CHECK(house.out.contains(u"read the history alone"_s) == mayRead);
        CHECK(house.runAs(role, {u"check"_s, house.hostel.path}) == Finished);
    }
}

namespace {

/// Who may do what by command. A new command is a line here.
struct RoleCommand {
    QStringList arguments; ///< the name first; OUT stands for a path of its own, DIR for a folder
    QList<Role> allowed;
};

} // namespace

TEST_CASE("By command: each role may what the table says, is told so otherwise, and no command is left out of the table")
{
    RoleBench house;
    house.hostel.reopen();
    Services &services = house.hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(house.hostel);
    const auto agency = anAgency(house.hostel);
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    Goal goal;
    goal.statement = u"See a dentist"_s;
    need(services.plans.saveGoal(ben.id, goal));
    need(services.plans.issue(ben.id));
    house.hostel.hostel.reset();
    house.hostel.file.reset();
    REQUIRE(QDir(house.folder.path()).mkdir(u"out"_s));
    const QString file = house.hostel.path;
    const QList<Role> managers{Role::Manager};
    const QList<Role> exporters{Role::Manager, Role::Keyworker};
    const QList<Role> sharers{Role::Manager, Role::Keyworker, Role::SupportWorker};
    const QList<Role> shifts{Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief};
    const auto roles = allOf<Role>(); // two calls would give the ends of two lists
    const QList<Role> workers{Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief, Role::Volunteer, Role::PeerSupporter};
    const QList<Role> everybody(roles.begin(), roles.end());
    const QString number = ben.value.number;
    const QList<RoleCommand> table{{{u"people"_s, file}, exporters}, {{u"timeline"_s, file, u"--person"_s, number}, exporters},
        {{u"coverage"_s, file, u"--person"_s, number, u"--from"_s, u"2026-09-14"_s, u"--until"_s, u"2026-09-20"_s}, exporters},
        {{u"list"_s, file, u"appointment"_s}, exporters}, {{u"recall"_s, file, u"B77"_s}, exporters}, {{u"today"_s, file}, exporters},
        {{u"find"_s, file, u"barker"_s}, exporters},
        {{u"print"_s, u"care-plan"_s, file, u"--person"_s, number, u"--out"_s, u"OUT"_s}, sharers},
        {{u"print"_s, u"summary"_s, file, u"--person"_s, number, u"--out"_s, u"OUT"_s}, sharers},
        {{u"print"_s, u"emergency-sheet"_s, file, u"--person"_s, number, u"--out"_s, u"OUT"_s}, shifts},
        {{u"roll-call"_s, file, u"--out"_s, u"OUT"_s}, shifts},
        {{u"occupancy"_s, file, u"--from"_s, u"2026-09-01"_s, u"--until"_s, u"2026-09-13"_s}, exporters},
        {{u"print"_s, u"guidance"_s, file, u"--page"_s, u"the_law"_s, u"--out"_s, u"OUT"_s}, workers},
        {{u"refer"_s, file, u"--person"_s, number, u"--agency"_s, agency.value.name, u"--sections"_s, u"identity"_s, u"--reason"_s, u"x"_s,
             u"--out"_s, u"DIR"_s},
            sharers},
        {{u"consent"_s, file, u"--person"_s, number, u"--list"_s}, exporters}, {{u"disclosures"_s, file}, exporters},
        {{u"backup"_s, file, u"DIR"_s}, managers}, {{u"restore"_s, house.backup, u"OUT"_s}, managers}, {{u"check"_s, file}, everybody},
        {{u"audit"_s, u"verify"_s, file}, {Role::Manager, Role::Auditor}},
        {{u"rescue"_s, file, u"OUT"_s}, managers}}; // behind it the rescued file is the one that goes on
    for (const Command &command : allCommands()) {
        INFO(command.name);
        const bool isInTable = std::any_of(
            table.cbegin(), table.cend(), [&](const RoleCommand &one) { return one.arguments.first() == QLatin1String(command.name); });
        const bool asksNobody = qstrcmp(command.name, "demo") == 0 || qstrcmp(command.name, "quick-card") == 0; // no hostel's file
        CHECK((isInTable || asksNobody)); // which makes a file of its own, and asks nobody
    }
    int made = 0;
    QList<Role> managerLast = everybody;
    managerLast.removeOne(Role::Manager);
    managerLast.append(Role::Manager);
    for (const Role role : managerLast)
        for (const RoleCommand &one : table) {
            QStringList arguments = one.arguments;
            const QString out = house.inFolder(u"out/%1"_s.arg(++made));
            for (QString &argument : arguments)
                argument = argument == u"OUT" ? out : argument == u"DIR" ? house.inFolder(u"out"_s) : argument;
            INFO(codeOf(role) << ": " << arguments.join(u' ').toStdString());
            const qsizetype before = house.filesIn(u"out"_s).size();
            const bool may = one.allowed.contains(role);
            const int ended = house.runAs(role, arguments);
            INFO(house.out.toStdString() << house.err.toStdString());
            CHECK(ended == (may ? Finished : RefusedToDo));
            if (!may) {
                CHECK(house.err.contains(u"Your role does not allow this."_s));
                CHECK(house.filesIn(u"out"_s).size() == before);
            }
        }
}

TEST_CASE("By command: a broken copy of the file's head is told and written anew")
{
    RoleBench house;
    for (const qint64 copy : {0, 32768}) {
        harm(house.hostel.path, copy + 2000);
        CHECK(house.check() == Finished);
        CHECK(house.err.contains(u"has been written anew"_s));
        const QByteArray bytes = contentOf(house.hostel.path);
        CHECK(bytes.left(32768) == bytes.mid(32768, 32768));
        CHECK(house.check() == Finished);
        CHECK_FALSE(house.err.contains(u"copies"_s));
    }
    // A backup stays as it was made: what is broken there is told and not mended.
    harm(house.backup, 2000);
    const QByteArray before = contentOf(house.backup);
    CHECK(house.run({u"check"_s, house.backup, u"--user"_s, kManager, u"--password-file"_s, house.inFolder(u"manager"_s)}) == Failed);
    CHECK(house.err.contains(u"could not be written anew here"_s));
    CHECK(contentOf(house.backup) == before);
}

TEST_CASE("By command: a page that holds nothing any more is told apart from one that does")
{
    RoleBench house;
    house.hostel.reopen();
    tamper(house.hostel, u"CREATE TABLE filler (x BLOB)"_s);
    for (int i = 0; i < 60; ++i)
        tamper(house.hostel, u"INSERT INTO filler VALUES (randomblob(3900))"_s);
    tamper(house.hostel, u"DROP TABLE filler"_s);
    house.hostel.hostel.reset();
    house.hostel.file.reset();
    CHECK(house.check() == Finished);
    CHECK_FALSE(house.err.contains(u"Pages"_s));
    const qint64 pages = (QFileInfo(house.hostel.path).size() - 65536) / 4096;
    // Put right again afterwards; the whole file put back would be an older one than this PC has seen.
    const auto harmed = [&](qint64 page) {
        const qint64 at = 65536 + page * 4096 + 300;
        QFile file(house.hostel.path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        REQUIRE(file.seek(at));
        const QByteArray whole = file.read(4);
        file.close();
        harm(house.hostel.path, at);
        const int code = house.check();
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(at));
        if (file.peek(4) == "harm")
            REQUIRE(file.write(whole) == 4);
        return code;
    };
    // Of the last pages many are free; one of them may list the others, and what the shift wrote lies among them.
    int harmless = 0;
    for (qint64 page = pages - 1; page > pages - 20 && harmless < 2; --page) {
        const int code = harmed(page);
        if (code == Finished && house.err.contains(u"Pages that can't be read and hold nothing any more: 1."_s)) {
            ++harmless;
            CHECK(house.out.contains(u"in order"_s));
        }
    }
    CHECK(harmless >= 2);
    // One that holds something: damage.
    int told = 0;
    for (const qint64 page : {pages / 4, pages / 3})
        told += harmed(page) == Failed ? 1 : 0;
    CHECK(told >= 1);
}

TEST_CASE("By command: of a restricted person every list, paper and referral says restricted, and nothing is written")
{
    RoleBench house;
    REQUIRE(QDir(house.folder.path()).mkdir(u"out"_s));
    house.hostel.reopen();
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(house.hostel);
    const auto agency = anAgency(house.hostel);
    need(house.hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    need(house.hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    house.hostel.hostel.reset();
    house.hostel.file.reset();
    const QStringList person{u"--person"_s, ben.value.number};
    const QString sheet = house.inFolder(u"out/sheet.pdf"_s);
    const QList<QStringList> asked{QStringList{u"consent"_s, house.hostel.path, u"--list"_s} + person,
        QStringList{u"disclosures"_s, house.hostel.path} + person, QStringList{u"timeline"_s, house.hostel.path} + person,
        QStringList{u"coverage"_s, house.hostel.path, u"--from"_s, u"2026-09-14"_s, u"--until"_s, u"2026-09-20"_s} + person,
        QStringList{u"print"_s, u"care-plan"_s, house.hostel.path, u"--out"_s, sheet} + person,
        QStringList{u"print"_s, u"emergency-sheet"_s, house.hostel.path, u"--out"_s, sheet} + person,
        QStringList{u"refer"_s, house.hostel.path, u"--agency"_s, agency.value.name, u"--sections"_s, u"identity"_s, u"--reason"_s, u"x"_s,
            u"--out"_s, house.inFolder(u"out"_s)}
            + person};
    for (const QStringList &arguments : asked) {
        INFO(arguments.join(u' ').toStdString());
        CHECK(house.runAs(Role::Keyworker, arguments) == RefusedToDo);
    }
    CHECK(house.filesIn(u"out"_s).isEmpty());
}

} // namespace keywork::test::rights_command_test
