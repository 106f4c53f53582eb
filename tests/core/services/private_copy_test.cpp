// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_file.h"
#include "core/services/keeping/private_copy.h"
#include "core/services/sharing/durable_file.h"
#include "tests/support/services.h"

#include <QDir>
#include <QFileInfo>
#include <ctime>
#include <utime.h>

namespace keywork::test::private_copy_test {

using namespace Qt::StringLiterals;

namespace {

QStringList looksIn(const QString &folder) { return QDir(folder).entryList({u"keywork-look-*"_s}, QDir::Dirs); }

void put(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("x") == 1);
}

/// As if nothing had been done in the folder for an hour.
void age(const QString &folder)
{
    const utimbuf hourAgo{std::time(nullptr) - 3600, std::time(nullptr) - 3600};
    REQUIRE(::utime(QFile::encodeName(folder).constData(), &hourAgo) == 0);
}

} // namespace

TEST_CASE("What killed programs left of their copies goes with the next one; what a living one holds stays")
{
    const QTemporaryDir folder;
    const QString vault = folder.filePath(u"cairn.keywork"_s);
    put(vault);
    for (int i = 0; i < 3; ++i) { // a kill leaves the folder and the lock file, and no lock
        const QString left = folder.filePath(u"keywork-look-%1"_s.arg(i));
        REQUIRE(QDir().mkpath(left));
        put(left + u"/held.lock"_s);
        put(left + u"/cairn.keywork"_s);
        age(left);
    }
    REQUIRE(QDir().mkpath(folder.filePath(u"keywork-look-young"_s))); // perhaps locked in a moment
    {
        const auto first = PrivateCopy::of(vault, folder.path());
        REQUIRE(bool(first));
        CHECK(looksIn(folder.path()).size() == 2);
        const auto second = PrivateCopy::of(vault, folder.path());
        REQUIRE(bool(second));
        CHECK(looksIn(folder.path()).size() == 3);
        CHECK(QFileInfo::exists(first->path()));
        for (const PrivateCopy *held : {&*first, &*second}) // open for hours
            age(QFileInfo(held->path()).absolutePath());
        PrivateCopy::clearRemains(folder.path());
        CHECK(QFileInfo::exists(first->path()));
        CHECK(QFileInfo::exists(second->path()));
    }
    CHECK(looksIn(folder.path()) == QStringList{u"keywork-look-young"_s});
    CHECK(QFileInfo::exists(vault));
}

TEST_CASE("A name whose bytes are no text is told as that, not as a file that is not there")
{
    const QTemporaryDir folder;
    const QString misread = folder.filePath(QString::fromUtf8("caf\xe9.keywork"));
    CHECK(isNoText(misread));
    CHECK_FALSE(isNoText(folder.filePath(u"café.keywork"_s)));
    const SetClock clock(kNow);
    CHECK(kindOfError(HostelFile::choose(misread, clock)) == ErrorKind::NameNoText);
    CHECK(kindOfError(PrivateCopy::of(misread)) == ErrorKind::NameNoText);
    CHECK(kindOfError(writeDurably(misread, "x")) == ErrorKind::NameNoText);
    QFile file(misread);
    CHECK(kindOfError(openPlainFile(file)) == ErrorKind::NameNoText);
    CHECK(QDir(folder.path()).isEmpty());
    put(folder.filePath(QString(u'\xfffd') + u".txt"_s)); // a name that really holds the sign
    CHECK_FALSE(isNoText(folder.filePath(QString(u'\xfffd') + u".txt"_s)));
}

} // namespace keywork::test::private_copy_test
