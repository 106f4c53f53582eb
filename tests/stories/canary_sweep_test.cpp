// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/finding.h"
#include "tests/stories/canaries.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// A place of its own for one run of the program: everything that it may write to, and apart from it what it is told to.
struct OwnHome {
    QTemporaryDir whole;
    QString swept = whole.filePath(u"swept"_s);
    QString out = whole.filePath(u"out"_s);

    OwnHome()
    {
        for (const QString &name : {u"home"_s, u"runtime"_s, u"tmp"_s, u"config"_s, u"data"_s, u"cache"_s, u"state"_s, u"hostel"_s})
            REQUIRE(QDir().mkpath(swept + u'/' + name));
        REQUIRE(QDir().mkpath(out));
        QFile::setPermissions(swept + u"/runtime"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QProcessEnvironment environment(const QString &end) const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        const std::pair<QString, QString> places[]
            = {{u"HOME"_s, u"home"_s}, {u"XDG_RUNTIME_DIR"_s, u"runtime"_s}, {u"TMPDIR"_s, u"tmp"_s}, {u"XDG_CONFIG_HOME"_s, u"config"_s},
                {u"XDG_DATA_HOME"_s, u"data"_s}, {u"XDG_CACHE_HOME"_s, u"cache"_s}, {u"XDG_STATE_HOME"_s, u"state"_s}};
        for (const auto &[variable, name] : places)
            all.insert(variable, swept + u'/' + name);
        all.insert(u"KEYWORK_CANARY_HOSTEL"_s, swept + u"/hostel/h.keywork"_s);
        all.insert(u"KEYWORK_CANARY_OUT"_s, out);
        all.insert(u"KEYWORK_CANARY_END"_s, end);
        // Else libcups would ask on the network where its own socket is missing; printing_socket_test looks at that.
        all.insert(u"CUPS_SERVER"_s, u"/run/cups/cups.sock"_s);
        return all;
    }
};

/// Runs the story of canary_story.cpp in a program of its own; gives the canaries that it said it planted.
QStringList runStory(const OwnHome &home, const QString &end)
{
    QProcess story;
    story.setProcessEnvironment(home.environment(end));
    story.setWorkingDirectory(home.swept + u"/home"_s);
    story.start(QCoreApplication::applicationFilePath(), {u"[canary]"_s});
    REQUIRE(story.waitForFinished(240'000));
    const QString said = QString::fromUtf8(story.readAllStandardOutput());
    INFO(said.toStdString() << story.readAllStandardError().toStdString());
    CHECK(said.contains(u"canary-end: "_s + end)); // it came as far as that, whatever the exit code
    if (end == u"close")
        CHECK(story.exitCode() == 0);
    QStringList planted;
    for (const QString &line : said.split(u'\n'))
        if (line.startsWith(u"canary: "_s))
            planted.append(line.mid(8));
    return planted;
}

/// What act now shows without sign-in is about the house and its kits, and has no room for anybody.
void checkHouseAlone(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject card = QJsonDocument::fromJson(file.readAll()).object();
    CHECK(card.keys()
        == QStringList{u"address"_s, u"defibrillator_code"_s, u"defibrillator_place"_s, u"doors"_s, u"kits"_s, u"naloxone_place"_s,
            u"name"_s, u"night_entry"_s, u"vault"_s, u"words_checked_by"_s, u"words_checked_on"_s});
    for (const QJsonValue &kit : card.value(u"kits"_s).toArray())
        CHECK(kit.toObject().keys()
            == QStringList{
                u"doses"_s, u"expires"_s, u"id"_s, u"kind"_s, u"number"_s, u"opened"_s, u"place"_s, u"recalled"_s, u"used_up"_s});
}

} // namespace

TEST_CASE("The sweep finds a canary in each of the ways in which a file could hold it")
{
    const QTemporaryDir folder;
    const QString canary = u"Kanari0042zq"_s;
    const QByteArray utf16(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2);
    const QByteArray noise(5000, '\xc3');
    const QByteArray ways[] = {noise + canary.toUtf8() + noise, noise + canary.toUpper().toUtf8(), noise + utf16, noise + '\0' + utf16,
        noise + qCompress(QByteArray(300, 'x') + canary.toUtf8() + QByteArray(300, 'y')).mid(4), noise + qCompress(utf16).mid(4)};
    for (const QByteArray &way : ways) {
        QFile file(folder.filePath(u"f"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(way);
        file.close();
        CHECK(sweep(folder.path(), {canary}).size() == 1);
        CHECK(sweep(folder.path(), {u"Kanari0043zq"_s}).isEmpty());
    }
    QFile::rename(folder.filePath(u"f"_s), folder.filePath(u"about kanari0044ZQ.pdf"_s));
    CHECK(sweep(folder.path(), {u"Kanari0044zq"_s}).size() == 1);
}

TEST_CASE("Two hundred canaries are typed, printed, searched and locked away, and no file that the program wrote holds one")
{
    for (const QString &end : {u"close"_s, u"exit"_s, u"kill"_s}) {
        const OwnHome home;
        const QStringList planted = runStory(home, end);
        INFO("ended by " << end.toStdString());
        CHECK(QSet<QString>(planted.cbegin(), planted.cend()).size() >= 200);
        REQUIRE(QFile::exists(home.swept + u"/hostel/h.keywork"_s));
        for (const Finding &finding : sweep(home.swept, planted)) {
            if (finding.file.endsWith(u".act-now"_s))
                continue; // the house's address, doors and kits, to be read without sign-in: held to its keys below
            INFO(finding.canary.toStdString() << " stands in " << finding.file.toStdString());
            CHECK(false);
        }
        checkHouseAlone(home.swept + u"/hostel/h.keywork.act-now"_s);
        CHECK(sweep(home.out, planted).size() > 3); // what was written by intent holds them: the sweep looks for the right words
    }
}
