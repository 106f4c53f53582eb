// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/guessing.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/records/history_lines.h"
#include "tests/support/trust.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace keywork::test::guessing_test {

using namespace Qt::StringLiterals;

namespace {

const QString kWrongKey = u"otter-lantern-gravel-sonnet-mill-plum"_s;

/// Locked, by a program that keeps what this PC has seen.
std::unique_ptr<HostelFile> lockedOn(TestHostel &hostel, const SeenHeads &seen)
{
    hostel.hostel.reset();
    hostel.file.reset();
    auto file = HostelFile::choose(hostel.path, hostel.clock, seen);
    return std::move(need(file));
}

qsizetype failuresOnRecord(OpenHostel &opened)
{
    const auto lines = need(opened.services().audit.list({.what = AuditRequest::What::SignIns}));
    return std::count_if(lines.cbegin(), lines.cend(), [](const HistoryLine &line) { return line.action == u"sign_in_failed"; });
}

} // namespace

TEST_CASE("Each way of guessing is counted together, stands in the history, and one's own sign-in takes no try away")
{
    TestHostel hostel;
    const SeenHeads seen(hostel.folder.filePath(u"seen.json"_s));
    auto file = lockedOn(hostel, seen);
    CHECK(file->recentFailures() == 0);
    CHECK(kindOfError(file->signIn(kManager, u"guessed"_s)) == ErrorKind::WrongPassword);
    CHECK(file->recentFailures() == 1);
    CHECK(kindOfError(file->unlockWithRecoveryKey(kWrongKey)) == ErrorKind::WrongPassword);
    CHECK(file->recentFailures() == 2);
    const auto rescued
        = file->rescue(hostel.folder.filePath(u"new.keywork"_s), {.name = kManager, .password = u"guessed"_s}, [] { return false; });
    CHECK(kindOfError(rescued) == ErrorKind::WrongPassword);
    CHECK(file->recentFailures() == 3);
    noteTry(hostel.path, kManager, seen, hostel.clock); // as a restore from the command line does
    CHECK(file->recentFailures() == 4);
    {
        auto opened = file->signIn(kManager, kPassword);
        CHECK(failuresOnRecord(*need(opened)) == 4);
    }
    CHECK(file->recentFailures() == 4);
    CHECK(kindOfError(file->signIn(kManager, u"guessed"_s)) == ErrorKind::WrongPassword);
    REQUIRE(QFile::remove(hostel.path + u".sealed"_s));
    file.reset();
    CHECK(lockedOn(hostel, seen)->recentFailures() == 5); // also after a new start of the program
}

TEST_CASE("Guessing at a backup slows guessing at the file, and leaves the backup as it was made")
{
    TestHostel hostel;
    const SeenHeads seen(hostel.folder.filePath(u"seen.json"_s));
    const BackupMade made = backUp(hostel, {.folder = hostel.folder.path()});
    auto file = lockedOn(hostel, seen);
    auto looked = HostelFile::choose(made.path, hostel.clock, seen);
    CHECK(kindOfError(need(looked)->signIn(kManager, u"guessed"_s)) == ErrorKind::WrongPassword);
    CHECK(file->recentFailures() == 1);
    CHECK_FALSE(QFile::exists(made.path + u".sealed"_s));
}

TEST_CASE("Something strange in the place of the sealed entries is neither read nor followed, and keeps nobody out")
{
    TestHostel hostel;
    hostel.hostel.reset();
    const QString sealed = hostel.path + u".sealed"_s;
    const QString other = hostel.folder.filePath(u"other"_s);
    QFile file(other);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("somebody else's") > 0);
    file.close();
    const bool isLink = GENERATE(true, false);
    INFO("a link: " << isLink);
    const auto put = [&] {
        if (isLink) {
            REQUIRE(QFile::link(other, sealed));
            return;
        }
        QFile huge(sealed);
        REQUIRE(huge.open(QIODevice::WriteOnly));
        REQUIRE(huge.resize(qint64(3) << 30)); // a hole: takes no room
    };
    put();
    CHECK(kindOfError(hostel.file->signIn(kManager, u"guessed"_s)) == ErrorKind::WrongPassword);
    CHECK(hostel.file->recentFailures() == 1);
    {
        auto opened = hostel.file->signIn(kManager, kPassword);
        CHECK(failuresOnRecord(*need(opened)) == 1);
    }
    put();
    auto opened = hostel.file->signIn(kManager, kPassword);
    const auto warnings = need(opened)->warnings();
    CHECK(std::any_of(warnings.cbegin(), warnings.cend(),
        [](const FileWarning &warning) { return warning.kind == FileWarning::Kind::SealedUnreadable; }));
    CHECK_FALSE(QFile::exists(sealed));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "somebody else's");
}

TEST_CASE("Who may only read the file looks at a copy, and leaves nothing beside it")
{
    TestHostel hostel;
    hostel.hostel.reset();
    hostel.file.reset();
    REQUIRE(QFile::setPermissions(hostel.path, QFileDevice::ReadOwner));
    if (QFileInfo(hostel.path).isWritable()) {
        WARN("root writes whatever the modes say: this can't be seen in this run");
        return;
    }
    const QStringList before = QDir(hostel.folder.path()).entryList(QDir::Files);
    {
        auto file = HostelFile::choose(hostel.path, hostel.clock);
        CHECK(need(file)->summary().isCopy);
        auto opened = need(file)->signIn(kManager, kPassword);
        CHECK(need(opened)->session().isLookOnly());
        CHECK(QDir(hostel.folder.path()).entryList(QDir::Files) == before);
    }
    CHECK(QDir(hostel.folder.path()).entryList(QDir::Files) == before);
}

} // namespace keywork::test::guessing_test
