// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/restrictions.h"
#include "core/services/records/drafts.h"
#include "core/storage/query.h"
#include "tests/faults/fault_vfs.h"
#include "tests/support/trust.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <algorithm>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// No file of SQLite's grows while it lives; what is written elsewhere is another disk.
class FullDisk {
public:
    FullDisk() { setRoom(0); }
    ~FullDisk() { setRoom(-1); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
};

/// A resident who agreed to be referred, in a file that is closed; a PC that keeps what it has seen on another disk.
struct Reception {
    TestHostel hostel;
    QTemporaryDir other;
    SeenHeads seen{other.filePath(u"keywork/seen.json"_s)};
    Id<Person> ben;
    Id<Agency> agency;
    QString path = hostel.path;

    Reception()
    {
        ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel).id;
        agency = anAgency(hostel).id;
        need(hostel.services().agreements.record(agreement(ben, agency), {Category::Identity}));
        hostel.hostel.reset();
        hostel.file.reset();
    }
    void open(const SeenHeads &known)
    {
        auto chosen = HostelFile::choose(path, hostel.clock, known);
        hostel.file = std::move(need(chosen));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
    }
    void close()
    {
        hostel.hostel.reset();
        hostel.file.reset();
    }
    Services &on() { return hostel.services(); }
    Result<Kept<Disclosure>> sheet(const QString &name)
    {
        return on().disclosures.leave({.about = forThem(ben, DisclosureKind::EmergencySheet, u"ambulance crew"_s, {Category::Health}),
            .files = {{other.filePath(name), smallestPdf()}}});
    }
    QStringList sealed() const { return QDir(other.filePath(u"keywork"_s)).entryList({u"*.sealed"_s}, QDir::Files); }
    /// What the history says was done, oldest first, behind the first `skipped` entries.
    QStringList done(qsizetype skipped)
    {
        QStringList actions;
        for (const HistoryLine &line : need(on().audit.list({.limit = 500})))
            actions.prepend(line.action);
        return actions.mid(skipped);
    }
    qsizetype entries()
    {
        open(SeenHeads());
        const qsizetype count = need(on().audit.list({.limit = 500})).size();
        close();
        return count + 1; // closing it is one more
    }
};

bool saysUnreadable(Reception &house)
{
    const auto warnings = house.hostel.hostel->warnings();
    return std::any_of(
        warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) { return warning.kind == FileWarning::Kind::SealedUnreadable; });
}

QString madeBy(Reception &house)
{
    return need(valueOf(house.on().records.database(), u"SELECT made_by FROM derived WHERE what = 'search_text'"_s)).toString();
}

void lookPrintAndRefer(Reception &house)
{
    Services &on = house.on();
    CHECK(need(on.records.one(house.ben)).value.givenName == u"Ben"_s);
    need(on.records.note(HistoryAction::Viewed, u"person"_s, house.ben.value, house.ben.value));
    need(house.sheet(u"sheet.pdf"_s));
    CHECK(contentOf(house.other.filePath(u"sheet.pdf"_s)) == smallestPdf());
    const auto sent
        = need(on.referrals.send(wishFor(house.ben, house.agency, {Category::Identity}), {}, TextRenderer(), house.other.path()));
    CHECK(sent.referral.value.number == u"R-0001"_s);
    CHECK(QFile::exists(house.other.filePath(u"referral-R-0001.pdf"_s)));
    Person another;
    another.givenName = u"Grace"_s;
    Stay stay;
    stay.referredOn = QDate(2026, 9, 1);
    CHECK(kindOfError(on.people.takeIn(another, stay)) == ErrorKind::NoRoom);
    CHECK(on.records.waiting() == 5); // signed in, looked at, the sheet, the referral's number, the referral
    CHECK(kindOfError(house.hostel.hostel->takesWriting()) == ErrorKind::NoRoom);
}

const QStringList kWaited{
    u"signed_in"_s, u"viewed"_s, u"added"_s, u"exported"_s, u"added"_s, u"changed"_s, u"added"_s, u"added"_s, u"shared"_s};

void checkJoined(Reception &house)
{
    const auto referrals = need(house.on().records.all<Referral>());
    REQUIRE(referrals.size() == 1);
    CHECK(referrals.first().value.state == ReferralState::Sent);
    CHECK(referrals.first().value.number == u"R-0001"_s);
    const auto left = need(house.on().disclosures.about(house.ben));
    REQUIRE(left.size() == 2);
    CHECK(left.first().value.referralId == referrals.first().id);
    CHECK((left.first().value.left && left.last().value.left));
    CHECK(need(house.on().disclosures.withFingerprint(fileFingerprint(smallestPdf()))).size() == 1);
    CHECK(need(house.hostel.hostel->problems()).isEmpty());
    CHECK(verified(house.hostel).findings.isEmpty());
    // The series goes on behind what left.
    CHECK(need(sendTo(house.hostel, wishFor(house.ben, house.agency, {Category::Identity}))).referral.value.number == u"R-0002"_s);
}

} // namespace

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

TEST_CASE("What is typed on a full disk is sealed elsewhere, shown to nobody else, and comes back to the file with room")
{
    Reception house;
    const DraftPlace place{u"contact_note"_s, 0, house.ben.value};
    const QJsonObject typed{{u"row"_s, QJsonObject{{u"text"_s, u"half a sentence"_s}}}};
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.on().drafts.keep(place, {{u"row"_s, u"half a"_s}}));
        need(house.on().drafts.keep(place, typed));
        CHECK(house.on().drafts.at(place) == typed);
        CHECK(house.on().drafts.places() == QList<DraftPlace>{place});
        house.close();
        house.open(house.seen);
        CHECK(house.on().drafts.at(place) == typed);
        house.close();
    }
    house.open(SeenHeads()); // nothing of it is in the file yet
    CHECK(house.on().drafts.at(place).isEmpty());
    house.close();
    house.open(house.seen);
    CHECK(house.on().drafts.at(place) == typed);
    CHECK(house.on().drafts.waiting() == 0);
    house.close();
    CHECK(house.sealed().isEmpty());
    house.open(SeenHeads());
    CHECK(house.on().drafts.at(place) == typed);
}

TEST_CASE("A long form on a full disk comes back whole; what a killed program left of the next one finishes or goes, once")
{
    Reception house;
    const DraftPlace place{u"contact_note"_s, 0, house.ben.value};
    const QJsonObject typed{{u"row"_s, QJsonObject{{u"text"_s, QString(200'000, u'x')}}}};
    const QDir folder(house.other.filePath(u"keywork"_s));
    const auto next = [&](const QString &name) { return folder.filePath(QString(name).replace(u".sealed"_s, u"-next.sealed"_s)); };
    const FullDisk full;
    house.open(house.seen);
    need(house.on().drafts.keep(place, {{u"row"_s, u"before"_s}}));
    const QStringList drafts = folder.entryList({u"*-draft-*"_s}, QDir::Files);
    REQUIRE(drafts.size() == 1);
    const QByteArray before = contentOf(folder.filePath(drafts.first()));
    need(house.on().drafts.keep(place, typed));
    house.close();
    const bool isWhole = GENERATE(true, false);
    INFO("the next one was whole: " << isWhole);
    if (isWhole) { // killed before it took its place
        REQUIRE(QFile::rename(folder.filePath(drafts.first()), next(drafts.first())));
        QFile earlier(folder.filePath(drafts.first()));
        REQUIRE(earlier.open(QIODevice::WriteOnly));
        earlier.write(before);
    } else {
        QFile half(next(drafts.first()));
        REQUIRE(half.open(QIODevice::WriteOnly));
        half.write(before.left(before.size() / 2));
    }
    house.open(house.seen);
    CHECK(house.on().drafts.at(place) == typed);
    CHECK_FALSE(saysUnreadable(house));
    CHECK_FALSE(QFile::exists(next(drafts.first())));
    house.close();
}

TEST_CASE("A sealed form that can't be read is told once, and put away")
{
    Reception house;
    const DraftPlace place{u"contact_note"_s, 0, house.ben.value};
    const QDir folder(house.other.filePath(u"keywork"_s));
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.on().drafts.keep(place, {{u"row"_s, u"half a"_s}}));
        house.close();
    }
    const QStringList drafts = folder.entryList({u"*-draft-*.sealed"_s}, QDir::Files);
    REQUIRE(drafts.size() == 1);
    QFile file(folder.filePath(drafts.first()));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() - 1));
    const char last = file.read(1).at(0);
    REQUIRE(file.seek(file.size() - 1));
    REQUIRE(file.putChar(char(last ^ 1)));
    file.close();
    house.open(house.seen);
    CHECK(saysUnreadable(house));
    CHECK(house.on().drafts.at(place).isEmpty());
    CHECK(house.sealed().isEmpty());
    CHECK(folder.entryList({u"*.unreadable"_s}, QDir::Files).size() == 1);
    house.close();
    house.open(house.seen);
    CHECK_FALSE(saysUnreadable(house));
    house.close();
}

TEST_CASE("What is sealed on this PC joins before the file gets a new data key, or the key stays")
{
    Reception house;
    const qsizetype before = house.entries();
    {
        const FullDisk full;
        house.open(house.seen);
        need(house.on().accounts.confirmed(true));
        need(house.on().records.note(HistoryAction::Viewed, u"person"_s, house.ben.value, house.ben.value));
        CHECK(kindOfError(house.hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey)) == ErrorKind::NoRoom);
        CHECK(house.sealed().size() == 1);
    }
    auto job = house.hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey);
    CHECK(house.sealed().isEmpty());
    putInPlace(house.hostel, need(need(job)()));
    CHECK_FALSE(saysUnreadable(house));
    CHECK(house.done(before).count(u"viewed"_s) == 1);
    house.close();
}

TEST_CASE("What could be sealed nowhere outlives the lock in memory, is sealed as soon as it can be, and joins once")
{
    Reception house;
    const qsizetype before = house.entries();
    const bool hasPlaceLater = GENERATE(true, false);
    INFO("a place for it later: " << hasPlaceLater);
    // The folder can't be made while a file has its name; nor is there another one on this PC.
    QFile inTheWay(house.other.filePath(u"keywork"_s));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const QByteArray passing = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(house.other.filePath(u"keywork/passing"_s)));
    const auto back = qScopeGuard([&] { passing.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", passing); });
    {
        const FullDisk full;
        const auto later = [&house](int minutes) { house.hostel.clock.set(kNow.addSecs(minutes * 60)); };
        house.open(house.seen);
        later(1);
        need(house.sheet(u"sheet.pdf"_s));
        later(2);
        house.hostel.hostel.reset(); // locked; the program goes on
        later(3);
        if (hasPlaceLater)
            REQUIRE(inTheWay.remove());
        auto opened = house.hostel.file->signIn(kManager, kPassword);
        house.hostel.hostel = std::move(need(opened));
        CHECK(house.on().records.waiting() == 4); // signed in, the sheet, locked, signed in
        CHECK(house.sealed().isEmpty() != hasPlaceLater);
        if (hasPlaceLater)
            house.close(); // also when the program ends
        else
            house.hostel.hostel.reset();
    }
    if (hasPlaceLater)
        house.open(house.seen);
    else
        signInWith(house.hostel, kManager, kPassword);
    CHECK(house.done(before)
        == QStringList{u"signed_in"_s, u"added"_s, u"exported"_s, u"locked"_s, u"signed_in"_s, u"locked"_s, u"signed_in"_s});
    CHECK(house.on().records.waiting() == 0);
    hasPlaceLater ? house.close() : house.hostel.hostel.reset();
    if (!hasPlaceLater)
        signInWith(house.hostel, kManager, kPassword);
    else
        house.open(house.seen);
    CHECK(house.done(before).count(u"exported"_s) == 1);
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
