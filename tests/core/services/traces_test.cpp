// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/aside.h"
#include "core/services/keeping/guessing.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/storage/erasing.h"
#include "core/storage/rows_against_history.h"
#include "tests/support/trust.h"

#include <QDir>
#include <algorithm>

namespace keywork::test::traces_test {

using namespace Qt::StringLiterals;

namespace {

QList<HistoryLine> linesOf(TestHostel &hostel, const QString &action)
{
    auto lines = need(hostel.services().audit.list({.limit = 500}));
    lines.removeIf([&](const HistoryLine &line) { return line.action != action; });
    return lines;
}

/// Signs in by a program that keeps what this PC has seen.
void openOn(TestHostel &hostel, const QString &path, const SeenHeads &seen)
{
    hostel.hostel.reset();
    hostel.file.reset();
    auto chosen = HostelFile::choose(path, hostel.clock, seen);
    hostel.file = std::move(need(chosen));
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
}

QStringList sealedIn(const QString &folder) { return QDir(folder).entryList({u"*.sealed"_s}, QDir::Files); }

/// What stands in the place of the open file: another one of the same bytes.
void putAnotherInPlace(const QString &path)
{
    REQUIRE(QFile::rename(path, path + u".away"_s));
    REQUIRE(QFile::copy(path + u".away"_s, path));
}

void putBack(const QString &path)
{
    REQUIRE(QFile::remove(path));
    REQUIRE(QFile::rename(path + u".away"_s, path));
}

} // namespace

TEST_CASE("A finished search is one row with its words, and erasing whom it was for takes the words out")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    Finding &finding = hostel.services().finding;
    need(finding.finished(u"  Bark "_s, 1));
    need(finding.finished(u"0113 496 0000"_s, 1));
    need(finding.finished(u"adey"_s, 1, Finding::Where::NearMatches));
    const auto before = linesOf(hostel, u"searched"_s);
    REQUIRE(before.size() == 3);
    CHECK(before.at(2).changes.value(u"words"_s).toString() == u"Bark"_s);
    CHECK(before.at(2).changes.value(u"found"_s).toInt() == 1);
    CHECK_FALSE(before.at(2).changes.contains(u"near_matches"_s));
    CHECK(before.at(0).changes.value(u"near_matches"_s).toBool());
    need(eraseAgain(hostel.services().records.database(), {{u"person"_s, ben.id.value}}, 1, hostel.clock.now()));
    const auto after = linesOf(hostel, u"searched"_s);
    REQUIRE(after.size() == 3);
    CHECK(after.at(0).changes.value(u"words"_s).toString() == u"adey"_s);
    CHECK(after.at(1).changes.isEmpty()); // a number: whose, nobody knows any more
    CHECK(after.at(2).changes.isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("Whoever reads the audit stands in it, with what they asked for")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    hostel.services().audit.noteRead({.what = AuditRequest::What::Looks, .resident = ben.value.number});
    hostel.services().audit.noteRead({.resident = u"P-9999"_s}); // nobody: nothing was shown
    const auto lines = linesOf(hostel, u"history_read"_s);
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().person == ben.id.value);
    const auto looked = need(hostel.services().audit.whoLookedAt(ben.id));
    REQUIRE(looked.size() == 1);
    CHECK(looked.first().times == 1);
}

TEST_CASE("A backup that was opened to look at, and what was seen in it, stands in the file's history at the next sign-in")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    const BackupMade made = backUp(hostel, {.folder = hostel.folder.path()});
    openOn(hostel, made.path, seen);
    CHECK(hostel.hostel->session().isLookOnly());
    need(hostel.services().records.note(HistoryAction::Viewed, u"person"_s, ben.id.value, ben.id.value));
    openOn(hostel, hostel.path, seen);
    const auto opened = linesOf(hostel, u"backup_opened"_s);
    REQUIRE(opened.size() == 1);
    CHECK(opened.first().by == kManager);
    CHECK(opened.first().changes.value(u"backup"_s).toBool());
    CHECK(opened.first().changes.contains(u"made_at"_s));
    const auto viewed = linesOf(hostel, u"viewed"_s);
    REQUIRE(viewed.size() == 1);
    CHECK(viewed.first().person == ben.id.value);
    CHECK(sealedIn(pc.path()).isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("A restore or a rescue from outside the window, and a wrong password at a backup, stand in the file's history")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const BackupMade made = backUp(hostel, {.folder = hostel.folder.path()});
    hostel.hostel.reset();
    noteReadOutside(made.path, seen, {hostel.clock.now(), 1, u"restore"_s, true});
    noteReadOutside(made.path, seen, {hostel.clock.now(), 0, u"restore"_s});
    noteTry(made.path, kManager, seen, hostel.clock);
    openOn(hostel, hostel.path, seen);
    REQUIRE(linesOf(hostel, u"backup_opened"_s).size() == 1);
    CHECK(linesOf(hostel, u"backup_opened"_s).first().by.isEmpty()); // nobody proved who they were to this file
    CHECK(linesOf(hostel, u"backup_opened"_s).first().changes.value(u"said_by"_s).toInteger() == 1);
    REQUIRE(linesOf(hostel, u"restored"_s).size() == 1);
    CHECK(linesOf(hostel, u"restored"_s).first().changes.value(u"outside"_s).toString() == u"restore"_s);
    CHECK(linesOf(hostel, u"sign_in_failed"_s).size() == 1);
    openOn(hostel, hostel.path, seen);
    CHECK(linesOf(hostel, u"restored"_s).size() == 1); // once
}

TEST_CASE("A wrong passphrase for a restore in the window counts as a try, and stands in the history")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const BackupMade made = backUp(hostel, {.folder = hostel.folder.path(), .leaving = true});
    openOn(hostel, hostel.path, seen);
    auto job = hostel.hostel->restorePreview({.backup = made.path, .secret = u"otter-lantern-gravel-sonnet-mill-plum"_s});
    CHECK(kindOfError(need(job)(kGoOn)) == ErrorKind::WrongPassword);
    CHECK(hostel.file->recentFailures() == 1);
    auto another = hostel.hostel->restoring({.backup = made.path, .secret = u"otter-lantern-gravel-sonnet-mill-plum"_s});
    CHECK(kindOfError(need(another)()) == ErrorKind::WrongPassword);
    openOn(hostel, hostel.path, seen);
    CHECK(linesOf(hostel, u"sign_in_failed"_s).size() == 2);
    CHECK(secondsBeforeTry(2) == 0);
    CHECK(secondsBeforeTry(3) == 2);
    CHECK(secondsBeforeTry(100) == 60);
}

TEST_CASE("What is printed from a copy that is only looked at leaves, and is kept by the file at the next sign-in")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    hostel.hostel.reset();
    hostel.file.reset();
    auto copied = HostelFile::choosePrivateCopy(hostel.path, hostel.clock, seen);
    hostel.file = std::move(need(copied));
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
    Disclosures &disclosures = hostel.services().disclosures;
    const auto about = forThem(ben.id, DisclosureKind::CarePlanPrint, u"Ben"_s, {Category::CarePlan});
    need(disclosures.leave({.about = about, .files = {{pc.filePath(u"plan.pdf"_s), smallestPdf()}}}));
    CHECK(contentOf(pc.filePath(u"plan.pdf"_s)) == smallestPdf());
    const auto list = need(disclosures.aboutList(u"person"_s, {ben.id}));
    need(disclosures.keep({.about = list, .paper = "a list"}));
    const auto jammed = need(disclosures.keep({.about = about, .paper = "pages"}));
    need(disclosures.didNotLeave(jammed));
    openOn(hostel, hostel.path, seen);
    const auto left = need(hostel.services().disclosures.about(ben.id));
    REQUIRE(left.size() == 3);
    CHECK(left.at(2).value.kind == DisclosureKind::CarePlanPrint);
    CHECK(left.at(2).createdBy == hostel.hostel->session().staff().value);
    CHECK(left.at(1).value.kind == DisclosureKind::ListExport);
    CHECK((left.at(2).value.left && left.at(1).value.left && !left.at(0).value.left));
    CHECK(linesOf(hostel, u"exported"_s).size() == 2);
    CHECK(linesOf(hostel, u"printed"_s).size() == 1);
    CHECK(linesOf(hostel, u"printed"_s).first().record == left.at(0).id.value);
    CHECK(sealedIn(pc.path()).isEmpty());
}

TEST_CASE("Nothing is saved into a file that another one replaced; what is typed waits, and comes back with the file")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    openOn(hostel, hostel.path, seen);
    need(hostel.hostel->takesWriting());
    const bool isMoved = GENERATE(true, false);
    INFO("only moved away: " << isMoved);
    putAnotherInPlace(hostel.path);
    if (isMoved)
        REQUIRE(QFile::remove(hostel.path));
    CHECK(kindOfError(hostel.hostel->takesWriting()) == ErrorKind::FileGone);
    CHECK(hostel.hostel->asidePlace().folder == pc.path());
    auto edited = need(hostel.services().records.one(ben.id));
    edited.value.telephone = u"0113 496 0000"_s;
    CHECK(kindOfError(hostel.services().records.amend(edited)) == ErrorKind::FileGone);
    const DraftPlace place{u"person"_s, ben.id.value, ben.id.value};
    const QJsonObject typed{{u"row"_s, QJsonObject{{u"telephone"_s, u"0113 496 0000"_s}}}};
    need(hostel.services().drafts.keep(place, typed));
    CHECK(hostel.services().drafts.at(place) == typed);
    need(hostel.services().records.note(HistoryAction::Viewed, u"person"_s, ben.id.value, ben.id.value));
    auto job = hostel.services().backups.job({.folder = hostel.folder.path()});
    CHECK(kindOfError(need(job)(kGoOn)) == ErrorKind::FileGone); // nor is the other file's content called a backup
    hostel.hostel.reset();
    hostel.file.reset();
    if (isMoved)
        REQUIRE(QFile::copy(hostel.path + u".away"_s, hostel.path));
    putBack(hostel.path);
    openOn(hostel, hostel.path, seen);
    CHECK(hostel.services().drafts.at(place) == typed);
    CHECK(need(hostel.services().records.one(ben.id)).value.telephone.isEmpty());
    CHECK(linesOf(hostel, u"viewed"_s).size() == 1);
    CHECK(need(hostel.hostel->problems()).isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    CHECK(sealedIn(pc.path()).isEmpty());
}

TEST_CASE("A draft about somebody who was erased meanwhile does not come back")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    openOn(hostel, hostel.path, seen);
    const DraftPlace place{u"contact_note"_s, 0, ben.id.value};
    putAnotherInPlace(hostel.path);
    need(hostel.services().drafts.keep(place, {{u"row"_s, u"half"_s}}));
    hostel.hostel.reset();
    hostel.file.reset();
    putBack(hostel.path);
    openOn(hostel, hostel.path, SeenHeads());
    need(eraseAgain(hostel.services().records.database(), {{u"person"_s, ben.id.value}}, 1, hostel.clock.now()));
    openOn(hostel, hostel.path, seen);
    CHECK(hostel.services().drafts.at(place).isEmpty());
    CHECK(sealedIn(pc.path()).isEmpty());
}

TEST_CASE("What left of somebody who was erased meanwhile joins as something that happened, not as a row that is missing")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    hostel.hostel.reset();
    hostel.file.reset();
    auto copied = HostelFile::choosePrivateCopy(hostel.path, hostel.clock, seen);
    hostel.file = std::move(need(copied));
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
    const auto about = forThem(ben.id, DisclosureKind::CarePlanPrint, u"Ben"_s, {Category::CarePlan});
    need(hostel.services().disclosures.keep({.about = about, .paper = "pages"}));
    openOn(hostel, hostel.path, SeenHeads());
    need(eraseAgain(hostel.services().records.database(), {{u"person"_s, ben.id.value}}, 1, hostel.clock.now()));
    openOn(hostel, hostel.path, seen);
    const auto exported = linesOf(hostel, u"exported"_s);
    REQUIRE(exported.size() == 1);
    CHECK(exported.first().changes == QJsonObject{{u"could_not_be_kept"_s, true}});
    CHECK(exported.first().record == 0);
    CHECK(exported.first().person == ben.id.value);
    REQUIRE(linesOf(hostel, u"printed"_s).size() == 1);
    CHECK(linesOf(hostel, u"printed"_s).first().record == 0); // of nobody else's
    CHECK(need(rowsAgainstHistory(hostel.services().records.database())).isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    CHECK(sealedIn(pc.path()).isEmpty());
}

TEST_CASE("Words that somebody searched for in a copy do not come into the file after an erasure, and later ones do")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().in(hostel);
    const auto searchInCopy = [&](const QString &words) {
        hostel.hostel.reset();
        hostel.file.reset();
        auto copied = HostelFile::choosePrivateCopy(hostel.path, hostel.clock, seen);
        hostel.file = std::move(need(copied));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
        need(hostel.services().finding.finished(words, 1));
    };
    searchInCopy(u"barker"_s);
    hostel.clock.set(kNow.addSecs(60));
    openOn(hostel, hostel.path, SeenHeads());
    need(eraseAgain(hostel.services().records.database(), {{u"person"_s, ben.id.value}}, 1, hostel.clock.now()));
    hostel.clock.set(kNow.addSecs(120));
    searchInCopy(u"adeyemi"_s);
    openOn(hostel, hostel.path, seen);
    const auto searched = linesOf(hostel, u"searched"_s);
    REQUIRE(searched.size() == 2); // the newest first
    CHECK(searched.first().changes.value(u"words"_s).toString() == u"adeyemi"_s);
    CHECK(searched.last().changes.value(u"words"_s).toString().isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("Where another file took the place of the open one nothing leaves on an agreement")
{
    TestHostel hostel;
    const QTemporaryDir pc;
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    openOn(hostel, hostel.path, seen);
    const auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    putAnotherInPlace(hostel.path);
    CHECK(kindOfError(hostel.services().referrals.send(wish, {}, TextRenderer(), pc.path())) == ErrorKind::FileGone);
    CHECK(QDir(pc.path()).entryList({u"referral*"_s}).isEmpty());
    putBack(hostel.path);
    need(hostel.services().referrals.send(wish, {}, TextRenderer(), pc.path()));
}

} // namespace keywork::test::traces_test
