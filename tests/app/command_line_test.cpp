// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "core/domain/agency.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"
#include "tests/support/pdf_text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>

namespace keywork::test::command_line_test {

using namespace Qt::StringLiterals;

namespace {

/// One small demonstration hostel for all cases of this file; each works on its own copy.
struct Demo : test::CommandBench {
    Demo() { test::copyDemo(test::demoWish(12, 1), path); }
    int run(const QStringList &arguments, bool signedIn = true) { return signedIn ? runSignedIn(arguments) : CommandBench::run(arguments); }
    QString pdfText(const QString &pdf) const { return test::pdfText(pdf, QStringList()).simplified(); }
    /// The number of the resident called so.
    QString numberOf(const QString &name)
    {
        REQUIRE(run({u"people"_s, path}) == Finished);
        for (const QString &line : out.split(u'\n'))
            if (line.contains(name))
                return line.section(u' ', 0, 0);
        REQUIRE(false);
        return {};
    }
};

} // namespace

TEST_CASE("A plan printed from the command line holds the stages, the areas and the signature lines")
{
    Demo demo;
    const QString pdf = demo.folder.filePath(u"plan.pdf"_s);
    REQUIRE(demo.run({u"print"_s, u"care-plan"_s, demo.path, u"--person"_s, demo.numberOf(u"Ben Barker"_s), u"--out"_s, pdf}) == Finished);
    const QString text = demo.pdfText(pdf);
    for (const QString &needed :
        {u"1 Using, not in treatment yet"_s, u"2 Using, starting with treatment"_s, u"3 In treatment and keeping at it"_s,
            u"4 Using less or not at all, still needing support"_s, u"5 Settled"_s, u"Health, physical and mental"_s, u"Debt"_s,
            u"Education and employability"_s, u"Social networks and relationships"_s, u"Rights and responsibilities"_s, u"Substance use"_s,
            u"Housing resilience"_s, u"Meaningful use of time"_s, u"signature and date"_s, u"Page 1 of"_s, u"If things get harder"_s})
        CHECK(text.contains(needed));
    QProcess fonts;
    fonts.start(u"pdffonts"_s, {pdf});
    REQUIRE(fonts.waitForFinished());
    const QStringList lines = QString::fromUtf8(fonts.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts).mid(2);
    REQUIRE_FALSE(lines.isEmpty());
    for (const QString &line : lines)
        CHECK(line.contains(u" yes "_s));
}

TEST_CASE("Agreements and what left are listed from the command line, for a person and as CSV")
{
    Demo demo;
    REQUIRE(demo.run({u"disclosures"_s, demo.path, u"--csv"_s}) == Finished);
    const QStringList lines = demo.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    REQUIRE(lines.size() >= 3);
    CHECK(lines.first().contains(u"Fingerprint"_s));
    CHECK(lines.last().startsWith(u"Total,%1"_s.arg(lines.size() - 2)));
    const QString number = lines.at(1).section(u',', 1, 1);
    REQUIRE(demo.run({u"disclosures"_s, demo.path, u"--person"_s, number}) == Finished);
    for (const QString &line : demo.out.split(u'\n', Qt::SkipEmptyParts))
        CHECK(line.contains(number));
    REQUIRE(demo.run({u"consent"_s, demo.path, u"--person"_s, number, u"--list"_s}) == Finished);
    CHECK((demo.out.contains(u"holds now: "_s) || demo.out.contains(u"does not hold now"_s)));
    CHECK(demo.run({u"consent"_s, demo.path, u"--person"_s, u"P-9999"_s, u"--list"_s}) == Failed);
    CHECK(demo.run({u"disclosures"_s, demo.path, u"--person"_s, u"nobody"_s}) == Failed);
}

TEST_CASE("Agreements of the whole house are listed, with whose each is, and as CSV for one resident or for all")
{
    Demo demo;
    REQUIRE(demo.run({u"consent"_s, demo.path, u"--list"_s, u"--csv"_s}) == Finished);
    const QStringList all = demo.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    REQUIRE(all.size() > 3);
    CHECK(all.first() == QChar(0xfeff) + u"Number,Agency,What was said,From,Until,Entered in error,Holds now"_s);
    const QString number = all.at(1).section(u',', 0, 0);
    CHECK(number.startsWith(u"P-"_s));
    REQUIRE(demo.run({u"consent"_s, demo.path, u"--list"_s}) == Finished);
    CHECK(demo.out.count(u'\n') == all.size() - 2);
    CHECK(demo.out.startsWith(number + u"  "_s));
    const qsizetype ofOne = demo.out.count(u'\n' + number + u"  "_s) + 1;
    REQUIRE(demo.run({u"consent"_s, demo.path, u"--list"_s, u"--person"_s, number, u"--csv"_s}) == Finished);
    const QStringList theirs = demo.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    CHECK(theirs.size() - 2 == ofOne);
    for (const QString &line : theirs.mid(1, theirs.size() - 2))
        CHECK(line.startsWith(number + u','));
    // Everybody who is named in it: the ledger says that it left about them.
    REQUIRE(demo.run({u"disclosures"_s, demo.path, u"--person"_s, number}) == Finished);
    CHECK(demo.out.count(u"  Agreements to share  "_s) == 3);
    CHECK_FALSE(demo.out.contains(u"sharing_agreement"_s));
}

TEST_CASE("Residents are listed by group: here, expected, left, or all of them")
{
    Demo demo;
    const auto numbers = [&](const QString &group) {
        REQUIRE(demo.run({u"people"_s, demo.path, u"--group"_s, group}) == Finished);
        QSet<QString> found;
        for (const QString &line : demo.out.split(u'\n', Qt::SkipEmptyParts))
            found.insert(line.section(u' ', 0, 0));
        CHECK(found.size() == demo.out.count(u'\n'));
        return found;
    };
    const QSet<QString> here = numbers(u"here"_s);
    const QSet<QString> expected = numbers(u"expected"_s);
    const QSet<QString> left = numbers(u"left"_s);
    CHECK_FALSE(here.isEmpty());
    CHECK_FALSE(here.intersects(left));
    CHECK(numbers(u"all"_s) == here + expected + left);
    REQUIRE(demo.run({u"people"_s, demo.path}) == Finished);
    CHECK(demo.out.count(u'\n') == here.size());
    CHECK(demo.run({u"people"_s, demo.path, u"--group"_s, u"gone"_s}) == WrongUsage);
    CHECK(demo.err.contains(u"here, expected, left, all"_s));
}

TEST_CASE("What Ctrl+K finds is found by command, to whoever may take lists along, and stands in the history")
{
    Demo demo;
    REQUIRE(demo.run({u"find"_s, demo.path, u"barker"_s}) == Finished);
    CHECK(demo.out.startsWith(u"Ben Barker · P-"_s));
    const QString number = demo.out.section(u" · "_s, 1, 1);
    REQUIRE(demo.run({u"find"_s, demo.path, number, u"--csv"_s}) == Finished);
    const QStringList lines = demo.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    CHECK(lines.first() == QChar(0xfeff) + u"Whom or what,Kind,Words"_s);
    CHECK(lines.at(1).startsWith(u"Ben Barker,,"_s));
    REQUIRE(demo.run({u"find"_s, demo.path, u"zzqqxx"_s}) == Finished);
    CHECK(demo.out == u"Nothing found for “zzqqxx”.\n"_s);
    REQUIRE(demo.run({u"disclosures"_s, demo.path, u"--person"_s, number}) == Finished);
    CHECK(demo.out.count(u"  What was found  "_s) == 2);
    const SystemClock clock;
    const auto file = HostelFile::choose(demo.path, clock);
    REQUIRE(bool(file));
    const auto opened = (*file)->signIn(u"Demo Manager"_s, u"demo-hostel-keywork"_s);
    REQUIRE(bool(opened));
    const auto entries = (*opened)->services().audit.list({.what = AuditRequest::What::Everything});
    REQUIRE(bool(entries));
    QList<std::pair<QString, bool>> looked; // for whom, and whether anybody was found; the newest first
    for (const HistoryLine &line : *entries)
        if (line.action == u"searched")
            looked.append({line.changes.value(u"words"_s).toString(), line.changes.value(u"found"_s).toInt() > 0});
    CHECK(looked == QList<std::pair<QString, bool>>{{u"zzqqxx"_s, false}, {number, true}, {u"barker"_s, true}});
}

TEST_CASE("What needs attention is listed from the command line, for any day, and as CSV")
{
    Demo demo;
    REQUIRE(demo.run({u"today"_s, demo.path, u"--csv"_s}) == Finished);
    const QStringList lines = demo.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    REQUIRE(lines.size() > 2);
    CHECK(lines.first() == QChar(0xfeff) + u"Rule,Resident,What is due"_s);
    CHECK(lines.last() == u"Total,%1,"_s.arg(lines.size() - 2));
    REQUIRE(demo.run({u"today"_s, demo.path}) == Finished);
    CHECK(demo.out.split(u'\n', Qt::SkipEmptyParts).size() == lines.size() - 2);
    for (const QString &line : lines.mid(1, lines.size() - 2)) // codes are for programs
        CHECK_FALSE(demo.out.contains(line.section(u',', 0, 0) + u"  "_s));
    // In half a year every review is overdue.
    REQUIRE(demo.run({u"today"_s, demo.path, u"--on"_s, QDate::currentDate().addDays(180).toString(Qt::ISODate)}) == Finished);
    CHECK(demo.out.count(u"Care plan  "_s) > 3);
    CHECK_FALSE(demo.out.contains(u"plan_review_overdue"_s));
    REQUIRE(demo.run({u"today"_s, demo.path, u"--on"_s, u"1999-12-31"_s}) == Finished);
    CHECK(demo.out.startsWith(u"Nothing is due."_s) != demo.out.contains(u"  "_s)); // nobody lived here
    for (const QString &wrong : {u"2026-02-30"_s, u"tomorrow"_s, u"14/9/2026"_s, u"2026-9-14"_s}) {
        INFO(wrong.toStdString());
        CHECK(demo.run({u"today"_s, demo.path, u"--on"_s, wrong}) == WrongUsage);
        CHECK(demo.err.contains(u"There is no day “%1”."_s.arg(wrong)));
        CHECK(demo.out.isEmpty());
    }
    CHECK(demo.run({u"today"_s, demo.path, u"--on"_s, u"9999-12-31"_s}) == WrongUsage); // would be looked at day by day until then
    CHECK(demo.err.contains(u"Please ask for a day of the next five years, or an earlier one."_s));
    // Of a day that has passed it says that it judges by what is known now; of others nothing.
    const auto saidOf = [&](int days) {
        REQUIRE(demo.run({u"today"_s, demo.path, u"--on"_s, QDate::currentDate().addDays(days).toString(Qt::ISODate)}) == Finished);
        return demo.err;
    };
    CHECK(saidOf(-30).contains(u"This is what is known now, judged on "_s));
    CHECK(saidOf(-30).count(u'\n') == 1);
    CHECK(saidOf(0).isEmpty());
    CHECK(saidOf(1).isEmpty());
    // Taking the list along is an exit like any other.
    REQUIRE(demo.run({u"disclosures"_s, demo.path, u"--csv"_s}) == Finished);
    CHECK(demo.out.count(u",Residents,"_s) >= 4);
}

TEST_CASE("A print is never written over the hostel's file")
{
    Demo demo;
    QFile file(demo.path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray front = file.read(8);
    file.close();
    CHECK(
        demo.run({u"print"_s, u"care-plan"_s, demo.path, u"--person"_s, demo.numberOf(u"Ben Barker"_s), u"--out"_s, demo.path}) == Failed);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(8) == front);
    file.close();
    CHECK(demo.run({u"check"_s, demo.path}) == Finished);
}

TEST_CASE("The discreet copy names no medicine, no pharmacy and no time of day")
{
    Demo demo;
    const QString pdf = demo.folder.filePath(u"plan.pdf"_s);
    REQUIRE(
        demo.run({u"print"_s, u"care-plan"_s, demo.path, u"--person"_s, demo.numberOf(u"Ben Barker"_s), u"--out"_s, pdf, u"--discreet"_s})
        == Finished);
    const QString text = demo.pdfText(pdf).toLower();
    CHECK(text.contains(u"discreet copy"_s));
    for (const QString &hidden : {u"methadone"_s, u"pharmacy"_s, u"script"_s, u"dose"_s})
        CHECK_FALSE(text.contains(hidden));
}

TEST_CASE("The emergency sheet is one page and says to confirm a dose")
{
    Demo demo;
    const QString pdf = demo.folder.filePath(u"sheet.pdf"_s);
    REQUIRE(demo.run({u"print"_s, u"emergency-sheet"_s, demo.path, u"--person"_s, demo.numberOf(u"Ben Barker"_s), u"--out"_s, pdf})
        == Finished);
    CHECK(demo.out.contains(u"1 page"_s));
    const QString text = demo.pdfText(pdf);
    CHECK(text.contains(QRegularExpression(u"Methadone (\\d+) mg \\(\\1 ml of 1 mg/ml\\)"_s))); // never millilitres alone
    CHECK(text.contains(u"Confirm with the prescriber"_s));
}

TEST_CASE("A referral without agreement is refused with exit code 3 and leaves no file")
{
    Demo demo;
    QDir(demo.folder.path()).mkpath(u"out"_s);
    const QString person = demo.numberOf(u"Ben Barker"_s);
    const auto refer = [&](const QString &sections) {
        return demo.run({u"refer"_s, demo.path, u"--person"_s, person, u"--agency"_s, u"StepAhead debt advice"_s, u"--sections"_s, sections,
            u"--reason"_s, u"wants help"_s, u"--out"_s, demo.folder.filePath(u"out"_s)});
    };
    CHECK(refer(u"identity,risk"_s) == RefusedToDo);
    CHECK(demo.err.contains(u"has not agreed"_s));
    CHECK(QDir(demo.folder.filePath(u"out"_s)).isEmpty());
    CHECK(refer(u"identity,everything"_s) == WrongUsage);
    // A folder that was made for it goes again when nothing is written there.
    REQUIRE(QDir(demo.folder.path()).rmdir(u"out"_s));
    CHECK(refer(u"identity,risk"_s) == RefusedToDo);
    CHECK_FALSE(QFile::exists(demo.folder.filePath(u"out"_s)));
}

TEST_CASE("Of two agencies of one name none is taken by chance: the number says which")
{
    Demo demo;
    QDir(demo.folder.path()).mkpath(u"out"_s);
    const QString person = demo.numberOf(u"Ben Barker"_s);
    const QString name = u"StepAhead debt advice"_s;
    qint64 second = 0;
    {
        const SystemClock clock;
        const auto file = HostelFile::choose(demo.path, clock);
        REQUIRE(bool(file));
        const auto opened = (*file)->signIn(u"Demo Manager"_s, u"demo-hostel-keywork"_s);
        REQUIRE(bool(opened));
        Agency agency;
        agency.name = name;
        agency.category = {u"drug_alcohol_treatment"_s};
        const auto kept = (*opened)->services().records.add(agency);
        REQUIRE(bool(kept));
        second = kept->id.value;
    }
    const auto refer = [&](const QString &agency) {
        return demo.run({u"refer"_s, demo.path, u"--person"_s, person, u"--agency"_s, agency, u"--sections"_s, u"identity"_s, u"--reason"_s,
            u"wants help"_s, u"--out"_s, demo.folder.filePath(u"out"_s)});
    };
    CHECK(refer(name) == WrongUsage);
    CHECK(demo.err.contains(u"#%1 "_s.arg(second)));
    CHECK(QDir(demo.folder.filePath(u"out"_s)).isEmpty());
    CHECK(refer(u"#%1"_s.arg(second)) == RefusedToDo); // that one nobody agreed to
    CHECK(demo.err.contains(u"has not agreed"_s));
    CHECK(refer(u"#999999"_s) == Failed);
}

TEST_CASE("A print takes the place of a print only with --overwrite, and of nothing else")
{
    Demo demo;
    const QString person = demo.numberOf(u"Ben Barker"_s);
    const auto print = [&](const QString &path, bool overwrite) {
        const QStringList flags = overwrite ? QStringList{u"--overwrite"_s} : QStringList();
        return demo.run(QStringList{u"print"_s, u"emergency-sheet"_s, demo.path, u"--person"_s, person, u"--out"_s, path} + flags);
    };
    const QString pdf = demo.inFolder(u"sheet.pdf"_s);
    CHECK(print(pdf, false) == Finished);
    CHECK(print(pdf, false) == Failed);
    CHECK(demo.err.contains(u"There is a file with this name already"_s));
    CHECK(print(pdf, true) == Finished);
    const QString other = demo.inFolder(u"other.keywork"_s);
    REQUIRE(QFile::copy(demo.path, other));
    const auto bytes = [&other] {
        QFile file(other);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray before = bytes();
    CHECK(print(other, true) == Failed);
    CHECK(demo.err.contains(u"hostel's file or a backup"_s));
    CHECK(print(u"/dev/full"_s, true) == Failed);
    CHECK(bytes() == before);
}

TEST_CASE("Slips on the command line get a sentence and their exit code")
{
    Demo demo;
    CHECK(demo.run({u"dance"_s}, false) == WrongUsage);
    CHECK(demo.run({u"people"_s}, true) == WrongUsage);
    CHECK(demo.run({u"people"_s, demo.path}, false) == WrongUsage);
    CHECK(demo.err.contains(u"--user"_s));
    CHECK(demo.run({u"people"_s, demo.folder.filePath(u"nothing"_s)}) == Failed);
    CHECK(demo.run({u"people"_s, demo.folder.filePath(u"pw"_s)}) == Failed);
    CHECK(demo.err.contains(u"not a Keywork file"_s));
    CHECK(demo.run({u"people"_s, demo.path, u"--invented"_s}) == WrongUsage);
    CHECK(demo.run({u"print"_s, u"poster"_s, demo.path, u"--person"_s, u"P-0001"_s, u"--out"_s, u"x"_s}) == WrongUsage);
    CHECK(demo.run({u"print"_s, u"care-plan"_s, demo.path, u"--person"_s, u"P-9999"_s, u"--out"_s, u"x"_s}) == Failed);
    CHECK(demo.run(
              {u"print"_s, u"care-plan"_s, demo.path, u"--person"_s, demo.numberOf(u"Ben Barker"_s), u"--out"_s, u"/proc/no/where.pdf"_s})
        == Failed);
    for (const QString &wrong : {u"0"_s, u"-4"_s, u"many"_s, u"99999999999"_s})
        CHECK(demo.run({u"demo"_s, demo.folder.filePath(u"d.keywork"_s), u"--people"_s, wrong}, false) == WrongUsage);
    CHECK_FALSE(QFile::exists(demo.folder.filePath(u"d.keywork"_s)));
    CHECK(demo.run({u"demo"_s, demo.path, u"--people"_s, u"2"_s}, false) == Failed);
    CHECK(demo.err.contains(u"file with this name already"_s));
    CHECK(demo.run({u"check"_s, demo.path}) == Finished);
    CHECK(demo.run({u"--version"_s}, false) == Finished);
    CHECK(demo.out.startsWith(u"keywork "_s));
    for (const QString &option : {u"--version"_s, u"--help"_s, u"--self-test"_s}) {
        INFO(option.toStdString());
        CHECK(demo.run({option, u"x"_s}, false) == WrongUsage);
        CHECK(demo.err.contains(u"“x” is not known behind “%1”"_s.arg(option)));
        CHECK(demo.out.isEmpty());
    }
}

TEST_CASE("The same wish gives the same demonstration hostel")
{
    Demo demo;
    const auto listing = [&](const QString &name) {
        DemoWish wish;
        wish.people = 11;
        wish.years = 1;
        wish.end = QDate(2026, 9, 14);
        wish.cheapKeys = true;
        const QString made = demo.folder.filePath(name);
        REQUIRE(bool(makeDemoHostel(made, wish)));
        REQUIRE(demo.run({u"people"_s, made, u"--csv"_s}) == Finished);
        return demo.out;
    };
    const QString first = listing(u"a.keywork"_s);
    CHECK(first == listing(u"b.keywork"_s));
    CHECK(first.count(u'\n') >= 8);
}

TEST_CASE("A file in a folder that can't be written to is looked at all the same, and nothing is left beside it")
{
    // Root ignores modes, so the child has to become someone else; util-linux is on the list of packages.
    REQUIRE(QProcess::execute(u"setpriv"_s, {u"--version"_s}) == 0);
    Demo demo;
    QFile::setPermissions(
        demo.folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther | QFileDevice::ExeOther);
    QFile::setPermissions(demo.path, QFileDevice::ReadOwner | QFileDevice::ReadOther);
    QFile::setPermissions(demo.folder.filePath(u"pw"_s), QFileDevice::ReadOwner | QFileDevice::ReadOther);
    QProcess child;
    child.start(u"setpriv"_s,
        {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, QStringLiteral(KEYWORK_PROGRAM), u"people"_s, demo.path, u"--user"_s,
            u"Demo Manager"_s, u"--password-file"_s, demo.folder.filePath(u"pw"_s)});
    REQUIRE(child.waitForFinished());
    const QString said = QString::fromUtf8(child.readAllStandardError());
    const QStringList there = QDir(demo.folder.path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    QFile::setPermissions(demo.folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    INFO(said.toStdString());
    CHECK(child.exitCode() == Finished);
    CHECK(QString::fromUtf8(child.readAllStandardOutput()).contains(u"P-00"_s));
    CHECK(there.filter(u"keywork-look"_s).isEmpty());
}

} // namespace keywork::test::command_line_test
