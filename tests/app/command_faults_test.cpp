// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <sys/stat.h>

namespace keywork::test::command_faults_test {

using namespace Qt::StringLiterals;

namespace {

/// Where nothing can be written to, like a full disk or a reader that went away.
class FullDisk final : public QIODevice {
public:
    FullDisk() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

/// A small demonstration hostel, made once; each case works on a copy of its own.
struct Faulty : test::CommandBench {
    Faulty() { test::copyDemo(test::demoWish(8, 1), path); }
    QString anybody()
    {
        REQUIRE(runSignedIn({u"people"_s, path}) == Finished);
        return out.section(u' ', 0, 0);
    }
    int runOntoFullDisk(const QStringList &arguments)
    {
        FullDisk disk;
        err.clear();
        QTextStream outStream(&disk);
        QTextStream errStream(&err);
        return runCommand(arguments, {outStream, errStream});
    }
    QStringList signedIn(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--user"_s, u"Demo Manager"_s, u"--password-file"_s, inFolder(u"pw"_s)};
    }
    QString pipe()
    {
        const QString made = inFolder(u"pipe"_s);
        REQUIRE((QFile::exists(made) || ::mkfifo(QFile::encodeName(made).constData(), 0600) == 0));
        return made;
    }
    QString socket()
    {
        const QString made = inFolder(u"socket"_s);
        const int code = ::mknod(QFile::encodeName(made).constData(), S_IFSOCK | 0600, 0);
        REQUIRE((QFile::exists(made) || code == 0));
        return made;
    }
    QStringList lines() const { return out.split(u"\r\n"_s, Qt::SkipEmptyParts); }
};

const QString kFolder = u"This is a folder, not a file."_s;
const QString kPipe = u"This is a pipe, not a file"_s;
const QString kDevice = u"This is a device, not a file."_s;

} // namespace

TEST_CASE("A command whose output can't be written fails with a sentence, and a list is noted as not having left")
{
    Faulty bench;
    const QString number = bench.anybody();
    const auto notedAsStaying = [&bench] {
        REQUIRE(bench.runSignedIn({u"disclosures"_s, bench.path, u"--csv"_s}) == Finished);
        return bench.out.count(u",did not leave,"_s);
    };
    const qsizetype before = notedAsStaying();
    const QList<QStringList> lists{{u"people"_s, bench.path}, {u"people"_s, bench.path, u"--csv"_s}, {u"today"_s, bench.path},
        {u"list"_s, bench.path, u"agency"_s}, {u"timeline"_s, bench.path, u"--person"_s, number},
        {u"consent"_s, bench.path, u"--person"_s, number, u"--list"_s}, {u"disclosures"_s, bench.path}};
    for (const QStringList &arguments : lists) {
        INFO(arguments.join(u' ').toStdString());
        CHECK(bench.runOntoFullDisk(bench.signedIn(arguments)) == Failed);
        CHECK(bench.err.count(u"could not be written"_s) == 1);
    }
    for (const QString &argument : {u"--help"_s, u"--version"_s}) {
        INFO(argument.toStdString());
        CHECK(bench.runOntoFullDisk({argument}) == Failed);
        CHECK(bench.err.contains(u"could not be written"_s));
    }
    CHECK(bench.runOntoFullDisk(bench.signedIn({u"check"_s, bench.path})) == Failed);
    CHECK(bench.runOntoFullDisk({u"dance"_s}) == WrongUsage); // its own failure stays
    CHECK(notedAsStaying() == before + lists.size());
}

TEST_CASE("What stands in the way of a file is said by its own sentence, and a pipe is never waited for")
{
    Faulty bench;
    const QString number = bench.anybody();
    const QString missing = bench.inFolder(u"missing"_s);
    bench.write(u"empty"_s, "\nsecond line\n");
    const QString empty = bench.inFolder(u"empty"_s);
    const QString folder = bench.folder.path();
    const auto withPassword = [&](const QString &file) {
        return QStringList{u"people"_s, bench.path, u"--user"_s, u"Demo Manager"_s, u"--password-file"_s, file};
    };
    const auto onto = [&](const QString &path) {
        return bench.signedIn({u"print"_s, u"emergency-sheet"_s, bench.path, u"--person"_s, number, u"--out"_s, path});
    };
    const QString nowhere = bench.inFolder(u"no such place/sheet.pdf"_s);
    const QString dangling = bench.inFolder(u"dangling"_s);
    REQUIRE(QFile::link(bench.inFolder(u"not there"_s), dangling));
    struct Case {
        QStringList arguments;
        QString said;
    };
    const QList<Case> cases{
        {bench.signedIn({u"people"_s, missing}), missing + u": It can't be found."_s},
        {bench.signedIn({u"people"_s, folder}), folder + u": "_s + kFolder},
        {bench.signedIn({u"people"_s, bench.pipe()}), bench.pipe() + u": "_s + kPipe},
        {bench.signedIn({u"people"_s, u"/dev/null"_s}), u"/dev/null: "_s + kDevice},
        {bench.signedIn({u"people"_s, empty}), empty + u": This is not a Keywork file."_s},
        {bench.signedIn({u"restore"_s, bench.pipe(), bench.inFolder(u"n.keywork"_s)}), bench.pipe() + u": "_s + kPipe},
        {withPassword(missing), missing + u": It can't be found."_s},
        {withPassword(folder), folder + u": "_s + kFolder},
        {withPassword(bench.pipe()), bench.pipe() + u": "_s + kPipe},
        {withPassword(empty), empty + u": Its first line is empty"_s},
        {{u"restore"_s, bench.path, bench.inFolder(u"n.keywork"_s), u"--passphrase-file"_s, missing}, missing + u": It can't be found."_s},
        {onto(nowhere), nowhere + u": The folder that this was to be written to is not there."_s},
        {onto(folder), folder + u": "_s + kFolder},
        {onto(u"/dev/full"_s), u"/dev/full: "_s + kDevice},
        {onto(bench.pipe()), bench.pipe() + u": "_s + kPipe},
        {bench.signedIn({u"check"_s, dangling}), dangling + u": This is a link to a file that is not there."_s},
        {bench.signedIn({u"check"_s, bench.socket()}), bench.socket() + u": This is a socket of another program"_s},
        {bench.signedIn({u"restore"_s, bench.path, folder}), folder + u": "_s + kFolder},
        {bench.signedIn({u"rescue"_s, bench.path, folder}), folder + u": "_s + kFolder},
        {bench.signedIn({u"restore"_s, bench.path, nowhere}), nowhere + u": The folder that this was to be written to is not there."_s},
        {{u"demo"_s, folder}, folder + u": "_s + kFolder},
        {{u"demo"_s, nowhere}, nowhere + u": The folder that this was to be written to is not there."_s},
    };
    for (const Case &one : cases) {
        INFO(one.arguments.join(u' ').toStdString());
        CHECK(bench.run(one.arguments) == Failed);
        INFO(bench.err.toStdString());
        CHECK(bench.err.startsWith(one.said));
        CHECK(bench.out.isEmpty());
    }
}

TEST_CASE("A file that belongs to somebody else is told as one that may not be read")
{
    REQUIRE(QProcess::execute(u"setpriv"_s, {u"--version"_s}) == 0); // root ignores modes
    Faulty bench;
    QFile::setPermissions(bench.folder.path(),
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther | QFileDevice::ExeOther);
    QFile::setPermissions(bench.inFolder(u"pw"_s), QFileDevice::ReadOwner | QFileDevice::ReadOther);
    QFile::setPermissions(bench.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QProcess child;
    child.start(u"setpriv"_s,
        QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, QStringLiteral(KEYWORK_PROGRAM)}
            + bench.signedIn({u"people"_s, bench.path}));
    REQUIRE(child.waitForFinished());
    const QString said = QString::fromUtf8(child.readAllStandardError());
    INFO(said.toStdString());
    CHECK(child.exitCode() == Failed);
    CHECK(said.contains(u"You may not read this file on this PC."_s));
}

TEST_CASE("An older copy of the file is told as that, not as damage")
{
    Faulty bench;
    const QString older = bench.inFolder(u"older"_s);
    REQUIRE(QFile::copy(bench.path, older));
    bench.anybody(); // this PC sees a newer history now
    REQUIRE(QFile::remove(bench.path));
    REQUIRE(QFile::copy(older, bench.path));
    CHECK(bench.runSignedIn({u"check"_s, bench.path}) == Failed);
    INFO(bench.out.toStdString() << bench.err.toStdString());
    CHECK(bench.err.contains(u"older than the one this PC saw"_s));
    // What its pages are comes first; then which file it is, and what to do.
    CHECK(bench.out.startsWith(bench.path + u": every page, key and reference is in order. Nothing in it is damaged"_s));
    CHECK(bench.out.contains(u"please put the newer file back"_s));
    CHECK_FALSE(bench.out.contains(u"damaged, see above"_s));
}

TEST_CASE("Days are written for programs in CSV and for people elsewhere")
{
    Faulty bench;
    const QString number = bench.anybody();
    static const QRegularExpression iso(u"(^|,)\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2})?,"_s);
    static const QRegularExpression spoken(u"\\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"_s);
    for (const QStringList &arguments :
        {QStringList{u"timeline"_s, bench.path, u"--person"_s, number}, QStringList{u"disclosures"_s, bench.path},
            QStringList{u"list"_s, bench.path, u"stay"_s}, QStringList{u"list"_s, bench.path, u"appointment"_s}}) {
        INFO(arguments.join(u' ').toStdString());
        REQUIRE(bench.runSignedIn(arguments) == Finished);
        CHECK(spoken.match(bench.out).hasMatch());
        REQUIRE(bench.runSignedIn(arguments + QStringList{u"--csv"_s}) == Finished);
        const QStringList lines = bench.lines();
        REQUIRE(lines.size() > 2);
        for (const QString &line : lines.mid(1, lines.size() - 2)) {
            INFO(line.toStdString());
            CHECK(iso.match(line).hasMatch());
        }
    }
}

TEST_CASE("A path whose bytes are no text is refused by every command with the reason, and nothing is written")
{
    test::CommandBench bench;
    const QString misread = bench.inFolder(argumentFrom("caf\xe9.keywork"));
    const QStringList before = QDir(bench.folder.path()).entryList(QDir::Files);
    for (const QStringList &arguments : {QStringList{u"people"_s, misread}, QStringList{u"rescue"_s, bench.path, misread},
             QStringList{u"restore"_s, misread, bench.path}, QStringList{u"demo"_s, misread}}) {
        INFO(arguments.first().toStdString());
        const bool signsIn = arguments.first() != u"demo";
        CHECK((signsIn ? bench.runSignedIn(arguments) : bench.run(arguments)) == Failed);
        CHECK(bench.err.contains(u"is not written as text (UTF-8)"));
    }
    CHECK(QDir(bench.folder.path()).entryList(QDir::Files) == before);
}

} // namespace keywork::test::command_faults_test
