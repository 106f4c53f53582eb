// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/keeping/save_mark.h"
#include "core/services/records/drafts.h"
#include "core/services/sharing/agreements.h"
#include "core/storage/rows_against_history.h"
#include "core/vault/vault_file.h"
#include "tests/support/trust.h"

#include <QDir>
#include <algorithm>

namespace keywork::test::file_doubts_test {

using namespace Qt::StringLiterals;

namespace {

using Doubt = FileWarning::Kind;

QList<Doubt> kindsOf(const TestHostel &hostel)
{
    QList<Doubt> kinds;
    for (const FileWarning &warning : hostel.hostel->warnings())
        kinds.append(warning.kind);
    return kinds;
}

QStringList tablesOf(const QList<RowFinding> &rows)
{
    QStringList tables;
    for (const RowFinding &row : rows)
        if (!tables.contains(row.table))
            tables.append(row.table);
    tables.sort();
    return tables;
}

FileCheck readToTheEnd(TestHostel &hostel) { return need(hostel.hostel->deepCheck()(kGoOn)); }

QByteArray closedBytes(TestHostel &hostel)
{
    hostel.hostel.reset();
    hostel.file.reset();
    return contentOf(hostel.path);
}

void putBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

void signInSeeing(TestHostel &hostel, const SeenHeads &seen, const QString &name = kManager, const QString &password = kPassword)
{
    hostel.hostel.reset();
    hostel.file.reset();
    auto chosen = HostelFile::choose(hostel.path, hostel.clock, seen);
    hostel.file = std::move(need(chosen));
    auto opened = hostel.file->signIn(name, password);
    hostel.hostel = std::move(need(opened));
}

} // namespace

TEST_CASE("A row that is not what the history last said of it is named by its table")
{
    struct Undoing {
        const char *what;
        const char *sql;
        const char *table; ///< null: nothing is wrong
        bool atSignIn;
    };
    const Undoing undoings[] = {
        {"nothing", "SELECT 1", nullptr, false},
        {"a withdrawn agreement given again", "UPDATE sharing_agreement SET version = 1, state = 'in_part', withdrawn_on = NULL",
            "sharing_agreement", true},
        {"an agreement gone", "DELETE FROM agreement_category; DELETE FROM sharing_agreement", "sharing_agreement", true},
        {"a restriction gone", "DELETE FROM restriction", "restriction", true},
        {"who needs to know", "UPDATE need_to_know SET staff_id = 2", "need_to_know", true},
        {"a former role", "UPDATE staff SET role = 'manager', version = 1 WHERE name = 'Tomi Okoro'", "staff", true},
        {"somebody back in the team", "UPDATE staff SET left_on = NULL, version = version - 1 WHERE left_on IS NOT NULL", "staff", true},
        {"an earlier name", "UPDATE person SET version = 1, given_name = 'Ben'", "person", false},
        {"another word in the same version", "UPDATE person SET given_name = 'Bob'", "person", false},
        {"not entered in error", "UPDATE room SET withdrawn_at = NULL", "room", false},
        {"a stay gone", "DELETE FROM happening; DELETE FROM stay", "stay", false},
    };
    for (const Undoing &undoing : undoings) {
        INFO(undoing.what);
        TestHostel hostel;
        Records &records = hostel.services().records;
        auto ben = aPerson().in(hostel);
        ben.value.givenName = u"Benjamin"_s;
        need(records.amend(ben));
        const auto agency = anAgency(hostel);
        const auto given = need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
        need(hostel.services().agreements.withdraw(given, u"no longer wished"_s));
        need(records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 14), {}}));
        need(records.add(NeedToKnow{ben.id, records.session().staff(), u"manages the house"_s}));
        auto tomi = makeMember(hostel, u"Tomi Okoro"_s, Role::SupportWorker);
        tomi.value.leftOn = QDate(2026, 9, 13);
        need(records.amend(tomi));
        Room seven;
        seven.name = u"7"_s;
        const auto room = need(records.add(seven));
        need(records.withdraw(recordType<Room>(), room.id.value, room.version, u"there is none"_s));
        tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
        for (const QString &sql : QString::fromLatin1(undoing.sql).split(u';'))
            tamper(hostel, sql);
        const QStringList wanted = undoing.table ? QStringList{QString::fromLatin1(undoing.table)} : QStringList();
        QStringList found = tablesOf(need(rowsAgainstHistory(records.database())));
        found.removeAll(u"agreement_category"_s); // goes with its agreement in one of them
        CHECK(found == wanted);
        hostel.reopen();
        const auto &warnings = hostel.hostel->warnings();
        const bool told = std::any_of(warnings.cbegin(), warnings.cend(),
            [&](const FileWarning &warning) { return warning.kind == Doubt::RowsOlder && wanted.contains(warning.table); });
        CHECK(told == undoing.atSignIn);
        CHECK(warnings.isEmpty() == !undoing.atSignIn);
    }
}

TEST_CASE("A member of the team who is missing is told at the sign-in, whatever record of the house was erased since")
{
    TestHostel hostel;
    makeMember(hostel, u"Tomi Okoro"_s, Role::SupportWorker);
    need(hostel.services().records.note(HistoryAction::Erased, u"incident"_s, 5, 0));
    tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
    tamper(hostel, u"DELETE FROM staff WHERE name = 'Tomi Okoro'"_s);
    hostel.reopen();
    REQUIRE(hostel.hostel->warnings().size() >= 1);
    const auto &warnings = hostel.hostel->warnings();
    CHECK(std::any_of(warnings.cbegin(), warnings.cend(),
        [](const FileWarning &warning) { return warning.kind == Doubt::RowsOlder && warning.table == u"staff"; }));
    CHECK(tablesOf(need(rowsAgainstHistory(hostel.services().records.database()))) == QStringList{u"staff"_s});
}

TEST_CASE("What a manager knows of is no finding any more, and until then no backup is called good")
{
    TestHostel hostel;
    auto ben = aPerson().in(hostel);
    ben.value.givenName = u"Benjamin"_s;
    need(hostel.services().records.amend(ben));
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
    tamper(hostel, u"DELETE FROM agreement_category"_s);
    tamper(hostel, u"UPDATE person SET given_name = 'Bob'"_s);
    hostel.reopen();
    REQUIRE(kindsOf(hostel) == QList<Doubt>{Doubt::RowsOlder});
    hostel.hostel->noteCheck(readToTheEnd(hostel));
    CHECK(kindsOf(hostel) == QList<Doubt>{Doubt::RowsOlder, Doubt::RowsOlder}); // agreements and residents
    // No backup is called good until somebody has looked.
    auto job = hostel.services().backups.job({});
    CHECK(kindOfError(need(job)(kGoOn)) == ErrorKind::Damaged);
    signInAs(hostel, u"Vi Volunteer"_s, Role::Volunteer);
    REQUIRE(kindsOf(hostel) == QList<Doubt>{Doubt::RowsOlder});
    CHECK(kindOfError(hostel.hostel->acceptFile()) == ErrorKind::NotPermitted);
    signInWith(hostel, kManager, kPassword);
    hostel.hostel->noteCheck(readToTheEnd(hostel));
    need(hostel.hostel->acceptFile());
    CHECK(hostel.hostel->warnings().isEmpty());
    CHECK(readToTheEnd(hostel).isWhole());
    hostel.reopen();
    CHECK(hostel.hostel->warnings().isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    auto again = hostel.services().backups.job({});
    CHECK(bool(need(again)(kGoOn)));
    // From here on the rows are held against that.
    tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
    tamper(hostel, u"DELETE FROM person"_s);
    CHECK(tablesOf(need(rowsAgainstHistory(hostel.services().records.database()))).contains(u"person"_s));
}

TEST_CASE("A page of an earlier copy is told by the anchor, also where no row tells")
{
    TestHostel hostel;
    need(hostel.services().drafts.keep({u"alert"_s, 0, 0}, {{u"text"_s, u"typed yesterday"_s}}));
    const QByteArray before = closedBytes(hostel);
    hostel.reopen();
    CHECK(readToTheEnd(hostel).isWhole());
    CHECK(readToTheEnd(hostel).pages.anchor == PagesFound::Anchor::Fits);
    need(hostel.services().drafts.keep({u"alert"_s, 0, 0}, {{u"text"_s, u"typed today"_s}}));
    QByteArray today = closedBytes(hostel);
    int told = 0;
    for (qsizetype at = 65536; at + 4096 <= std::min(before.size(), today.size()); at += 4096) {
        if (before.mid(at, 4096) == today.mid(at, 4096))
            continue;
        QByteArray mixed = today;
        mixed.replace(at, 4096, before.mid(at, 4096));
        putBytes(hostel.path, mixed);
        const auto file = need(HostelFile::choose(hostel.path, hostel.clock));
        const auto opened = file->signIn(kManager, kPassword);
        if (!opened)
            continue;
        const FileCheck found = need((*opened)->deepCheck()(kGoOn));
        CHECK_FALSE(found.isWhole());
        told += found.damage.isEmpty() && found.pages.anchor == PagesFound::Anchor::Differs;
    }
    CHECK(told > 0);
    // Until a manager goes on with it as it is.
    putBytes(hostel.path, today + before.right(4096));
    hostel.reopen();
    FileCheck found = readToTheEnd(hostel);
    CHECK(found.pages.behindEnd == 4096);
    hostel.hostel->noteCheck(found);
    CHECK(kindsOf(hostel) == QList<Doubt>{Doubt::PagesOlder});
    need(hostel.hostel->acceptFile());
    CHECK(readToTheEnd(hostel).isWhole());
    hostel.reopen();
    found = readToTheEnd(hostel);
    INFO(found.damage.join(u'\n').toStdString()
        << ' ' << found.history.size() << ' ' << found.rows.size() << ' ' << int(found.pages.anchor) << ' ' << found.pages.behindEnd);
    CHECK(found.isWhole());
    CHECK(hostel.hostel->warnings().isEmpty());
}

TEST_CASE("A file without an anchor gets one when it was read to its end, and so does one whose writing was cut")
{
    for (const PageAnchor::State state : {PageAnchor::State::None, PageAnchor::State::Writing}) {
        TestHostel hostel;
        aPerson().in(hostel);
        closedBytes(hostel);
        {
            auto vault = need(VaultFile::unlock(hostel.path, kManager, kPassword));
            sqlite3 *connection = nullptr;
            REQUIRE(sqlite3_open_v2(hostel.path.toUtf8().constData(), &connection, SQLITE_OPEN_READWRITE, kCipherVfsName) == SQLITE_OK);
            need(vault->change(connection, [&](VaultHeader &header) -> Done {
                header.anchor = {};
                header.anchor.state = state;
                return {};
            }));
            sqlite3_close(connection);
        }
        hostel.reopen();
        const auto wanted = state == PageAnchor::State::None ? PagesFound::Anchor::None : PagesFound::Anchor::WriteWasCut;
        FileCheck found = readToTheEnd(hostel);
        CHECK(found.pages.anchor == wanted);
        CHECK(found.isWhole());
        CHECK(readToTheEnd(hostel).pages.anchor == PagesFound::Anchor::Fits);
        aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
        hostel.reopen();
        CHECK(readToTheEnd(hostel).pages.anchor == PagesFound::Anchor::Fits);
        CHECK(VaultFile::peek(hostel.path)->anchor.state == PageAnchor::State::Whole);
    }
}

TEST_CASE("The anchor goes along with backups, restores and a new data key")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const BackupMade made = backUp(hostel, {.folder = hostel.folder.path()});
    CHECK(VaultFile::peek(made.path)->anchor.state == PageAnchor::State::Whole);
    for (const auto what : {OpenHostel::Rewriting::Compaction, OpenHostel::Rewriting::NewDataKey}) {
        need(hostel.services().accounts.confirmed(true));
        auto job = hostel.hostel->rewriting(what);
        putInPlace(hostel, need(need(job)()));
        CHECK(hostel.hostel->warnings().isEmpty());
        CHECK(readToTheEnd(hostel).isWhole());
        CHECK(readToTheEnd(hostel).pages.anchor == PagesFound::Anchor::Fits);
    }
}

TEST_CASE("An earlier header is told to everybody, and lets nobody back in whose way in was taken away")
{
    TestHostel hostel;
    const auto lee = makeMember(hostel, u"Lee Leaver"_s, Role::SupportWorker);
    const auto cy = makeMember(hostel, u"Cy Changer"_s, Role::SupportWorker);
    const QString changed = u"lantern-anvil-harbour"_s;
    const QByteArray before = closedBytes(hostel).left(65536);
    hostel.reopen();
    need(hostel.services().accounts.confirmed(true));
    need(hostel.services().accounts.removeAccess(lee.id));
    need(hostel.services().accounts.give(need(hostel.services().records.one(cy.id)), changed));
    QByteArray today = closedBytes(hostel);
    today.replace(0, 65536, before);
    putBytes(hostel.path, today);
    auto file = need(HostelFile::choose(hostel.path, hostel.clock));
    CHECK(kindOfError(file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(file->signIn(u"Cy Changer"_s, changed)) == ErrorKind::WrongPassword);
    file.reset();
    for (int i = 0; i < 8; ++i) { // each sign-in writes the header: the doubt does not go by itself
        hostel.reopen();
        CHECK(kindsOf(hostel) == QList<Doubt>{Doubt::HeaderOlder, Doubt::SlotOlder, Doubt::SlotOlder});
        for (const FileWarning &warning : hostel.hostel->warnings())
            CHECK_FALSE(warning.isUnfinished); // put back
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    }
    signInWith(hostel, u"Cy Changer"_s, kTheirs); // told, not in silence
    CHECK(kindsOf(hostel).contains(Doubt::SlotOlder));
    CHECK(kindOfError(hostel.hostel->acceptFile()) == ErrorKind::NotPermitted);
    signInWith(hostel, kManager, kPassword);
    need(hostel.hostel->acceptFile());
    CHECK(hostel.hostel->warnings().isEmpty());
    hostel.reopen();
    CHECK(hostel.hostel->warnings().isEmpty());
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
    signInWith(hostel, u"Cy Changer"_s, kTheirs);
    CHECK(hostel.hostel->session().choosesPassword()); // the first thing to do is to choose another
}

TEST_CASE("A program that was ended in the middle of changing ways in is told as that, and nobody is locked out by it")
{
    TestHostel hostel;
    const auto lee = makeMember(hostel, u"Lee Leaver"_s, Role::SupportWorker);
    const auto cy = makeMember(hostel, u"Cy Changer"_s, Role::SupportWorker);
    const QString changed = u"lantern-anvil-harbour"_s;
    hostel.reopen();
    const QByteArray head = contentOf(hostel.path).left(65536);
    auto recovery = hostel.services().accounts.recoveryKeyPreparation(HostelFile::makeRecoveryKey());
    need(hostel.services().accounts.removeAccess(lee.id));
    need(hostel.services().accounts.give(need(hostel.services().records.one(cy.id)), changed));
    need(hostel.services().accounts.replaceRecoveryKey(need(need(recovery)())));
    // The history has it, the header does not yet.
    const QByteArray log = contentOf(hostel.path + u"-wal"_s);
    QByteArray killed = contentOf(hostel.path);
    killed.replace(0, 65536, head);
    hostel.hostel.reset();
    hostel.file.reset();
    putBytes(hostel.path, killed);
    putBytes(hostel.path + u"-wal"_s, log);
    hostel.reopen();
    const QList<FileWarning> told = hostel.hostel->warnings();
    REQUIRE(kindsOf(hostel) == QList<Doubt>{Doubt::SlotOlder, Doubt::SlotOlder, Doubt::SlotOlder});
    QStringList names;
    for (const FileWarning &warning : told) {
        CHECK(warning.isUnfinished);
        CHECK(warning.wasTakenAway == (warning.name == u"Lee Leaver"));
        names.append(warning.name);
    }
    names.sort();
    CHECK(names == QStringList{u""_s, u"Cy Changer"_s, u"Lee Leaver"_s});
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(hostel.file->signIn(u"Cy Changer"_s, changed)) == ErrorKind::WrongPassword);
    CHECK(bool(hostel.file->unlockWithRecoveryKey(hostel.recoveryKey)));
    signInWith(hostel, kManager, kPassword);
    need(hostel.hostel->acceptFile());
    hostel.reopen();
    CHECK(hostel.hostel->warnings().isEmpty());
    signInWith(hostel, u"Cy Changer"_s, kTheirs);
    CHECK(hostel.hostel->session().choosesPassword());
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
}

TEST_CASE("A recovery key that was replaced does not come back in silence")
{
    TestHostel hostel;
    const QByteArray before = closedBytes(hostel).left(65536);
    hostel.reopen();
    need(hostel.services().accounts.confirmed(true));
    auto job = hostel.services().accounts.recoveryKeyPreparation(HostelFile::makeRecoveryKey());
    const auto slot = need(need(job)());
    need(hostel.services().accounts.replaceRecoveryKey(slot));
    hostel.reopen();
    CHECK(hostel.hostel->warnings().isEmpty());
    QByteArray today = closedBytes(hostel);
    today.replace(0, 65536, before);
    putBytes(hostel.path, today);
    hostel.reopen();
    CHECK(kindsOf(hostel) == QList<Doubt>{Doubt::HeaderOlder, Doubt::SlotOlder});
    need(hostel.hostel->acceptFile());
    hostel.reopen();
    CHECK(hostel.hostel->warnings().isEmpty());
}

TEST_CASE("Saves that this PC confirmed and the file lost are counted at the next sign-in, and only those")
{
    TestHostel hostel;
    const SeenHeads seen(hostel.folder.filePath(u"pc/seen.json"_s));
    signInSeeing(hostel, seen);
    const QDir pc(hostel.folder.filePath(u"pc"_s));
    const auto marks = [&] { return pc.entryInfoList({u"saved-*"_s}, QDir::Files); };
    const QString wal = hostel.path + u"-wal"_s;
    for (int i = 0; i < 3; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    const qsizetype kept = contentOf(wal).size();
    aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    aPerson().called(u"Ruth"_s, u"Oyelaran"_s).in(hostel);
    need(hostel.services().records.note(HistoryAction::Viewed, u"person"_s, 1, 1)); // no save
    REQUIRE(marks().size() == 1);
    const QByteArray main = contentOf(hostel.path);
    const QByteArray log = contentOf(wal);
    const QByteArray mark = contentOf(marks().first().filePath());
    const QString markPath = marks().first().filePath();
    CHECK_FALSE(mark.contains("Grace"));
    hostel.hostel.reset();
    CHECK(marks().isEmpty()); // closed as it should be
    hostel.file.reset();
    const auto asKilled = [&](const QByteArray &journal, const QByteArray &remembered) {
        hostel.hostel.reset();
        hostel.file.reset();
        QDir(pc).removeRecursively();
        REQUIRE(QDir().mkpath(pc.path()));
        putBytes(hostel.path, main);
        putBytes(wal, journal);
        if (!remembered.isEmpty())
            putBytes(markPath, remembered);
        signInSeeing(hostel, seen);
    };
    asKilled(log, mark);
    CHECK(hostel.hostel->warnings().isEmpty());
    asKilled(log, {}); // another PC
    CHECK(hostel.hostel->warnings().isEmpty());
    asKilled(log.left(kept), {});
    CHECK(hostel.hostel->warnings().isEmpty()); // which knows nothing of them
    QByteArray cutMark = mark;
    cutMark[40] = char(cutMark.at(40) ^ 1);
    asKilled(log.left(kept), cutMark);
    CHECK(hostel.hostel->warnings().isEmpty());
    asKilled(log.left(kept), mark);
    REQUIRE(kindsOf(hostel) == QList<Doubt>{Doubt::SavesMissing});
    CHECK(hostel.hostel->warnings().first().entries == 2);
    CHECK(hostel.hostel->warnings().first().seenAt == kNow);
    aPerson().called(u"Vi"_s, u"New"_s).in(hostel); // work goes on, and nobody forgets it
    signInSeeing(hostel, seen);
    CHECK_FALSE(hostel.hostel->warnings().isEmpty());
    need(hostel.hostel->acceptFile());
    signInSeeing(hostel, seen);
    CHECK(hostel.hostel->warnings().isEmpty());
}

} // namespace keywork::test::file_doubts_test
