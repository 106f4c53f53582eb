// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/kinds.h"
#include "tests/support/command_bench.h"

#include <QProcess>
#include <QRegularExpression>

namespace keywork::test::usage_test {

namespace {

/// The program as a shell starts it: what stands on stderr, and the exit code.
struct Started {
    int code = -1;
    QString out;
    QString err;
};
Started start(const QString &program, const QStringList &arguments, const QMap<QString, QString> &environment = {})
{
    QProcess child;
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &display : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        own.remove(display);
    for (auto one = environment.cbegin(); one != environment.cend(); ++one)
        own.insert(one.key(), one.value());
    child.setProcessEnvironment(own);
    child.setWorkingDirectory(u"/"_s); // no file there begins like a command that is completed here
    child.start(program, arguments);
    REQUIRE(child.waitForFinished());
    CHECK(child.exitStatus() == QProcess::NormalExit);
    return {child.exitCode(), QString::fromUtf8(child.readAllStandardOutput()), QString::fromUtf8(child.readAllStandardError())};
}

QStringList completed(const QStringList &words)
{
    const QString script = u"source '%1/packaging/keywork.bash-completion'; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                           "_keywork; printf '%s\\n' \"${COMPREPLY[@]}\""_s.arg(QStringLiteral(KEYWORK_SOURCE_DIR));
    const QStringList typed = QStringList{QStringLiteral(KEYWORK_PROGRAM)} + words;
    return start(u"bash"_s, QStringList{u"-c"_s, script, u"bash"_s} + typed).out.split(u'\n', Qt::SkipEmptyParts);
}

QString manual()
{
    QFile file(QStringLiteral(KEYWORK_SOURCE_DIR) + u"/packaging/keywork.1"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).remove(u'\\');
}

} // namespace

TEST_CASE("A slip on the command line is one line that says what does not fit, and how to find out")
{
    CommandBench bench;
    struct Slip {
        QStringList typed;
        QString said;
    };
    const QString out = bench.inFolder(u"x"_s);
    const QList<Slip> slips{
        {{u"frob"_s}, u"There is no command, and no file, “frob”."_s},
        {{u"chekc"_s, bench.path}, u"Was “check” meant?"_s},
        {{u"disclosure"_s, bench.path}, u"Was “disclosures” meant?"_s},
        {{u"--hepl"_s}, u"Was “--help” meant?"_s},
        {{u"-x"_s}, u"There is no option “-x”."_s},
        {{u""_s}, u"There is no command"_s},
        {{bench.path, u"people"_s}, u"The window opens one file"_s},
        {{u"people"_s}, u"“people” takes after it: FILE."_s},
        {{u"people"_s, u"a"_s, u"b"_s}, u"“people” takes after it: FILE."_s},
        {{u"people"_s, u""_s}, u"A name after “people” is empty."_s},
        {{u"backup"_s, bench.path, u" "_s}, u"A name after “backup” is empty."_s},
        {{u"people"_s, bench.path, u"--csvv"_s}, u"“people” has no option “--csvv”. Was “--csv” meant?"_s},
        {{u"people"_s, bench.path, u"-c"_s}, u"“people” has no option “-c”."_s},
        {{u"people"_s, bench.path, u"--csv=yes"_s}, u"“--csv” takes nothing after it."_s},
        {{u"people"_s, bench.path, u"--user"_s, u""_s}, u"“--user” is to be followed by NAME."_s},
        {{u"people"_s, bench.path, u"--user"_s, u"--password-file"_s, out}, u"“--user” is to be followed by NAME."_s},
        {{u"people"_s, bench.path, u"--user"_s}, u"“--user” is to be followed by NAME."_s},
        {{u"people"_s, bench.path, u"--user="_s}, u"“--user” is to be followed by NAME."_s},
        {{u"people"_s, bench.path}, u"“--user” is missing."_s},
        {{u"timeline"_s, bench.path, u"--person"_s, u"P-0001"_s, u"--person"_s, u"P-0002"_s}, u"“--person” is there twice."_s},
    };
    for (const Slip &slip : slips) {
        INFO(slip.typed.join(u' ').toStdString());
        CHECK(bench.run(slip.typed) == WrongUsage);
        INFO(bench.err.toStdString());
        CHECK(bench.err.contains(slip.said));
        CHECK(bench.err.contains(u"--help”"_s));
        CHECK(bench.err.count(u'\n') == 1);
        CHECK(bench.out.isEmpty());
    }
    CHECK(bench.run({u"xyzzyplugh"_s}) == WrongUsage);
    CHECK_FALSE(bench.err.contains(u"meant"_s)); // nothing is near
}

TEST_CASE("A path opens the window, every other word is a command or a slip")
{
    CommandBench bench;
    bench.write(u"check"_s, "x");
    CHECK_FALSE(isCommand({}));
    for (const QString &path : {bench.path, bench.inFolder(u"check"_s), u"./people"_s, u"hostel.keywork"_s, u"x.keywork-backup"_s}) {
        INFO(path.toStdString());
        CHECK_FALSE(isCommand({path}));
        CHECK(isCommand({path, u"more"_s}));
    }
    for (const QString &word : {u"check"_s, u"frob"_s, u"--help"_s, u"--demo"_s, u"-style"_s, u""_s}) {
        INFO(word.toStdString());
        CHECK(isCommand({word}));
    }
}

TEST_CASE("Each command tells of itself, and usage and manual hold every command and option of the table")
{
    CommandBench bench;
    REQUIRE(bench.run({u"--help"_s}) == Finished);
    const QString all = bench.out;
    const QString page = manual();
    for (const QString &line : all.split(u'\n'))
        CHECK(line.size() <= 130);
    for (const Command &command : allCommands()) {
        const QString name = QString::fromLatin1(command.name);
        INFO(command.name);
        CHECK(all.contains(u"keywork "_s + name + u' '));
        CHECK(page.contains(QRegularExpression(u"\\.B keywork %1\\b"_s.arg(name))));
        REQUIRE(bench.run({name, u"--help"_s}) == Finished);
        CHECK(bench.out.startsWith(u"Usage: keywork "_s + name));
        for (const CommandOption &option : command.options) {
            const QString word = u"--"_s + QString::fromLatin1(option.name);
            INFO(option.name);
            CHECK(bench.out.contains(word));
            CHECK(page.contains(word));
        }
    }
}

TEST_CASE("Bash completes commands, options and what follows them, as the table says")
{
    CommandBench bench;
    CHECK(completed({u"dis"_s}) == QStringList{u"disclosures"_s});
    CHECK(completed({u"re"_s}) == QStringList{u"recall"_s, u"refer"_s, u"restore"_s, u"rescue"_s});
    CHECK(completed({u"people"_s, bench.path, u"--g"_s}) == QStringList{u"--group"_s});
    CHECK(completed({u"people"_s, bench.path, u"--group"_s, u""_s}) == QStringList{u"here"_s, u"expected"_s, u"left"_s, u"all"_s});
    CHECK(completed({u"people"_s, bench.path, u"--csv"_s, u"--"_s}).contains(u"--csv"_s) == false); // given already
    CHECK(completed({u"people"_s, bench.path, u"--csv"_s, u"--"_s}).contains(u"--user"_s));
    CHECK(completed({u"list"_s, bench.path, u"appo"_s}).contains(u"appointment"_s));
    CHECK(completed({u"list"_s, bench.path, u""_s}).size() == allKinds().size());
    CHECK(completed({u"print"_s, u"e"_s}) == QStringList{u"emergency-sheet"_s});
    CHECK(completed({u"refer"_s, bench.path, u"--format"_s, u"p"_s}) == QStringList{u"pdf"_s, u"protected"_s});
    CHECK(completed({u"refer"_s, bench.path, u"--lawful-reason"_s, u"v"_s}) == QStringList{u"vital_interests"_s});
    CHECK(completed({u"timeline"_s, bench.path, u"--person"_s, u""_s}).isEmpty()); // numbers of people are nobody's to offer
    // Files and folders are the shell's own.
    CHECK(completed({u"check"_s, bench.inFolder(u"p"_s)}) == QStringList{bench.inFolder(u"pw"_s)});
    CHECK(completed({u"people"_s, bench.path, u"--password-file"_s, bench.inFolder(u"p"_s)}) == QStringList{bench.inFolder(u"pw"_s)});
    REQUIRE(QDir(bench.folder.path()).mkdir(u"place"_s));
    CHECK(completed({u"backup"_s, bench.path, bench.inFolder(u"p"_s)}) == QStringList{bench.inFolder(u"place"_s)});
}

TEST_CASE("Without a display the window says so in a sentence and ends, and Qt says nothing")
{
    CommandBench bench;
    const QString home = bench.folder.path();
    const QString program = QStringLiteral(KEYWORK_PROGRAM);
    // Not with a DISPLAY that nobody serves: libxcb then asks this PC's network, which these tests forbid.
    const QList<QMap<QString, QString>> worlds{{{u"HOME"_s, home}}, {{u"HOME"_s, home}, {u"WAYLAND_DISPLAY"_s, u"wayland-nobody"_s}},
        {{u"HOME"_s, home}, {u"QT_QPA_PLATFORM"_s, u"nonsense"_s}}};
    for (const auto &world : worlds) {
        INFO(world.keys().join(u' ').toStdString());
        const Started ended = start(program, {}, world);
        CHECK(ended.code == Failed);
        INFO(ended.err.toStdString());
        CHECK(ended.err.startsWith(u"Keywork's window needs a display"_s));
        CHECK(ended.err.count(u'\n') == 1);
        CHECK(ended.out.isEmpty());
    }
    // A C locale makes Qt complain elsewhere.
    const Started version = start(program, {u"--version"_s}, {{u"HOME"_s, home}, {u"LC_ALL"_s, u"C"_s}});
    CHECK(version.code == Finished);
    CHECK(version.err.isEmpty());
}

} // namespace keywork::test::usage_test
