// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/audit.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "core/storage/rows_against_history.h"
#include "tests/support/trust.h"

#include <QJsonArray>
#include <algorithm>

namespace keywork::test::audit_test {

using namespace Qt::StringLiterals;

namespace {

QList<HistoryFinding::Kind> kindsIn(const AuditReport &report)
{
    QList<HistoryFinding::Kind> kinds;
    for (const HistoryFinding &finding : report.findings)
        if (!kinds.contains(finding.kind))
            kinds.append(finding.kind);
    return kinds;
}

} // namespace

TEST_CASE("Whatever is done to the history behind its back is found and named for what it is")
{
    using Kind = HistoryFinding::Kind;
    struct Tampering {
        const char *what;
        const char *sql;
        QList<Kind> found;
    };
    const Tampering tamperings[] = {
        {"nothing", "SELECT 1", {}},
        {"who", "UPDATE history SET by = 9 WHERE sequence = 4", {Kind::Changed}},
        {"when", "UPDATE history SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 4", {Kind::Changed}},
        {"whom", "UPDATE history SET person = 7 WHERE sequence = 4", {Kind::Changed}},
        {"the sum", "UPDATE history SET mac = 'ab' WHERE sequence = 4", {Kind::Changed}},
        {"an entry in the middle", "DELETE FROM history WHERE sequence = 4", {Kind::Missing, Kind::Changed}},
        {"what it says", "UPDATE history_content SET changes = '{}' WHERE sequence = 4", {Kind::WordsChanged}},
        {"its words", "DELETE FROM history_content WHERE sequence = 4", {Kind::WordsMissing}},
        {"the last entry", "DELETE FROM history WHERE sequence = (SELECT max(sequence) FROM history)", {Kind::TailMissing}},
        {"an entry more",
            "INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) SELECT at, by, action, kind, record, "
            "person, salt, commitment, mac FROM history WHERE sequence = 4",
            {Kind::Changed, Kind::WordsMissing}},
        {"two in another order",
            "UPDATE history SET (at, by, action, kind, record, person, salt, commitment, mac) = (SELECT at, by, action, kind, record, "
            "person, salt, commitment, mac FROM history o WHERE o.sequence = 9 - history.sequence) WHERE sequence IN (4, 5)",
            {Kind::Changed, Kind::WordsChanged}},
    };
    for (const Tampering &tampering : tamperings) {
        INFO(tampering.what);
        TestHostel hostel;
        const auto ben = aPerson().in(hostel);
        aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
        tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
        tamper(hostel, QString::fromLatin1(tampering.sql));
        CHECK(kindsIn(verified(hostel)) == tampering.found);
    }
}

TEST_CASE("A printed seal tells a history that was cut and written on")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const auto seals = need(hostel.services().audit.seals(3));
    REQUIRE(seals.size() == 1);
    CHECK(seals.first().day == QDate(2026, 9, 14));
    CHECK(verified(hostel, seals).findings.isEmpty());
    // Whoever has the key can cut the end off and go on from there without a seam: only the seal knows.
    tamper(hostel, u"PRAGMA foreign_keys = OFF"_s);
    tamper(hostel, u"DELETE FROM history_content WHERE sequence = %1"_s.arg(seals.first().sequence));
    tamper(hostel, u"DELETE FROM history WHERE sequence = %1"_s.arg(seals.first().sequence));
    tamper(hostel, u"UPDATE sqlite_sequence SET seq = %1 WHERE name = 'history'"_s.arg(seals.first().sequence - 1));
    aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    CHECK(verified(hostel).findings.isEmpty());
    const AuditReport against = verified(hostel, seals);
    REQUIRE(against.findings.size() == 1);
    CHECK(against.findings.first().kind == HistoryFinding::Kind::OtherHead);
}

TEST_CASE("A file put back from yesterday is named at the sign-in on a PC that has seen a newer one")
{
    TestHostel hostel;
    const SeenHeads seen(hostel.folder.filePath(u"pc/seen.json"_s));
    const auto signInAgain = [&] {
        hostel.hostel.reset();
        hostel.file.reset();
        auto chosen = HostelFile::choose(hostel.path, hostel.clock, seen);
        hostel.file = std::move(need(chosen));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
    };
    signInAgain();
    CHECK(hostel.hostel->warnings().isEmpty());
    hostel.hostel.reset();
    const QString yesterday = hostel.folder.filePath(u"yesterday"_s);
    REQUIRE(QFile::copy(hostel.path, yesterday));
    signInAgain();
    aPerson().in(hostel);
    signInAgain();
    CHECK(hostel.hostel->warnings().isEmpty());
    hostel.hostel.reset();
    REQUIRE(QFile::remove(hostel.path));
    REQUIRE(QFile::copy(yesterday, hostel.path));
    signInAgain();
    REQUIRE(hostel.hostel->warnings().size() == 1);
    CHECK(hostel.hostel->warnings().first().knownHere);
    CHECK(hostel.hostel->warnings().first().kind == FileWarning::Kind::EntriesMissing);
    CHECK(hostel.hostel->warnings().first().entries >= 2);
    const auto lines = need(hostel.services().audit.list({.what = AuditRequest::What::Safety}));
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().action == u"file_was_older");
    QFile pc(hostel.folder.filePath(u"pc/seen.json"_s));
    REQUIRE(pc.open(QIODevice::ReadOnly));
    CHECK_FALSE(pc.readAll().contains("Cairn"));
}

TEST_CASE("Who looked is one question: views and changes, for whoever may read the record and for auditors")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    for (int i = 0; i < 3; ++i)
        need(hostel.services().records.note(HistoryAction::Viewed, u"person"_s, ben.id.value, ben.id.value));
    signInAs(hostel, u"Tomi Okoro"_s, Role::SupportWorker);
    need(hostel.services().records.note(HistoryAction::Viewed, u"person"_s, ben.id.value, ben.id.value));
    const auto looked = need(hostel.services().audit.whoLookedAt(ben.id));
    REQUIRE(looked.size() == 2);
    CHECK(looked.at(0).who == kManager);
    CHECK(looked.at(0).times == 3);
    CHECK(looked.at(0).changed == 2);
    CHECK(looked.at(1).who == u"Tomi Okoro");
    CHECK(looked.at(1).times == 1);
    CHECK(kindOfError(hostel.services().audit.list({})) == ErrorKind::NotPermitted);
    hostel.reopen();
    signInAs(hostel, u"Ada Auditor"_s, Role::Auditor);
    CHECK(need(hostel.services().audit.whoLookedAt(ben.id)).size() == 2);
    CHECK(need(hostel.services().audit.list({.what = AuditRequest::What::Looks})).size() == 4);
    CHECK(kindOfError(hostel.services().records.one(ben.id)) == ErrorKind::NotPermitted);
}

TEST_CASE("What failed while the file was locked is in the history after the next sign-in, once, and by nobody's name")
{
    TestHostel hostel;
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(kManager, u"my-cat-Tinkerbell"_s)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(hostel.file->signIn(u"tulip-anvil-morning"_s, u"typed into the wrong field"_s)) == ErrorKind::WrongPassword);
    CHECK(hostel.file->recentFailures() == 2);
    const QString sealed = hostel.path + u".sealed"_s;
    REQUIRE(QFile::copy(sealed, hostel.folder.filePath(u"kept"_s)));
    hostel.reopen();
    CHECK(hostel.file->recentFailures() == 0);
    CHECK_FALSE(QFile::exists(sealed));
    const auto failures = [&] {
        auto lines = need(hostel.services().audit.list({.what = AuditRequest::What::SignIns}));
        lines.removeIf([](const HistoryLine &line) { return line.action != u"sign_in_failed"; });
        return lines;
    };
    REQUIRE(failures().size() == 2);
    CHECK(failures().at(1).changes.value(u"slot"_s).toString().size() == 32);
    CHECK(failures().at(0).changes.value(u"slot"_s).toString().isEmpty());
    CHECK(failures().at(1).member == kManager); // whose name was tried
    CHECK(failures().at(0).member.isEmpty());
    for (const HistoryLine &line : failures())
        CHECK(line.by.isEmpty()); // not of whoever happened to sign in next
    for (const HistoryLine &line : failures())
        CHECK_FALSE(QJsonDocument(line.changes).toJson().contains("tulip"));
    // Killed between the commit and the deletion: the same entries come again and count once.
    hostel.hostel.reset();
    REQUIRE(QFile::copy(hostel.folder.filePath(u"kept"_s), sealed));
    hostel.reopen();
    CHECK(failures().size() == 2);
    // A torn end hides nothing before it and is told.
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(kManager, u"wrong"_s)) == ErrorKind::WrongPassword);
    QFile torn(sealed);
    REQUIRE(torn.open(QIODevice::Append));
    torn.write("\x40\0\0", 3);
    torn.close();
    hostel.reopen();
    CHECK(failures().size() == 3);
    // Nor what is written behind it.
    hostel.hostel.reset();
    for (const char *end : {"\x40\0\0", "\xff\xff\xff\xff what is this"}) {
        QFile again(sealed);
        REQUIRE(again.open(QIODevice::Append));
        again.write(end, 3);
        again.close();
        CHECK(kindOfError(hostel.file->signIn(kManager, u"wrong"_s)) == ErrorKind::WrongPassword);
    }
    hostel.reopen();
    CHECK(failures().size() == 5);
    REQUIRE(hostel.hostel->warnings().size() == 1);
    CHECK(hostel.hostel->warnings().first().kind == FileWarning::Kind::SealedUnreadable);
}

TEST_CASE("An auditor may take the history along, which is noted as something that left, and nothing else")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    makeMember(hostel, u"Ada Auditor"_s, Role::Auditor);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    signInWith(hostel, u"Ada Auditor"_s, kTheirs);
    const auto lines = need(hostel.services().audit.list({}));
    CHECK(std::any_of(lines.cbegin(), lines.cend(), [&](const HistoryLine &line) { return line.personNumber == ben.value.number; }));
    const QString path = hostel.folder.filePath(u"history.csv"_s);
    const auto left = need(hostel.services().disclosures.leaveHistory({ben.value.number}, {path, "No.,When\r\n"}));
    CHECK(contentOf(path) == "No.,When\r\n");
    CHECK(left.value.residents == ben.value.number);
    CHECK(left.value.recipient == u"Ada Auditor");
    CHECK(kindOfError(hostel.services().disclosures.leaveList(u"person"_s, {}, {path, "x"})) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().records.one(ben.id)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().records.all<Disclosure>()) == ErrorKind::NotPermitted);
    Kept<Disclosure> rewritten = left;
    rewritten.value.left = false;
    CHECK(kindOfError(hostel.services().records.amend(rewritten)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().records.withdraw(recordType<Disclosure>(), left.id.value, left.version, u"it never left"_s))
        == ErrorKind::NotPermitted);
    // What can't be written is refused before anything is kept; a name that is too long is only found out by writing.
    const QString nowhere = hostel.folder.filePath(u"no such folder/history.csv"_s);
    CHECK_FALSE(bool(hostel.services().disclosures.leaveHistory({ben.value.number}, {nowhere, "x"})));
    const QString tooLong = hostel.folder.filePath(QString(300, u'x'));
    CHECK_FALSE(bool(hostel.services().disclosures.leaveHistory({ben.value.number}, {tooLong, "x"})));
    hostel.clock.set(kNow.addSecs(301));
    CHECK(kindOfError(hostel.services().disclosures.leaveHistory({}, {path, "x"})) == ErrorKind::PasswordNeeded);
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK(kindOfError(hostel.services().disclosures.leaveHistory({}, {path, "x"})) == ErrorKind::NotPermitted);
    signInWith(hostel, kManager, kPassword);
    const auto ledger = need(hostel.services().disclosures.about(ben.id));
    REQUIRE(ledger.size() == 2); // the newest first
    CHECK_FALSE(ledger.first().value.left); // it could not be written
    CHECK(ledger.last().value.left);
    Database &database = hostel.services().records.database();
    CHECK(need(rowsAgainstHistory(database)).isEmpty()); // the history says so, too: backups go on
    const auto entries = need(hostel.services().audit.list({.limit = 500}));
    const auto back = std::find_if(
        entries.cbegin(), entries.cend(), [&](const HistoryLine &line) { return line.kind == u"disclosure" && line.action == u"changed"; });
    REQUIRE(back != entries.cend());
    CHECK(back->by == u"Ada Auditor"_s);
    CHECK(back->changes.value(u"did_leave"_s) == QJsonArray{1, 0});
}

TEST_CASE("What an earlier program wrote of a list that did not leave after all is understood")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto left = need(hostel.services().disclosures.leaveHistory({ben.value.number}, {hostel.folder.filePath(u"history.csv"_s), "x"}));
    Records &records = hostel.services().records;
    tamper(hostel, u"UPDATE disclosure SET did_leave = 0, version = version + 1"_s);
    need(records.note(HistoryAction::Changed, u"disclosure"_s, left.id.value, 0, {{u"left"_s, QJsonArray{1, 0}}}));
    CHECK(need(rowsAgainstHistory(records.database())).isEmpty());
    tamper(hostel, u"UPDATE disclosure SET did_leave = 1"_s);
    CHECK(need(rowsAgainstHistory(records.database())).size() == 1); // that it left was put back by hand
}

} // namespace keywork::test::audit_test
