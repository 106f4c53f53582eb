// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/backup_thinning.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/keeping/restoring.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"
#include "core/vault/vault_file.h"
#include "tests/support/campaign.h"
#include "tests/support/trust.h"

#include <QDir>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

QString folderIn(TestHostel &hostel, const QString &name)
{
    const QString path = hostel.folder.filePath(name);
    REQUIRE(QDir().mkpath(path));
    return path;
}

Result<Restored> looked(const QString &backup, const BackupKey &key)
{
    RestoreWish wish;
    wish.backup = backup;
    wish.key = key;
    wish.at = kNow;
    wish.onlyLook = true;
    return restoreBackup(wish);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("A backup opens with the same passwords, holds everything, and is complete in one file")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const QString stick = folderIn(hostel, u"stick"_s);
    CHECK(hostel.services().backups.isOverdue());
    const BackupMade made = backUp(hostel, {.folder = stick});
    CHECK_FALSE(hostel.services().backups.isOverdue());
    CHECK(hostel.services().backups.lastGood() == kNow);
    CHECK(QDir(stick).entryList(QDir::Files) == QStringList{u"cairn 2026-09-14 0942.keywork-backup"_s});
    const auto restored = need(looked(made.path, {.name = kManager, .password = kPassword}));
    CHECK(restored.problems.isEmpty());
    CHECK(restored.findings == 0);
    CHECK(restored.counts.value(u"person"_s) == 1);
    CHECK(kindOfError(looked(made.path, {.name = kManager, .password = u"wrong"_s})) == ErrorKind::WrongPassword);
    // Looked at like a file, it is a private copy, to look only.
    auto chosen = HostelFile::choose(made.path, hostel.clock);
    auto opened = need(chosen)->signIn(kManager, kPassword);
    CHECK(need(opened)->session().isLookOnly());
    CHECK(need(chosen)->summary().backupMadeAt == kNow);
}

TEST_CASE("A backup that leaves the house opens with the recovery key or its passphrase, with no password of the team")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const QString stick = folderIn(hostel, u"stick"_s);
    const BackupMade made = backUp(hostel, {.folder = stick, .leaving = true, .passphrase = u"otter-lantern-gravel-sonnet-mill-plum"_s});
    CHECK(hostel.services().backups.isOverdue()); // nothing that the house could restore from tonight
    CHECK(kindOfError(looked(made.path, {.name = kManager, .password = kPassword})) == ErrorKind::WrongPassword);
    CHECK(need(looked(made.path, {.passphrase = u"otter-lantern-gravel-sonnet-mill-plum"_s})).counts.value(u"person"_s) == 1);
    CHECK(need(looked(made.path, {.recoveryKey = hostel.recoveryKey})).counts.value(u"person"_s) == 1);
    signInAs(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    CHECK(kindOfError(hostel.services().backups.job({.folder = stick, .leaving = true})) == ErrorKind::NotPermitted);
    // With everybody's slots in it, it goes where a manager says; to the house's own place it is made at anybody's sign-out.
    CHECK(kindOfError(hostel.services().backups.job({.folder = stick})) == ErrorKind::NotPermitted);
    CHECK(bool(hostel.services().backups.job()));
}

TEST_CASE("No cut and no flipped bit in a backup passes for good")
{
    TestHostel hostel;
    for (int i = 0; i < 20; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    const BackupMade made = backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)});
    const QByteArray good = bytesOf(made.path);
    const QString bad = hostel.folder.filePath(u"bad.keywork-backup"_s);
    const BackupKey key{.name = kManager, .password = kPassword};
    Campaign campaign(u"cut and flipped backups"_s, {60, 1000});
    QRandomGenerator random(campaign.seed());
    const auto isCalledGood = [&](const QByteArray &bytes) {
        writeBytes(bad, bytes);
        const auto result = looked(bad, key);
        return result && result->problems.isEmpty() && result->findings == 0 && result->counts.value(u"person"_s) == 20;
    };
    REQUIRE(isCalledGood(good));
    int harmless = 0;
    for (int i = 0; i < (Size::isFull() ? 1000 : 60); ++i) {
        const qsizetype at = random.bounded(int(good.size()));
        QStringList wrong;
        if (isCalledGood(good.left(at)))
            wrong.append(u"the cut one is called good"_s);
        QByteArray flipped = good;
        flipped[at] = char(flipped.at(at) ^ (1 << random.bounded(8)));
        // One broken copy of the header is what the other copy is for.
        if (isCalledGood(flipped)) {
            ++harmless;
            if (at >= 65536)
                wrong.append(u"the flipped one is called good"_s);
        }
        campaign.point(u"offset %1"_s.arg(at), wrong);
    }
    CHECK(harmless < campaign.points());
    campaign.finish();
}

TEST_CASE("A backup that is broken off or has no room leaves nothing behind and takes nothing away")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const QString stick = folderIn(hostel, u"stick"_s);
    auto job = hostel.services().backups.job({.folder = stick});
    CHECK(kindOfError(need(job)([] { return true; })) == ErrorKind::Cancelled);
    CHECK(QDir(stick).entryList(QDir::Files).isEmpty());
    auto gone = hostel.services().backups.job({.folder = stick + u"/pulled out"_s});
    const auto made = need(gone)(kGoOn);
    CHECK(kindOfError(made) == ErrorKind::NoFolder);
    need(hostel.services().backups.finished(made));
    CHECK(hostel.services().backups.isOverdue());
    CHECK(need(hostel.services().audit.list({.what = AuditRequest::What::Safety})).first().action == u"backup_failed");
}

TEST_CASE("Of many backups the last six and the last of 14 days, 8 weeks and 12 months stay")
{
    QList<QDateTime> made;
    const QDateTime newest(QDate(2026, 9, 14), QTime(22, 0), Qt::UTC);
    for (int hours = 0; hours < 24 * 500; hours += 4)
        made.append(newest.addSecs(-3600 * hours));
    const QList<qsizetype> gone = backupsToThin(made);
    QList<QDateTime> kept;
    for (qsizetype i = 0; i < made.size(); ++i)
        if (!gone.contains(i))
            kept.append(made.at(i));
    CHECK(kept.first() == newest);
    CHECK(kept.mid(0, 6) == made.mid(0, 6)); // what was made by hand this morning is there tonight
    CHECK(kept.size() >= 14 + 5 + 6 + 10);
    CHECK(kept.size() <= 14 + 5 + 8 + 12);
    QSet<QDate> days;
    for (const QDateTime &at : kept.mid(0, 14 + 5))
        days.insert(at.date());
    CHECK(days.size() == 14);
    CHECK(kept.last() > newest.addMonths(-12));
    CHECK(backupsToThin({}).isEmpty());
    CHECK(backupsToThin({newest.addYears(-9)}).isEmpty());
}

TEST_CASE("Made-up headers and copies of true ones are no reason to remove a backup, and none is written over")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const QString stick = folderIn(hostel, u"stick"_s);
    const BackupMade first = backUp(hostel, {.folder = stick});
    hostel.clock.set(kNow.addDays(1));
    const BackupMade second = backUp(hostel, {.folder = stick});
    const QByteArray firstBytes = bytesOf(first.path);
    const auto header = need(VaultFile::peek(first.path));
    const QDateTime later = kNow.addDays(500);
    QStringList made;
    const auto put = [&](const QString &name, const QByteArray &bytes) {
        made.append(QDir(stick).filePath(name + kBackupSuffix));
        writeBytes(made.last(), bytes);
    };
    SECTION("without any key")
    {
        for (int i = 0; i < 14; ++i) {
            VaultHeader forged = header;
            forged.madeAt = kNow.addDays(30 * (i + 2)).toMSecsSinceEpoch();
            forged.fileId.fill(uint8_t(i + 1));
            const auto copy = writeHeader(forged, SecretKey::random());
            const QByteArray one(reinterpret_cast<const char *>(copy.data()), qsizetype(copy.size()));
            put(u"cairn forged %1"_s.arg(i), one + one);
        }
    }
    SECTION("as copies of a true one, bare and with something behind it")
    {
        put(u"cairn bare"_s, firstBytes.left(65536));
        put(u"cairn more"_s, firstBytes.left(65536) + QByteArray(4096, 'x'));
        put(u"cairn cut"_s, bytesOf(second.path).left(65536 + 4096));
        for (int i = 0; i < 40; ++i) { // real ones that push the oldest of a month out
            hostel.clock.set(later.addDays(i - 41));
            backUp(hostel, {.folder = stick});
        }
    }
    SECTION("under the name that the next one would have")
    {
        VaultHeader forged = header;
        const auto copy = writeHeader(forged, SecretKey::random());
        const QByteArray one(reinterpret_cast<const char *>(copy.data()), qsizetype(copy.size()));
        put(u"cairn "_s + hostel.services().records.clock().local(later).toString(u"yyyy-MM-dd HHmm"_s), one + one);
    }
    hostel.clock.set(later);
    const QByteArray before = bytesOf(made.last());
    const BackupMade last = backUp(hostel, {.folder = stick});
    CHECK(QFile::exists(first.path));
    CHECK(QFile::exists(second.path));
    CHECK(QFile::exists(last.path));
    CHECK(last.path != made.last());
    CHECK(bytesOf(made.last()) == before);
    CHECK(need(looked(last.path, {.name = kManager, .password = kPassword})).problems.isEmpty());
}

TEST_CASE("A restore says what it would lose, keeps the present file aside, and can be undone")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const BackupMade made = backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)});
    const QByteArray backupBytes = bytesOf(made.path);
    aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    auto previewJob = hostel.hostel->restorePreview({.backup = made.path});
    const RestorePreview preview = need(need(previewJob)(kGoOn));
    CHECK(preview.counts.value(u"person"_s) == QPair<qint64, qint64>(2, 1));
    CHECK(preview.entriesSince >= 2);
    CHECK(preview.lost.size() == 2);
    auto job = hostel.hostel->restoring({.backup = made.path});
    const NextFile next = need(need(job)());
    CHECK(kindOfError(hostel.file->putInPlace(next)) == ErrorKind::NotAllowedNow); // somebody is signed in
    putInPlace(hostel, next);
    CHECK(need(hostel.services().records.count(recordType<Person>())) == 1);
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(verified(hostel).findings.isEmpty());
    CHECK(need(hostel.services().audit.list({.what = AuditRequest::What::Safety})).first().action == u"restored");
    CHECK(bytesOf(made.path) == backupBytes);
    // Undone: the file that was kept aside is put back.
    const auto aside = hostel.services().backups.keptAside();
    REQUIRE(aside.size() == 1);
    CHECK(aside.first().at == QDateTime(QDate(2026, 9, 14), QTime(9, 42)));
    aPerson().called(u"Una"_s, u"Since"_s).in(hostel);
    hostel.clock.set(kNow.addSecs(60));
    auto undoing = hostel.hostel->restorePreview({.backup = aside.first().path});
    CHECK(need(need(undoing)(kGoOn)).lost.size() == 2); // Una and her stay would go
    auto back = hostel.hostel->restoring({.backup = aside.first().path});
    putInPlace(hostel, need(need(back)()));
    CHECK(need(hostel.services().finding.find(u"Grace"_s)).size() == 1);
    CHECK(need(hostel.services().finding.find(u"Una"_s)).isEmpty());
    CHECK(need(hostel.hostel->problems()).isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    // What was done since the restore is kept aside in its turn, until somebody deletes it.
    REQUIRE(hostel.services().backups.keptAside().size() == 2);
    CHECK(kindOfError(hostel.services().backups.removeAside(hostel.path)) == ErrorKind::NotFound);
    for (const AsideFile &file : hostel.services().backups.keptAside())
        need(hostel.services().backups.removeAside(file.path));
    CHECK(hostel.services().backups.keptAside().isEmpty());
    CHECK(need(hostel.services().audit.list({.what = AuditRequest::What::Safety})).first().action == u"copy_removed");
}

TEST_CASE("A backup that had left the house is restored, and the team of today signs in")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const QString passphrase = u"otter-lantern-gravel-sonnet-mill-plum"_s;
    const BackupMade made = backUp(hostel, {.folder = folderIn(hostel, u"stick"_s), .leaving = true, .passphrase = passphrase});
    SECTION("beside the present file, with the passwords of today")
    {
        auto preview = hostel.hostel->restorePreview({.backup = made.path, .secret = passphrase});
        CHECK_FALSE(need(need(preview)(kGoOn)).hasStaff);
        auto job = hostel.hostel->restoring({.backup = made.path, .secret = hostel.recoveryKey});
        putInPlace(hostel, need(need(job)())); // signs in with the password
        CHECK(bool(hostel.services().records.one(ben.id)));
    }
    SECTION("on another PC, with the passphrase until somebody has a password")
    {
        const QString path = hostel.folder.filePath(u"elsewhere.keywork"_s);
        RestoreWish wish;
        wish.backup = made.path;
        wish.target = path;
        wish.key.passphrase = passphrase;
        wish.at = kNow;
        CHECK_FALSE(need(restoreBackup(wish)).hasStaff);
        auto file = HostelFile::choose(path, hostel.clock);
        CHECK(kindOfError(need(file)->signIn(kManager, kPassword)) == ErrorKind::WrongPassword);
        auto unlocked = need(file)->unlockWithRecoveryKey(passphrase);
        auto opened = need(file)->openRecovered(std::move(need(unlocked)), kManager);
        need(need(opened)->services().accounts.give(need(need(opened)->services().records.self()), kTheirs));
        need(opened).reset();
        CHECK(bool(need(file)->signIn(kManager, kTheirs)));
        CHECK(kindOfError(need(file)->unlockWithRecoveryKey(passphrase)) == ErrorKind::WrongPassword);
        CHECK(bool(need(file)->unlockWithRecoveryKey(hostel.recoveryKey)));
    }
}

TEST_CASE("Two backups are never made at the same moment")
{
    TestHostel hostel;
    Backups &backups = hostel.services().backups;
    {
        auto running = backups.job();
        REQUIRE(bool(running));
        CHECK(kindOfError(backups.job()) == ErrorKind::NotAllowedNow);
    }
    CHECK(bool(backups.job()));
}

TEST_CASE("The preview of a restore says of a restricted record only that something was done")
{
    TestHostel hostel;
    auto ben = aPerson().in(hostel);
    const BackupMade made = backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)});
    auto person = need(hostel.services().records.one(ben.id));
    person.value.conditions = u"epilepsy"_s;
    need(hostel.services().records.amend(person));
    need(hostel.services().records.add(Restriction{ben.id, u"a relative"_s, QDate(2026, 9, 1), {}}));
    makeMember(hostel, u"Mo Manager"_s, Role::Manager);
    signInWith(hostel, u"Mo Manager"_s, kTheirs);
    REQUIRE(hostel.services().restrictions.isClosed(ben.id));
    auto preview = hostel.hostel->restorePreview({.backup = made.path});
    const RestorePreview held = need(need(preview)(kGoOn));
    bool told = false;
    for (const HistoryLine &line : held.lost)
        if (line.person == ben.id.value) {
            told = true;
            CHECK(line.changes.isEmpty());
        }
    CHECK(told);
}

TEST_CASE("An older file is named at every sign-in until a manager says why, also after a look into a restored copy")
{
    TestHostel hostel;
    const SeenHeads seen(hostel.folder.filePath(u"seen.json"_s));
    const auto signInTo = [&](const QString &path, const QString &name = kManager, const QString &password = kPassword) {
        hostel.hostel.reset();
        hostel.file.reset();
        auto file = HostelFile::choose(path, hostel.clock, seen);
        hostel.file = std::move(need(file));
        auto opened = hostel.file->signIn(name, password);
        hostel.hostel = std::move(need(opened));
        return hostel.hostel->warnings().size();
    };
    CHECK(signInTo(hostel.path) == 0);
    makeMember(hostel, u"Vi Volunteer"_s, Role::Volunteer);
    const BackupMade made = backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)});
    for (int i = 0; i < 20; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    hostel.hostel.reset();
    const QString drill = hostel.folder.filePath(u"drill.keywork"_s);
    RestoreWish wish;
    wish.backup = made.path;
    wish.target = drill;
    wish.key = {.name = kManager, .password = kPassword};
    wish.at = kNow;
    REQUIRE(bool(restoreBackup(wish)));
    CHECK(signInTo(drill) == 1);
    CHECK(signInTo(hostel.path) == 0); // the drill is no reason to distrust the file itself
    CHECK(signInTo(drill, u"Vi Volunteer"_s, kTheirs) == 1);
    CHECK(kindOfError(hostel.hostel->acceptFile()) == ErrorKind::NotPermitted);
    CHECK(signInTo(drill) == 1); // whoever signed in first did not use the warning up
    need(hostel.hostel->acceptFile());
    CHECK(hostel.hostel->warnings().isEmpty());
    CHECK(signInTo(drill) == 0);
}

TEST_CASE("Only a manager rescues, and is told who lost records were about; who has left rescues nothing; a rescue can be broken off")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    makeMember(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    auto lee = makeMember(hostel, u"Lee Leaver"_s, Role::Keyworker);
    lee.value.leftOn = QDate(2026, 9, 1);
    need(hostel.services().records.amend(lee));
    const auto alert = need(hostel.services().records.add(Alert{ben.id, {u"other"_s}, u"a note"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    tamper(hostel, u"DELETE FROM alert WHERE id = %1"_s.arg(alert.id.value)); // as a page that can't be read loses it
    hostel.hostel.reset();
    const auto rescuedBy = [&](const QString &name, const QString &password, const QString &target) {
        return hostel.file->rescue(hostel.folder.filePath(target), {.name = name, .password = password}, [] { return false; });
    };
    const auto named = [](const Rescued &rescued) {
        const auto lost
            = std::find_if(rescued.lost.cbegin(), rescued.lost.cend(), [](const LostRecord &one) { return one.kind == u"alert"; });
        REQUIRE(lost != rescued.lost.cend());
        return lost->resident;
    };
    CHECK(named(need(rescuedBy(kManager, kPassword, u"one.keywork"_s))) == ben.value.displayName() + u" · "_s + ben.value.number);
    CHECK(kindOfError(rescuedBy(u"Vera Volunteer"_s, kTheirs, u"two.keywork"_s)) == ErrorKind::NotPermitted);
    CHECK_FALSE(QFile::exists(hostel.folder.filePath(u"two.keywork"_s)));
    CHECK(kindOfError(rescuedBy(u"Lee Leaver"_s, kTheirs, u"three.keywork"_s)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(rescuedBy(kManager, u"guessed"_s, u"three.keywork"_s)) == ErrorKind::WrongPassword);
    CHECK(hostel.file->recentFailures() == 1);
    const auto stopped
        = hostel.file->rescue(hostel.folder.filePath(u"three.keywork"_s), {.name = kManager, .password = kPassword}, [] { return true; });
    CHECK(kindOfError(stopped) == ErrorKind::Cancelled);
    CHECK(QDir(hostel.folder.path()).entryList({u"three*"_s}).isEmpty());
    hostel.reopen();
    CHECK(kindOfError(rescuedBy(kManager, kPassword, u"three.keywork"_s)) == ErrorKind::NotAllowedNow); // a file in use is never copied
}

TEST_CASE("What can be read of a damaged file is rescued, and what is lost has a name")
{
    TestHostel hostel;
    for (int i = 0; i < 400; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    hostel.hostel.reset();
    hostel.file.reset();
    const QByteArray good = bytesOf(hostel.path);
    const qsizetype pages = (good.size() - 65536) / 4096;
    QRandomGenerator random(20260914);
    int rescuedOnes = 0;
    for (int round = 0; round < 6; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 4; ++i) // never the first page: without the list of tables only a backup helps
            bad[65536 + (1 + random.bounded(int(pages - 1))) * 4096 + 100] ^= 1;
        const QString damaged = hostel.folder.filePath(u"damaged-%1"_s.arg(round));
        const QString target = hostel.folder.filePath(u"rescued-%1.keywork"_s.arg(round));
        writeBytes(damaged, bad);
        const auto rescued = rescueFile(damaged, target, {.name = kManager, .password = kPassword}, kNow);
        CHECK(bytesOf(damaged) == bad);
        if (!rescued) {
            CHECK(rescued.error().kind == ErrorKind::Damaged);
            CHECK_FALSE(QFile::exists(target));
            continue;
        }
        ++rescuedOnes;
        const qint64 people = rescued->rowsOf.value(u"person"_s);
        INFO("round " << round << ", people " << people);
        const auto lostPeople = std::count_if(
            rescued->lost.cbegin(), rescued->lost.cend(), [](const LostRecord &record) { return record.kind == u"person"; });
        CHECK(people > 300);
        if (!rescued->placesLost.contains(u"history"_s))
            CHECK(people + lostPeople == 400);
        auto chosen = HostelFile::choose(target, hostel.clock);
        auto opened = need(chosen)->signIn(kManager, kPassword);
        CHECK(need(need(opened)->services().records.count(recordType<Person>())) == people);
        const auto found = need(need(opened)->services().finding.find(u"Barker"_s, 500));
        CHECK(found.size() == people);
    }
    CHECK(rescuedOnes > 0);
}

TEST_CASE("Before anybody signs in the last backup is told, also one that the file had no time to note")
{
    TestHostel hostel;
    const auto told = [&hostel] { return hostel.file->summary().lastGoodBackup; };
    CHECK_FALSE(told().isValid());
    const QString beside = backupFolderBeside(hostel.path);
    REQUIRE(QDir().mkpath(beside));
    auto job = hostel.services().backups.job({.folder = beside});
    need(need(job)(kGoOn)); // locked before it was noted
    CHECK(told() == kNow);
    hostel.clock.set(kNow.addDays(-1)); // a time still to come counts for nothing
    CHECK_FALSE(told().isValid());
    hostel.clock.set(kNow.addSecs(3600));
    backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)}); // noted, and the newest
    CHECK(told() == kNow.addSecs(3600));
    backUp(hostel, {.folder = beside, .leaving = true, .passphrase = u"otter-lantern-gravel-sonnet-mill-plum"_s});
    CHECK(told() == kNow.addSecs(3600)); // what leaves is nothing to restore from tonight
}
