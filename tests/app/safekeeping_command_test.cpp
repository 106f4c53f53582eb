// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace keywork::test::safekeeping_command_test {

using namespace Qt::StringLiterals;

namespace {

/// A demonstration hostel and the command line on it.
struct Bench : test::CommandBench {
    Bench()
    {
        test::copyDemo(test::demoWish(6, 1), path);
        REQUIRE(QDir(folder.path()).mkdir(u"stick"_s));
    }
    QString onlyBackup() const
    {
        const QStringList files = QDir(inFolder(u"stick"_s)).entryList(QDir::Files);
        REQUIRE(files.size() == 1);
        return inFolder(u"stick/"_s + files.first());
    }
};

} // namespace

TEST_CASE("By command: a backup is made, looked into, restored to a new file, and that file holds a whole history")
{
    Bench bench;
    REQUIRE(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"stick"_s)}) == Finished);
    CHECK(bench.out.contains(u"checked to the last page, good."));
    const QString backup = bench.onlyBackup();
    CHECK(bench.runSignedIn({u"restore"_s, backup, bench.inFolder(u"n.keywork"_s), u"--dry-run"_s}) == Finished);
    // Six, and whoever was taken in twice: of those one record is marked as entered in error.
    static const QRegularExpression residents(u"(\\d+) Residents"_s);
    CHECK(residents.match(bench.out).captured(1).toInt() >= 6);
    CHECK_FALSE(QFile::exists(bench.inFolder(u"n.keywork"_s)));
    CHECK(bench.runSignedIn({u"restore"_s, backup, bench.inFolder(u"n.keywork"_s)}) == Finished);
    CHECK(bench.runSignedIn({u"restore"_s, backup, bench.inFolder(u"n.keywork"_s)}) == Failed);
    CHECK(bench.err.contains(u"There is a file with this name already."));
    CHECK(bench.runSignedIn({u"check"_s, bench.path, u"--deep"_s}) == Finished);
    CHECK(bench.runSignedIn({u"audit"_s, u"verify"_s, bench.path}) == Finished);
    CHECK(bench.out.contains(u"The history is as it was written."));
    CHECK(bench.runSignedIn({u"audit"_s, u"verify"_s, bench.path, u"--seal"_s, u"3 "_s + QString(64, u'a')}) == Failed);
    CHECK(bench.err.contains(u"At entry 3 the history says something else"));
    CHECK(bench.runSignedIn({u"audit"_s, u"verify"_s, bench.path, u"--seal"_s, u"three"_s}) == WrongUsage);
    CHECK(bench.runSignedIn({u"audit"_s, u"look"_s, bench.path}) == WrongUsage);
    CHECK(bench.run({u"restore"_s, backup, bench.inFolder(u"m.keywork"_s)}) == WrongUsage);
}

TEST_CASE("By command: of a folder for a backup the last one is made; a stick or a longer way that is missing is named")
{
    Bench bench;
    REQUIRE(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"new place"_s)}) == Finished);
    CHECK(QDir(bench.inFolder(u"new place"_s)).entryList(QDir::Files).size() == 1);
    CHECK(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"no/such/place"_s)}) == Failed);
    CHECK(bench.err.contains(u"make the folder “%1”"_s.arg(bench.inFolder(u"no"_s))));
    CHECK_FALSE(QFile::exists(bench.inFolder(u"no"_s)));
    const QString stick = u"/mnt/keywork-stick-that-is-not-there"_s;
    CHECK(bench.runSignedIn({u"backup"_s, bench.path, stick}) == Failed);
    CHECK(bench.err.contains(stick));
    CHECK_FALSE(QFile::exists(stick));
    CHECK(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"pw"_s)}) == Failed);
    CHECK(bench.err.contains(u"This is a file, not a folder."_s));
    CHECK(bench.runSignedIn(
              {u"backup"_s, bench.path, bench.inFolder(u"another"_s), u"--leaving"_s, u"--passphrase-file"_s, bench.inFolder(u"nowhere"_s)})
        == Failed);
    CHECK_FALSE(QFile::exists(bench.inFolder(u"another"_s)));
    CHECK(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"stick"_s), u"--passphrase-file"_s, bench.inFolder(u"pw"_s)})
        == WrongUsage);
    CHECK(bench.err.contains(u"add --leaving"_s));
}

TEST_CASE("By command: what takes long says how it gets on where somebody reads it, and is silent otherwise")
{
    Bench bench;
    REQUIRE(bench.runSignedIn({u"backup"_s, bench.path, bench.inFolder(u"stick"_s)}) == Finished);
    CHECK(bench.err.isEmpty());
    const QString backup = bench.onlyBackup();
    const QString made = bench.inFolder(u"made.keywork"_s);
    const auto saysHow = [&](const QStringList &arguments, const QString &how) {
        INFO(arguments.join(u' ').toStdString());
        CHECK(bench.runSignedIn(arguments + QStringList{u"--progress"_s}) == Finished);
        CHECK(bench.err.startsWith(how));
        CHECK(bench.err.endsWith(u'\n'));
        CHECK_FALSE(bench.err.contains(u'\r'));
    };
    saysHow({u"backup"_s, bench.path, bench.inFolder(u"other"_s)}, u"Backing up …\n"_s);
    saysHow({u"check"_s, bench.path, u"--deep"_s}, u"Checking …\n"_s);
    saysHow({u"restore"_s, backup, made}, u"Restoring …\n"_s);
    bench.out.clear();
    bench.err.clear();
    QTextStream outStream(&bench.out);
    QTextStream errStream(&bench.err);
    CHECK(runCommand({u"demo"_s, bench.inFolder(u"d.keywork"_s), u"--people"_s, u"2"_s, u"--years"_s, u"1"_s}, {outStream, errStream, true})
        == Finished);
    CHECK(bench.err.startsWith(u"\rMaking the demonstration …"_s));
    CHECK(bench.err.endsWith(u"\r\x1b[K"_s)); // the line goes when it is done
}

TEST_CASE("By command: what leaves the house opens with its passphrase only, and a weak one is refused")
{
    Bench bench;
    bench.write(u"weak"_s, "password\n");
    bench.write(u"strong"_s, "otter-lantern-gravel-sonnet-mill-plum\n");
    const QStringList leaving{u"backup"_s, bench.path, bench.inFolder(u"stick"_s), u"--leaving"_s, u"--passphrase-file"_s};
    CHECK(bench.runSignedIn(leaving + QStringList{bench.inFolder(u"weak"_s)}) == Failed);
    REQUIRE(bench.runSignedIn(leaving + QStringList{bench.inFolder(u"strong"_s)}) == Finished);
    const QString backup = bench.onlyBackup();
    CHECK(bench.runSignedIn({u"restore"_s, backup, bench.inFolder(u"n.keywork"_s)}) == Failed);
    CHECK(
        bench.run({u"restore"_s, backup, bench.inFolder(u"n.keywork"_s), u"--passphrase-file"_s, bench.inFolder(u"strong"_s)}) == Finished);
    CHECK(QFile::exists(bench.inFolder(u"n.keywork"_s)));
    CHECK(bench.out.contains(u"No password of the team opens it."));
    CHECK(bench.out.contains(u"Records that were erased since"));
    CHECK(bench.run({u"restore"_s, backup, bench.inFolder(u"m.keywork"_s), u"--passphrase-file"_s, bench.inFolder(u"strong"_s),
              u"--erased-from"_s, bench.path})
        == Finished);
    CHECK_FALSE(bench.out.contains(u"Records that were erased since"));
    CHECK(bench.run({u"restore"_s, backup, bench.inFolder(u"o.keywork"_s), u"--passphrase-file"_s, bench.inFolder(u"strong"_s),
              u"--erased-from"_s, bench.inFolder(u"nowhere"_s)})
        == Failed);
    CHECK_FALSE(QFile::exists(bench.inFolder(u"o.keywork"_s)));
}

TEST_CASE("By command: a damaged file is told page by page, and what can be read is written into a new one")
{
    Bench bench;
    QFile file(bench.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 pages = (file.size() - 65536) / 4096;
    REQUIRE(pages > 60);
    for (const qint64 page : {pages / 2, pages / 2 + 7, pages - 9}) {
        file.seek(65536 + page * 4096 + 200);
        file.write("harm");
    }
    file.close();
    CHECK(bench.runSignedIn({u"check"_s, bench.path, u"--deep"_s}) == Failed);
    CHECK_FALSE(bench.err.isEmpty());
    const int code = bench.runSignedIn({u"rescue"_s, bench.path, bench.inFolder(u"r.keywork"_s)});
    CHECK((code == Finished || code == Failed));
    if (QFile::exists(bench.inFolder(u"r.keywork"_s))) {
        CHECK(bench.out.contains(u"Rows that were read: "_s));
        CHECK(bench.out.contains(u"The new file was checked"_s));
        CHECK((code == Finished) == bench.out.contains(u"Nothing is missing as far as the history knows."_s));
    }
    // Rows that are left may refer to some that are lost; the file opens and shows who is in it.
    if (QFile::exists(bench.inFolder(u"r.keywork"_s)))
        CHECK(bench.runSignedIn({u"people"_s, bench.inFolder(u"r.keywork"_s)}) == Finished);
    else
        CHECK(bench.err.contains(u"damaged"));
}

} // namespace keywork::test::safekeeping_command_test
