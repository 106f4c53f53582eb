// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/storage/query.h"
#include "tests/faults/fault_vfs.h"
#include "tests/faults/reception.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::full_disk_typed_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::full_disk_typed_test
