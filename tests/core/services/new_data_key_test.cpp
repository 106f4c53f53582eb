// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_file.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::new_data_key_test {

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

TEST_CASE("What was sealed after the file was closed for a new data key keeps that key waiting until it has joined")
{
    TestHostel hostel;
    const auto steps = [&] {
        return need(valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history WHERE action = 'emergency_step'"_s))
            .toInt();
    };
    auto job = need(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey));
    const NextFile next = need(job());
    hostel.hostel.reset();
    const auto header = VaultFile::peek(hostel.path);
    REQUIRE(bool(header));
    need(appendSealed(hostel.path, *header, R"({"id":"step","kind":"emergency_step","said":"999 called"})"));
    const QByteArray before = contentOf(hostel.path);
    const Done refused = hostel.file->putInPlace(next);
    REQUIRE(kindOfError(refused) == ErrorKind::NotAllowedNow);
    CHECK(refused.error().notNow == NotNow::SealedMeanwhile);
    CHECK(contentOf(hostel.path) == before);
    signInWith(hostel, kManager, kPassword);
    CHECK(steps() == 1);
    auto again = need(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey));
    putInPlace(hostel, need(again()));
    CHECK(steps() == 1);
    CHECK(hostel.hostel->warnings().isEmpty());
}

TEST_CASE("What another PC sealed to the earlier key and brings later is told with when the key was changed, and put away, each once")
{
    TestHostel hostel;
    const auto header = VaultFile::peek(hostel.path);
    REQUIRE(bool(header));
    hostel.clock.set(kNow.addSecs(60));
    auto job = need(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey));
    putInPlace(hostel, need(job()));
    hostel.hostel.reset();
    const auto now = VaultFile::peek(hostel.path);
    REQUIRE(bool(now));
    // One synchronised file with both: nothing of it goes in silence, and what opens joins.
    need(appendSealed(hostel.path, *header, R"({"id":"before","kind":"emergency_step","said":"999 called"})"));
    need(appendSealed(hostel.path, *now, R"({"id":"since","kind":"emergency_step","said":"naloxone given"})"));
    signInWith(hostel, kManager, kPassword);
    REQUIRE(hostel.hostel->warnings().size() == 1);
    const FileWarning told = hostel.hostel->warnings().first();
    CHECK(told.kind == FileWarning::Kind::SealedUnreadable);
    CHECK(told.entries == 1);
    CHECK(told.seenAt == kNow.addSecs(60));
    CHECK(need(valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history WHERE action = 'emergency_step'"_s)).toInt()
        == 1);
    const auto putAway = [&] { return QDir(hostel.folder.path()).entryList({u"*.unreadable"_s}, QDir::Files, QDir::Name); };
    CHECK(putAway() == QStringList{u"cairn.keywork-joining-00.sealed.unreadable"_s});
    signInWith(hostel, kManager, kPassword);
    CHECK(hostel.hostel->warnings().isEmpty());
    // Another one later is put away beside the first.
    hostel.hostel.reset();
    need(appendSealed(hostel.path, *header, R"({"id":"later","kind":"emergency_step","said":"999 called"})"));
    signInWith(hostel, kManager, kPassword);
    CHECK(hostel.hostel->warnings().size() == 1);
    CHECK(putAway().size() == 2);
}

} // namespace keywork::test::new_data_key_test
