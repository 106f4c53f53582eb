// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/restrictions.h"
#include "core/services/records/drafts.h"
#include "core/storage/query.h"
#include "tests/faults/fault_vfs.h"
#include "tests/faults/reception.h"
#include "tests/support/trust.h"

#include <QDir>
#include <QProcess>
#include <algorithm>

namespace keywork::test::full_disk_test {

using namespace Qt::StringLiterals;

TEST_CASE("On a full disk people sign in, look, print and refer to another disk; what waits joins in its order once there is room")
{
    Reception house;
    const qsizetype before = house.entries();
    {
        const FullDisk full;
        house.open(house.seen);
        lookPrintAndRefer(house);
    }
    need(house.hostel.hostel->takesWriting());
    CHECK(house.on().records.waiting() == 0);
    CHECK(house.done(before) == kWaited);
    checkJoined(house);
    house.close();
    house.open(house.seen); // what was sealed on the PC meanwhile joins no second time
    CHECK(need(house.on().records.all<Referral>()).size() == 2);
    CHECK(house.done(before).count(u"signed_in"_s) == 2);
    CHECK(house.sealed().isEmpty());
}

TEST_CASE("What waited when the file was locked, or the program was killed, joins at the next sign-in with room")
{
    Reception house;
    const qsizetype before = house.entries();
    {
        const FullDisk full;
        house.open(house.seen);
        lookPrintAndRefer(house);
        house.close();
        CHECK(house.sealed().size() == 1);
        house.open(house.seen); // still no room: it waits on, in its order
        CHECK(house.on().records.waiting() == 7);
        house.close();
    }
    house.open(house.seen);
    CHECK(house.on().records.waiting() == 0);
    CHECK(house.done(before) == kWaited + QStringList{u"locked"_s, u"signed_in"_s, u"locked"_s, u"signed_in"_s});
    CHECK(house.sealed().isEmpty());
    checkJoined(house);
}

TEST_CASE("Where what leaves can be kept nowhere, an emergency sheet leaves all the same, and a referral does not")
{
    Reception house;
    const FullDisk full;
    house.open(SeenHeads());
    need(house.sheet(u"sheet.pdf"_s));
    CHECK(QFile::exists(house.other.filePath(u"sheet.pdf"_s)));
    const auto refused
        = house.on().referrals.send(wishFor(house.ben, house.agency, {Category::Identity}), {}, TextRenderer(), house.other.path());
    CHECK(kindOfError(refused) == ErrorKind::NoRoom);
    CHECK(QDir(house.other.path()).entryList({u"referral*"_s}).isEmpty());
    CHECK(house.on().records.waiting() == 2); // signed in, the sheet
    house.close();
}

TEST_CASE("What could not be written after all says so, also when it waited")
{
    Reception house;
    {
        const FullDisk full;
        house.open(house.seen);
        CHECK_FALSE(bool(house.sheet(QString(300, u'x') + u".pdf"_s))); // a name that no file system takes
    }
    need(house.hostel.hostel->takesWriting());
    const auto left = need(house.on().disclosures.about(house.ben));
    REQUIRE(left.size() == 1);
    CHECK_FALSE(left.first().value.left);
    house.close();
}

TEST_CASE("On a full disk a restricted record opens with a reason all the same, and a manager is told once there is room")
{
    Reception house;
    house.open(SeenHeads());
    const auto tomi = makeMember(house.hostel, u"Tomi Okoro"_s, Role::Keyworker);
    need(house.on().records.add(Restriction{house.ben, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    house.close();
    {
        const FullDisk full;
        auto chosen = HostelFile::choose(house.path, house.hostel.clock, house.seen);
        house.hostel.file = std::move(need(chosen));
        auto opened = house.hostel.file->signIn(u"Tomi Okoro"_s, kTheirs);
        house.hostel.hostel = std::move(need(opened));
        CHECK(kindOfError(house.on().records.checkOpen(house.ben.value)) == ErrorKind::NeedToKnow);
        CHECK(kindOfError(house.on().restrictions.openWithReason(house.ben, u"  "_s)) == ErrorKind::Invalid);
        CHECK(house.on().records.waiting() == 1); // signed in
        need(house.on().restrictions.openWithReason(house.ben, u"found unwell, ambulance called"_s));
        need(house.on().records.checkOpen(house.ben.value));
        CHECK(house.on().records.waiting() == 2);
        CHECK(kindOfError(house.hostel.hostel->takesWriting()) == ErrorKind::NoRoom); // which the window says
        CHECK(house.sealed().size() == 1);
        house.close();
    }
    house.open(house.seen);
    const auto openings = need(house.on().restrictions.toReview());
    REQUIRE(openings.size() == 1);
    CHECK(openings.first().value.openedBy == tomi.id);
    CHECK(openings.first().value.reason == u"found unwell, ambulance called");
    CHECK(house.done(0).count(u"restricted_opened"_s) == 1);
    CHECK(verified(house.hostel).findings.isEmpty());
    CHECK(need(house.hostel.hostel->deepCheck()(kGoOn)).isWhole());
    house.close();
    house.open(house.seen);
    CHECK(need(house.on().restrictions.toReview()).size() == 1); // once
    house.close();
}

TEST_CASE("Where a withdrawal could not be saved nothing leaves on the agreement before, until it is saved")
{
    Reception house;
    const auto wish = wishFor(house.ben, house.agency, {Category::Identity});
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.on().referrals.send(wish, {}, TextRenderer(), house.other.path()));
        const auto scope = need(house.on().agreements.scope(house.ben, house.agency, kNow.date()));
        REQUIRE(scope.agreement.has_value());
        CHECK(kindOfError(house.on().agreements.withdraw(*scope.agreement, u"changed their mind"_s)) == ErrorKind::NoRoom);
        CHECK(house.on().agreements.hasUnsavedWord(house.ben));
        const auto refused = house.on().referrals.send(wish, {}, TextRenderer(), house.other.path());
        REQUIRE(kindOfError(refused) == ErrorKind::NotAllowedNow);
        CHECK(refused.error().notNow == NotNow::AgreementNotSaved);
        CHECK(QDir(house.other.path()).entryList({u"referral*"_s}).size() == 1);
        need(house.sheet(u"sheet.pdf"_s)); // an emergency sheet leaves all the same
    }
    const auto scope = need(house.on().agreements.scope(house.ben, house.agency, kNow.date()));
    need(house.on().agreements.withdraw(*scope.agreement, u"changed their mind"_s));
    CHECK_FALSE(house.on().agreements.hasUnsavedWord(house.ben));
    CHECK(kindOfError(house.on().referrals.send(wish, {}, TextRenderer(), house.other.path())) == ErrorKind::NotAgreed);
    house.close();
}

TEST_CASE("Where only a folder in memory takes what waits, a sheet leaves, a referral does not, and it is said how long that lasts")
{
    Reception house;
    QFile inTheWay(house.other.filePath(u"keywork"_s));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const QTemporaryDir passing;
    const QByteArray tmp = qgetenv("TMPDIR");
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    qputenv("TMPDIR", QFile::encodeName(passing.path()));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(passing.path()));
    const auto back = qScopeGuard([&] {
        tmp.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", tmp);
        runtime.isEmpty() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
    });
    const auto sealed = [&] { return QDir(passing.path()).entryList({u"*.sealed"_s}, QDir::Files).size(); };
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.sheet(u"sheet.pdf"_s));
        CHECK(sealed() == 1);
        CHECK(house.hostel.hostel->asidePlace().folder == passing.path());
        CHECK(house.hostel.hostel->asidePlace().untilSwitchedOff);
        const auto refused
            = house.on().referrals.send(wishFor(house.ben, house.agency, {Category::Identity}), {}, TextRenderer(), house.other.path());
        CHECK(kindOfError(refused) == ErrorKind::NoRoom);
        need(house.on().drafts.keep({u"contact_note"_s, 0, house.ben.value}, {{u"row"_s, u"half a"_s}}));
        CHECK(sealed() == 2);
        CHECK(house.on().records.waiting() == 2); // signed in, the sheet
        house.close();
    }
    house.open(house.seen);
    CHECK(need(house.on().disclosures.about(house.ben)).size() == 1); // and no referral that did not leave
    CHECK(need(house.on().records.all<Referral>()).isEmpty());
    CHECK(sealed() == 0);
    house.close();
}

TEST_CASE("On a full disk no way in is given, taken away or made new by half: what opened the file goes on opening it")
{
    Reception house;
    house.open(SeenHeads());
    need(house.on().accounts.confirmed(true));
    const auto lee = makeMember(house.hostel, u"Lee Leaver"_s, Role::SupportWorker);
    house.close();
    const QString another = HostelFile::makeRecoveryKey();
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.on().accounts.confirmed(true));
        auto job = house.on().accounts.recoveryKeyPreparation(another);
        const auto slot = need(need(job)());
        CHECK(kindOfError(house.on().accounts.replaceRecoveryKey(slot)) == ErrorKind::NoRoom);
        CHECK(kindOfError(house.on().accounts.removeAccess(lee.id)) == ErrorKind::NoRoom);
        house.close();
    }
    house.open(house.seen);
    const auto warnings = house.hostel.hostel->warnings();
    CHECK(std::none_of(
        warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) { return warning.kind == FileWarning::Kind::SlotOlder; }));
    house.hostel.hostel.reset();
    CHECK(kindOfError(house.hostel.file->unlockWithRecoveryKey(another)) == ErrorKind::WrongPassword);
    CHECK(bool(house.hostel.file->unlockWithRecoveryKey(house.hostel.recoveryKey)));
    signInWith(house.hostel, u"Lee Leaver"_s, kTheirs);
    house.close();
    house.open(house.seen); // and with room they are
    need(house.on().accounts.confirmed(true));
    auto job = house.on().accounts.recoveryKeyPreparation(another);
    const auto slot = need(need(job)());
    need(house.on().accounts.replaceRecoveryKey(slot));
    need(house.on().accounts.removeAccess(lee.id));
    house.hostel.hostel.reset();
    CHECK(bool(house.hostel.file->unlockWithRecoveryKey(another)));
    CHECK(kindOfError(house.hostel.file->unlockWithRecoveryKey(house.hostel.recoveryKey)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(house.hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
}

TEST_CASE("On a full disk people sign in also when the words of search have to be made anew, which waits for room")
{
    Reception house;
    house.open(SeenHeads());
    tamper(house.hostel, u"UPDATE derived SET made_by = 'an earlier library'"_s);
    house.close();
    {
        const FullDisk full;
        house.open(house.seen);
        CHECK(need(house.on().records.one(house.ben)).value.givenName == u"Ben"_s);
        CHECK(madeBy(house) == u"an earlier library"_s);
        house.close();
    }
    house.open(house.seen);
    CHECK(madeBy(house) != u"an earlier library"_s);
}

TEST_CASE("On a real disk without room the same holds")
{
    const QTemporaryDir disk;
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=8m"_s, u"tmpfs"_s, disk.path()}) != 0) {
        WARN("mounting is not allowed here: only the fault VFS was tried");
        return;
    }
    const auto away = qScopeGuard([&] { QProcess::execute(u"umount"_s, {u"-l"_s, disk.path()}); });
    {
        Reception house;
        house.path = disk.filePath(u"cairn.keywork"_s);
        REQUIRE(QFile::copy(house.hostel.path, house.path));
        QFile filler(disk.filePath(u"filler"_s));
        REQUIRE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (const qint64 piece : {qint64(1) << 20, qint64(4096), qint64(1)})
            while (filler.write(QByteArray(piece, 'x')) == piece) { }
        house.open(house.seen);
        lookPrintAndRefer(house);
        REQUIRE(filler.remove());
        need(house.hostel.hostel->takesWriting());
        checkJoined(house);
        house.close();
    }
}

} // namespace keywork::test::full_disk_test
