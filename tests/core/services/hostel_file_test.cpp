// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/house/passwords.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace keywork::test::hostel_file_test {

using namespace Qt::StringLiterals;

TEST_CASE("A file that was cut, swapped for a letter or is open elsewhere is refused with its reason and left alone")
{
    TestHostel hostel;
    aPerson().in(hostel);
    CHECK(kindOfError(HostelFile::choose(hostel.path, hostel.clock)) == ErrorKind::InUse);
    hostel.hostel.reset();
    hostel.file.reset();
    QFile file(hostel.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (const qsizetype cut : {qsizetype(66'000), whole.size() / 2, qsizetype(65'536)}) {
        REQUIRE(file.resize(cut));
        auto chosen = HostelFile::choose(hostel.path, hostel.clock);
        REQUIRE(bool(chosen));
        CHECK(kindOfError((*chosen)->signIn(kManager, kPassword)) == ErrorKind::Damaged);
        CHECK(QFile(hostel.path).size() == cut);
        file.seek(0);
        REQUIRE(file.write(whole) == whole.size());
        file.flush();
    }
    auto chosen = HostelFile::choose(hostel.path, hostel.clock);
    REQUIRE(bool(chosen));
    CHECK(bool((*chosen)->signIn(kManager, kPassword)));
    CHECK(kindOfError(HostelFile::choose(hostel.folder.filePath(u"nothing.keywork"_s), hostel.clock)) == ErrorKind::NotFound);
}

TEST_CASE("Someone who has left the team can't sign in any more")
{
    TestHostel hostel;
    const auto tomi = need(hostel.services().records.add(Staff{u"Tomi Okoro"_s, Role::Keyworker, {}, {}, {}}));
    need(hostel.hostel->services().accounts.give(tomi, u"correct-horse-staple"_s));
    auto gone = need(hostel.services().records.one(tomi.id));
    hostel.hostel.reset();
    {
        auto opened = hostel.file->signIn(u"tomi okoro"_s, u"correct-horse-staple"_s);
        REQUIRE(bool(opened));
        CHECK((*opened)->session().role() == Role::Keyworker);
    }
    hostel.reopen();
    gone.value.leftOn = QDate(2026, 9, 14);
    need(hostel.services().records.amend(gone));
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(u"tomi okoro"_s, u"correct-horse-staple"_s)) == ErrorKind::WrongPassword);
}

TEST_CASE("Passwords that are easy to guess are told apart from strong ones")
{
    CHECK_FALSE(passwordStrength(u"hunter2"_s, {}).longEnough);
    CHECK_FALSE(passwordStrength(u"password1"_s, {}).acceptable());
    CHECK_FALSE(passwordStrength(u"cairnstreet"_s, {u"Cairn Street Hostel"_s}).acceptable());
    CHECK(passwordStrength(kPassword, {}).acceptable());
}

TEST_CASE("A file is looked at in a private copy, and nothing can be typed into it")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    hostel.hostel.reset();
    hostel.file.reset();
    auto copied = HostelFile::choosePrivateCopy(hostel.path, hostel.clock);
    hostel.file = std::move(need(copied));
    CHECK(hostel.file->summary().isCopy);
    CHECK(hostel.file->path() != hostel.path);
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    auto edited = need(hostel.services().records.one(ben.id));
    edited.value.telephone = u"1"_s;
    CHECK(kindOfError(hostel.services().records.amend(edited)) == ErrorKind::ReadOnly);
    const QString place = QFileInfo(hostel.file->path()).absolutePath();
    hostel.hostel.reset();
    hostel.file.reset();
    CHECK_FALSE(QDir(place).exists());
}

} // namespace keywork::test::hostel_file_test
