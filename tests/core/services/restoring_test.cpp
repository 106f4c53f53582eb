// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
#include "tests/core/services/backup_files.h"
#include "tests/support/campaign.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::restoring_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::restoring_test
