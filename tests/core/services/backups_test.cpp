// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/backup_thinning.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/keeping/restoring.h"
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "core/vault/vault_file.h"
#include "tests/core/services/backup_files.h"
#include "tests/support/campaign.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::backups_test {

using namespace Qt::StringLiterals;

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
    need(hostel.services().accounts.confirmed(true));
    backUp(hostel, {.folder = folderIn(hostel, u"stick"_s)}); // noted, and the newest
    CHECK(told() == kNow.addSecs(3600));
    backUp(hostel, {.folder = beside, .leaving = true, .passphrase = u"otter-lantern-gravel-sonnet-mill-plum"_s});
    CHECK(told() == kNow.addSecs(3600)); // what leaves is nothing to restore from tonight
}

} // namespace keywork::test::backups_test
