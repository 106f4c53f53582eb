// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "tests/support/trust.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

TEST_CASE("After a new data key everybody signs in as before, but a copy of the old header opens nothing that is written now")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    const auto lee = makeMember(hostel, u"Lee Leaver"_s, Role::Keyworker);
    QFile before(hostel.path);
    hostel.hostel.reset();
    REQUIRE(before.open(QIODevice::ReadOnly));
    const QByteArray oldFile = before.readAll();
    before.close();
    signInWith(hostel, kManager, kPassword);
    need(hostel.services().accounts.removeAccess(lee.id));
    auto job = hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey);
    putInPlace(hostel, need(need(job)()));
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(verified(hostel).findings.isEmpty()); // also the entries of the earlier key
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(kindOfError(hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
    hostel.hostel.reset();
    auto recovered = hostel.file->unlockWithRecoveryKey(hostel.recoveryKey);
    CHECK(bool(recovered));
    // Somebody who kept yesterday's header, and so a way to yesterday's key, puts it before today's pages.
    QFile now(hostel.path);
    REQUIRE(now.open(QIODevice::ReadOnly));
    const QByteArray mixed = oldFile.left(65536) + now.readAll().mid(65536);
    now.close();
    const QString path = hostel.folder.filePath(u"mixed.keywork"_s);
    QFile mix(path);
    REQUIRE(mix.open(QIODevice::WriteOnly));
    mix.write(mixed);
    mix.close();
    auto chosen = HostelFile::choose(path, hostel.clock);
    CHECK(kindOfError(need(chosen)->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::Damaged);
}

TEST_CASE("A new data key that was never put in place is in no history; one that was is in the history that it begins")
{
    TestHostel hostel;
    const auto changes = [&] {
        return need(valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history WHERE action = 'key_changed'"_s)).toInt();
    };
    auto given = need(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey));
    const auto givenUp = need(given()); // the power goes before it takes the file's place
    CHECK(QFile::remove(givenUp.path));
    signInWith(hostel, kManager, kPassword);
    CHECK(changes() == 0);
    auto job = need(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey));
    putInPlace(hostel, need(job()));
    CHECK(changes() == 1);
    CHECK(verified(hostel).findings.isEmpty());
    CHECK(hostel.hostel->warnings().isEmpty());
}
