// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_hostel.h"
#include "core/services/hostel_file.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
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

void print(const char *what, double figure, const char *yardstick, double beside)
{
    printf("%-36s %9.2f ms   %-18s %9.2f ms   ratio %.2f\n", what, figure, yardstick, beside, figure / beside);
}

/// Runs this program again; it leaves after the first paint of the window asked for.
double startMs(const QString &what)
{
    return medianMs(9, [&] { QProcess::execute(QCoreApplication::applicationFilePath(), {what}); });
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

    print("start to sign-in window painted", startMs(u"--window"_s), "empty Qt window", startMs(u"--empty"_s));

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
    print("save, history and search included",
        medianMs(60,
            [&] {
                edited.value.text = u"text %1"_s.arg(++round);
                edited = *services.records.amend(edited);
            }),
        "one plain commit", plainCommit);
    const double rawQuery = medianMs(
        200, [&] { (void)valueOf(services.records.database(), u"SELECT count(*) FROM search_text WHERE search_text MATCH '\"bar\"*'"_s); });
    print("find while typing", medianMs(200, [&] { (void)services.finding.find(u"bar"_s); }), "raw query", rawQuery);
    print(
        "residents list, 22 people", medianMs(50, [&] { (void)services.people.residents(ResidentGroup::HereNow); }), "raw query", rawQuery);
    print("Today's watch list", medianMs(50, [&] { (void)services.attention.today(); }), "raw query", rawQuery);
    return 0;
}
