// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_file.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <sys/stat.h>

namespace keywork::test::plain_file_test {

using namespace Qt::StringLiterals;

namespace {

struct Place {
    QTemporaryDir folder;
    QString at(const QString &name) const { return folder.filePath(name); }
    void write(const QString &name) const
    {
        QFile file(at(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("x") == 1);
    }
};

/// "kind detail", empty when it went well.
QString said(const Done &done)
{
    if (done)
        return {};
    const ErrorKind kind = done.error().kind;
    const QString name = kind == ErrorKind::NotFound ? u"not found"_s
        : kind == ErrorKind::NotAFile                ? u"not a file"_s
        : kind == ErrorKind::AlreadyExists           ? u"there"_s
        : kind == ErrorKind::NoFolder                ? u"no folder"_s
                                                     : u"other"_s;
    return (name + u' ' + done.error().detail).trimmed();
}
QString said(const Result<TargetFolder> &folder) { return folder ? QString() : said(Done(folder.error())); }

} // namespace

TEST_CASE("What stands in the place of a file is told apart without being opened")
{
    Place place;
    place.write(u"file"_s);
    REQUIRE(QDir(place.folder.path()).mkdir(u"folder"_s));
    REQUIRE(::mkfifo(QFile::encodeName(place.at(u"pipe"_s)).constData(), 0600) == 0);
    REQUIRE(::mknod(QFile::encodeName(place.at(u"socket"_s)).constData(), S_IFSOCK | 0600, 0) == 0);
    REQUIRE(QFile::link(place.at(u"nothing"_s), place.at(u"dangling"_s)));
    REQUIRE(QFile::link(place.at(u"file"_s), place.at(u"link"_s)));
    REQUIRE(QFile::link(place.at(u"pipe"_s), place.at(u"link to a pipe"_s)));
    struct Case {
        QString name;
        QString asFile;
        QString asNew;
    };
    for (const Case &one : QList<Case>{
             {u"file"_s, u""_s, u"there"_s},
             {u"link"_s, u""_s, u"there"_s},
             {u"nothing"_s, u"not found"_s, u""_s},
             {u"folder"_s, u"not a file folder"_s, u"not a file folder"_s},
             {u"pipe"_s, u"not a file pipe"_s, u"not a file pipe"_s},
             {u"link to a pipe"_s, u"not a file pipe"_s, u"not a file pipe"_s},
             {u"socket"_s, u"not a file socket"_s, u"not a file socket"_s},
             {u"dangling"_s, u"not a file link"_s, u"not a file link"_s},
             {u"file/in a file"_s, u"not found"_s, u"no folder "_s + place.at(u"file"_s)},
             {u"no/such/place"_s, u"not found"_s, u"no folder "_s + place.at(u"no"_s)},
         }) {
        INFO(one.name.toStdString());
        CHECK(said(checkPlainFile(place.at(one.name))).toStdString() == one.asFile.toStdString());
        CHECK(said(checkNewFile(place.at(one.name))).toStdString() == one.asNew.toStdString());
        QFile file(place.at(one.name));
        CHECK(said(openPlainFile(file)).toStdString() == one.asFile.toStdString());
    }
    CHECK(said(checkPlainFile(u"/dev/null"_s)) == u"not a file device"_s);
    CHECK(said(checkPlainFile(QString())) == u"not found"_s);
}

TEST_CASE("A folder to write to is made when it alone is missing, goes again when nothing came of it, and no stick is made up")
{
    Place place;
    place.write(u"file"_s);
    const QString wanted = place.at(u"backups"_s);
    {
        const auto folder = TargetFolder::of(wanted);
        CHECK(said(folder).isEmpty());
        CHECK(QFileInfo(wanted).isDir());
    }
    CHECK_FALSE(QFileInfo::exists(wanted));
    {
        auto folder = TargetFolder::of(wanted + u'/');
        REQUIRE(bool(folder));
        place.write(u"backups/one"_s);
    }
    CHECK(QFileInfo::exists(place.at(u"backups/one"_s))); // never with something in it
    {
        const auto folder = TargetFolder::of(wanted); // was there before
        CHECK(said(folder).isEmpty());
    }
    CHECK(QFileInfo(wanted).isDir());
    {
        auto folder = TargetFolder::of(place.at(u"kept"_s));
        REQUIRE(bool(folder));
        folder->keep();
    }
    CHECK(QFileInfo(place.at(u"kept"_s)).isDir());
    CHECK(said(TargetFolder::of(place.at(u"far/away"_s))) == u"no folder "_s + place.at(u"far"_s));
    CHECK_FALSE(QFileInfo::exists(place.at(u"far"_s)));
    CHECK(said(TargetFolder::of(place.at(u"file"_s))) == u"not a file file"_s);
    for (const QString &stick : {u"/mnt/keywork-no-stick"_s, u"/media/keywork-no-stick"_s, u"/media/keywork-nobody/no-stick"_s}) {
        INFO(stick.toStdString());
        CHECK(said(TargetFolder::of(stick)).startsWith(u"no folder /m"_s));
        CHECK_FALSE(QFileInfo::exists(stick));
    }
}

} // namespace keywork::test::plain_file_test
