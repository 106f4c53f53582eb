// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/demo/demo_hostel.h"
#include "core/domain/kinds.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"
#include "ui/text/words_trust.h"

#include <QDir>
#include <QProcess>

namespace keywork::test::command_words_test {

using namespace Qt::StringLiterals;

namespace {

/// A small demonstration hostel, made once; each case works on a copy of its own.
struct Wording : test::CommandBench {
    Wording() { test::copyDemo(test::demoWish(6, 1), path); }
    QStringList filesIn(const QString &name) const { return QDir(inFolder(name)).entryList(QDir::Files | QDir::Hidden); }
};

/// The program itself, within limits that a shell sets.
int started(const QString &limits, const QStringList &arguments, const QString &home, QString &err)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.remove(u"XDG_DATA_HOME"_s);
    child.setProcessEnvironment(environment);
    child.start(u"bash"_s, QStringList{u"-c"_s, limits + u"exec \"$@\""_s, u"bash"_s} + arguments);
    REQUIRE(child.waitForFinished(120'000));
    CHECK(child.exitStatus() == QProcess::NormalExit);
    err = QString::fromUtf8(child.readAllStandardError());
    return child.exitCode();
}

} // namespace

TEST_CASE("No sentence of a command speaks of what was typed into a form")
{
    for (ErrorKind kind = ErrorKind::Invalid; kind <= ErrorKind::Cancelled; kind = ErrorKind(int(kind) + 1)) {
        QString out;
        QString err;
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        CHECK(fail({outStream, errStream}, {kind, {}, {}}) != Finished);
        errStream.flush();
        INFO(err.toStdString());
        CHECK(err.size() > 5);
        CHECK_FALSE(err.contains(u"typed"));
    }
}

TEST_CASE("What a check finds is said in sentences, and SQLite's own lines are for technicians")
{
    const QStringList said = words::damageFound({u"row 7 of stay refers to nothing in room"_s, u"search index: sqlite 267"_s,
        u"*** in database main ***\nTree 9 page 12: btreeInitPage() returns error code 11"_s,
        u"row 3 missing from index stay_person_id"_s});
    REQUIRE(said.size() == 5);
    CHECK(said.at(0) == u"“Stays”, number 7 in the file, names something of “Rooms” that is not there.");
    CHECK(said.at(1).startsWith(u"The words of search don't fit"));
    CHECK(said.at(2).contains(u"don't fit each other: 2."));
    for (const QString &line : said.mid(3))
        CHECK(line.startsWith(u"For technicians: "));
    CHECK_FALSE(said.at(3).contains(u'\n'));
    CHECK(words::damageFound({}).isEmpty());
    CHECK(words::damageFound({u"search index: 2 entries astray"_s}).size() == 1);
}

TEST_CASE("A passphrase or a recovery key that does not open a file is told as that, not as a name or a password")
{
    test::CommandBench bench; // with a file of its own: whoever guesses waits longer each time
    test::copyDemo(test::demoWish(2, 1), bench.path);
    bench.write(u"wrong"_s, "otter-lantern-gravel-sonnet-mill-plum\n");
    const QString target = bench.inFolder(u"n.keywork"_s);
    struct Try {
        QString command;
        QString option;
        QString said;
    };
    const QList<Try> tries{{u"restore"_s, u"--passphrase-file"_s, u"This passphrase does not open it."_s},
        {u"restore"_s, u"--recovery-key-file"_s, u"This recovery key does not open it."_s},
        {u"rescue"_s, u"--passphrase-file"_s, u"This passphrase does not open it."_s}};
    for (const Try &one : tries) {
        INFO(one.command.toStdString() << ' ' << one.option.toStdString());
        CHECK(bench.run({one.command, bench.path, target, one.option, bench.inFolder(u"wrong"_s)}) == Failed);
        CHECK(bench.err == bench.path + u": "_s + one.said + u'\n');
    }
    CHECK_FALSE(QFile::exists(target));
}

TEST_CASE("By command: a second backup within the minute leaves the first one where it is")
{
    Wording bench;
    REQUIRE(QDir(bench.folder.path()).mkdir(u"stick"_s));
    REQUIRE(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"stick"_s)}) == Finished);
    const QStringList first = bench.filesIn(u"stick"_s);
    REQUIRE(first.size() == 1);
    REQUIRE(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"stick"_s)}) == Finished);
    CHECK(bench.filesIn(u"stick"_s).size() == 2);
    CHECK(bench.filesIn(u"stick"_s).contains(first.first()));
    CHECK(bench.out.contains(bench.inFolder(u"stick"_s)));
}

TEST_CASE("What can stand where a command asks for one of several words is in its help, and completed, also behind a comma")
{
    test::CommandBench bench;
    REQUIRE(bench.run({u"list"_s, u"--help"_s}) == Finished);
    CHECK(bench.out.contains(u"\nKIND is one of: "_s));
    for (const QString &kind : tableNames(allKinds()))
        CHECK(bench.out.contains(kind));
    REQUIRE(bench.run({u"quick-card"_s, u"--help"_s}) == Finished);
    CHECK(bench.out.contains(u"\nROLE is one of: manager, keyworker, "_s));
    REQUIRE(bench.run({u"refer"_s, u"--help"_s}) == Finished);
    CHECK(bench.out.contains(u"\n--sections identity,care_plan is some of: "_s));
    CHECK(completionsFor({u"quick-card"_s, u"mana"_s}) == QStringList{u"manager"_s});
    const QStringList refer{u"refer"_s, u"f.keywork"_s, u"--sections"_s};
    CHECK(completionsFor(refer + QStringList{u"identity,care_p"_s}) == QStringList{u"identity,care_plan"_s});
    const QStringList more = completionsFor(refer + QStringList{u"identity,"_s});
    CHECK(more.contains(u"identity,care_plan"_s));
    CHECK_FALSE(more.contains(u"identity,identity"_s));
    CHECK_FALSE(more.contains(QString()));
    CHECK(completionsFor(refer + QStringList{u"identity"_s}).contains(u"identity"_s));
    CHECK(completionsFor({u"list"_s, u"f.keywork"_s, u"stay,appo"_s}).isEmpty()); // of one kind
}

TEST_CASE("Words whose bytes are no text are told as words, not as the name of a file")
{
    Wording bench;
    CHECK(bench.runSignedIn({u"find"_s, bench.path, argumentFrom("caf\xe9")}) == Failed);
    CHECK(bench.err.contains(u"so it can't be read. Please type it again"));
    CHECK_FALSE(bench.err.contains(u"rename"));
    CHECK(bench.runSignedIn({u"find"_s, bench.inFolder(argumentFrom("caf\xe9.keywork")), u"x"_s}) == Failed);
    CHECK(bench.err.contains(u"Please rename it"));
}

TEST_CASE("Where files may grow no further a command says so and leaves nothing half written")
{
    test::CommandBench bench;
    REQUIRE(QDir(bench.folder.path()).mkdir(u"new"_s));
    QString err;
    const QStringList demo{
        QStringLiteral(KEYWORK_PROGRAM), u"demo"_s, bench.inFolder(u"new/d.keywork"_s), u"--people"_s, u"6"_s, u"--years"_s, u"1"_s};
    CHECK(started(u"ulimit -f 512; "_s, demo, bench.folder.path(), err) == Failed);
    INFO(err.toStdString());
    CHECK(err.contains(u"d.keywork: "_s));
    CHECK(QDir(bench.inFolder(u"new"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("Who prints from a file that can't be written to is told that its log waits, and where")
{
    REQUIRE(QProcess::execute(u"setpriv"_s, {u"--version"_s}) == 0); // root ignores modes
    Wording bench;
    REQUIRE(bench.runSignedIn({u"people"_s, bench.path}) == Finished);
    const QString number = bench.out.section(u' ', 0, 0);
    const QTemporaryDir others;
    constexpr auto kAll = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QFile::setPermissions(others.path(), kAll);
    QFile::setPermissions(
        bench.folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther | QFileDevice::ExeOther);
    QFile::setPermissions(bench.path, QFileDevice::ReadOwner | QFileDevice::ReadOther);
    QFile::setPermissions(bench.inFolder(u"pw"_s), QFileDevice::ReadOwner | QFileDevice::ReadOther);
    QString err;
    const int code = started({},
        {u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, QStringLiteral(KEYWORK_PROGRAM), u"print"_s,
            u"emergency-sheet"_s, bench.path, u"--person"_s, number, u"--out"_s, others.filePath(u"sheet.pdf"_s), u"--user"_s,
            u"Demo Manager"_s, u"--password-file"_s, bench.inFolder(u"pw"_s)},
        others.path(), err);
    QFile::setPermissions(bench.folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    INFO(err.toStdString());
    CHECK(code == Finished);
    CHECK(QFile::exists(others.filePath(u"sheet.pdf"_s)));
    CHECK(err.contains(u"that this was printed waits to stand in its history. It is sealed in "_s));
}

} // namespace keywork::test::command_words_test
