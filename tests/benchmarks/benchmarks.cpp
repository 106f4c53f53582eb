// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "core/base/background.h"
#include "core/base/durable.h"
#include "core/domain/photo.h"
#include "core/services/care/assessments.h"
#include "core/services/house/attention.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>

using namespace keywork;
using namespace Qt::StringLiterals;

namespace {

double medianMs(int rounds, const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

void report(const char *what, double figure, const char *yardstick, double beside)
{
    printf("%-36s %9.2f ms   %-18s %9.2f ms   ratio %.2f\n", what, figure, yardstick, beside, figure / beside);
}

/// Runs this program again; it leaves after the first paint of the window asked for.
double startMs(const QString &what)
{
    return medianMs(9, [&] { QProcess::execute(QCoreApplication::applicationFilePath(), {what}); });
}

/// History and photos, written past the services: nothing here reads what the entries say.
bool growTo(Services &services, Id<Person> person, qint64 bytes)
{
    constexpr qint64 kPhoto = 400'000;
    constexpr qint64 kEntry = 315; // with its indexes
    Database &database = services.records.database();
    for (qint64 written = 0; written < bytes / 2; written += kPhoto) {
        QByteArray picture(kPhoto, '\0');
        QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(picture.data()), kPhoto / 4);
        if (!services.records.add(Photo{person, picture, services.records.today()}))
            return false;
    }
    return bool(run(database,
        u"INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) "
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "SELECT '2026-01-01T00:00:00.000Z', 1, 'viewed', 'person', 1, 1, hex(randomblob(16)), hex(randomblob(32)), hex(randomblob(32)) "
        "FROM n"_s,
        {bytes / 2 / kEntry}));
}

/// A name as skewed as names are: few are borne by many.
QString someName(QRandomGenerator &random, const QStringList &starts, const QStringList &ends)
{
    const auto skewed = [&random](qsizetype size) { return qsizetype(double(size) * random.generateDouble() * random.generateDouble()); };
    return starts.at(skewed(starts.size())) + ends.at(skewed(ends.size()));
}

/// Finding people while typing, and who may be on file already, with ten thousand on file.
int findAmongMany(Services &services)
{
    constexpr int kPeople = 10'000;
    constexpr double kWantedMs = 20;
    const QStringList starts = u"Mar Ben Jo Al Da Ste Mi Ka Li Ro An Pa Sa Ga He Tho Wil Chri Ed Fra Ła Sø O’Ma Mc"_s.split(u' ');
    const QStringList ends = u"k tin ia hn an ven chael ren na bert y ul mas liam lucy bella sine win"_s.split(u' ');
    const QStringList familyEnds = u"son ley ski er man ov well brook ton ard ham wick field more shaw land worth by"_s.split(u' ');
    QRandomGenerator random(5);
    const Done added = services.records.together([&]() -> Done {
        for (int i = 0; i < kPeople; ++i) {
            Person person;
            person.givenName = someName(random, starts, ends);
            person.familyName = someName(random, starts, ends) + familyEnds.at(random.bounded(familyEnds.size()));
            person.bornOn = PartialDate::fromDate(QDate(1950, 1, 1).addDays(random.bounded(20'000)));
            if (const auto kept = services.records.add(person); !kept)
                return kept.error();
        }
        return {};
    });
    if (!added)
        return 1;
    for (const QString &typed : {u"m"_s, u"mar"_s, u"martin ben"_s, u"p-4711"_s, u"nobodylikethis"_s})
        report(qPrintable(u"find “%1”, 10,000 people"_s.arg(typed)), medianMs(50, [&] { (void)services.finding.find(typed); }), "wanted",
            kWantedMs);
    report("near matches, 10,000 people",
        medianMs(50, [&] { (void)services.people.nearMatches(u"Marta"_s, u"Bentinson"_s, u"1981-02-03"_s); }), "wanted", kWantedMs);
    report("near matches, first name alone", medianMs(50, [&] { (void)services.people.nearMatches(u"Martin"_s, {}, {}); }), "wanted",
        kWantedMs);
    return 0;
}

/// How long a backup of a large file takes beside the work, and the longest time that the screen did not answer.
int backUpLarge(const QString &path, OpenHostel &hostel, Id<Person> person)
{
    bool isNumber = false;
    const double gigabytes = qEnvironmentVariable("KEYWORK_LARGE_GB", u"0.8"_s).toDouble(&isNumber);
    if (!isNumber || gigabytes <= 0)
        return 0;
    Services &services = hostel.services();
    hostel.checkpointInWorker();
    if (!growTo(services, person, qint64(gigabytes * 1e9))) {
        fprintf(stderr, "the large file could not be made\n");
        return 1;
    }
    (void)run(services.records.database(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const qint64 bytes = QFileInfo(path).size();
    QElapsedTimer plain;
    plain.start();
    const QString copy = path + u"-copy"_s;
    if (!QFile::copy(path, copy) || !syncFile(copy))
        return 1;
    const double copied = double(plain.nsecsElapsed()) / 1e6;
    QFile::remove(copy);

    Background background;
    QElapsedTimer whole;
    QElapsedTimer sinceLast;
    double longest = 0;
    double longestSave = 0;
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, double(sinceLast.nsecsElapsed()) / 1e6);
        sinceLast.restart();
        longestSave = std::max(longestSave, medianMs(1, [&] {
            (void)services.records.add(Alert{person, {u"other"_s}, u"beside"_s, {u"know"_s}, services.records.today(), {}});
        }));
    });
    const auto job = services.backups.job();
    if (!job)
        return 1;
    bool good = false;
    whole.start();
    sinceLast.start();
    tick.start(50);
    background.run([&good, job = *job] { good = bool(job([] { return false; })); }, [&loop] { loop.quit(); });
    loop.exec();
    const double took = double(whole.nsecsElapsed()) / 1e6;
    printf("file of %.2f GB, backup %s\n", double(bytes) / 1e9, good ? "good" : "FAILED");
    report("backup, read to the last page", took, "plain copy, synced", copied);
    report("longest pause of the screen in it", longest, "tick", 50);
    report("longest save in it", longestSave, "tick", 50);
    return good ? 0 : 1;
}

/// Opening a full assessment on the screen, and keeping one answer of it.
int assess(Services &services, Id<Person> person)
{
    Assessment begun;
    begun.personId = person;
    begun.begunAt = services.records.clock().now();
    begun.means = {u"here"_s};
    const auto kept = services.assessments.begin(u"full_assessment"_s, begun);
    if (!kept)
        return 1;
    Navigator nowhere;
    nowhere.header = [](const QString &, bool) {};
    report("full assessment opened",
        medianMs(20, [&] { const AssessmentForm form(kept->id, AssessmentForm::Mode::FillIn, services, nowhere); }), "wanted", 100);
    int round = 0;
    report("an answer of it kept",
        medianMs(40,
            [&] {
                auto now = services.assessments.read(kept->id);
                now->answers.set(u"proud"_s, u"answer %1"_s.arg(++round));
                (void)services.assessments.save(kept->id, now->answers);
            }),
        "wanted", 50);
    return 0;
}

int showAndLeave(QApplication &application, const QString &what)
{
    const SystemClock clock;
    std::unique_ptr<QWidget> window;
    if (what == u"--window") {
        Theme::apply(application, Theme::Kind::Light, 100);
        window = std::make_unique<MainWindow>(clock);
    } else {
        window = std::make_unique<QWidget>();
    }
    window->resize(1366, 768);
    window->show();
    window->grab();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString argument = application.arguments().value(1);
    if (argument == u"--window" || argument == u"--empty")
        return showAndLeave(application, argument);

    report("start to sign-in window painted", startMs(u"--window"_s), "empty Qt window", startMs(u"--empty"_s));

    const QTemporaryDir folder;
    const QString path = folder.filePath(u"b.keywork"_s);
    DemoWish wish;
    wish.end = QDate::currentDate();
    wish.cheapKeys = true;
    if (!makeDemoHostel(path, wish))
        return 1;
    const SystemClock clock;
    auto file = HostelFile::choose(path, clock);
    auto hostel = (*file)->signIn(kDemoManager, wish.password);
    Services &services = (*hostel)->services();
    const auto here = services.people.residents(ResidentGroup::HereNow);
    const Id<Person> person = here->first().person.id;

    auto plain = Database::open(folder.filePath(u"plain.sqlite"_s), Protection::PlainForTests, SecretKey());
    (void)run(**plain, u"CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)"_s);
    const double plainCommit = medianMs(60, [&] { (void)run(**plain, u"INSERT INTO note (body) VALUES ('a line of text')"_s); });
    const auto alert = services.records.add(Alert{person, {u"other"_s}, u"first"_s, {u"know"_s}, clock.today(), {}});
    int round = 0;
    auto edited = *alert;
    report("save, history and search included",
        medianMs(60,
            [&] {
                edited.value.text = u"text %1"_s.arg(++round);
                edited = *services.records.amend(edited);
            }),
        "one plain commit", plainCommit);
    const double rawQuery = medianMs(
        200, [&] { (void)valueOf(services.records.database(), u"SELECT count(*) FROM search_text WHERE search_text MATCH '\"bar\"*'"_s); });
    report("find while typing", medianMs(200, [&] { (void)services.finding.find(u"bar"_s); }), "raw query", rawQuery);
    report(
        "residents list, 22 people", medianMs(50, [&] { (void)services.people.residents(ResidentGroup::HereNow); }), "raw query", rawQuery);
    report("Today's watch list", medianMs(50, [&] { (void)services.attention.today(); }), "raw query", rawQuery);
    if (assess(services, person) != 0) {
        fprintf(stderr, "no assessment could be begun\n");
        return 1;
    }
    if (findAmongMany(services) != 0) {
        fprintf(stderr, "the many people could not be added\n");
        return 1;
    }
    return backUpLarge(path, **hostel, person);
}
