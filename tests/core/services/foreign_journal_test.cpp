// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/storage/query.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <QFile>

namespace keywork::test::foreign_journal_test {

namespace {

/// A file as it was put away, and a journal as a crash leaves it beside the newer one.
struct PutBack {
    TestHostel hostel;
    Id<Person> ben = aPerson().in(hostel).id;
    QByteArray older;
    QByteArray newer;
    QByteArray journal;

    PutBack()
    {
        older = closed();
        hostel.reopen();
        note(120);
        newer = closed();
        hostel.reopen();
        note(3);
        journal = contentOf(hostel.path + u"-wal"_s); // while it is open, as if it was cut off here
        REQUIRE(journal.size() > 0);
        hostel.hostel.reset();
        hostel.file.reset();
    }
    void note(int alerts)
    {
        for (int i = 0; i < alerts; ++i)
            need(hostel.services().records.add(
                Alert{ben, {u"other"_s}, u"alert %1 "_s.arg(i).repeated(8), {u"know"_s}, QDate(2026, 9, 1), {}}));
    }
    QByteArray closed()
    {
        hostel.hostel.reset();
        hostel.file.reset();
        return contentOf(hostel.path);
    }
    void put(const QByteArray &file, const QByteArray &itsJournal) const
    {
        for (const auto &[path, bytes] : {std::pair{hostel.path, file}, std::pair{hostel.path + u"-wal"_s, itsJournal}}) {
            QFile::remove(path);
            QFile target(path);
            REQUIRE(target.open(QIODevice::WriteOnly));
            REQUIRE(target.write(bytes) == bytes.size());
        }
    }
    qint64 alerts() { return need(hostel.services().records.count(recordType<Alert>())); }
};

} // namespace

TEST_CASE("An older file that was put back beside the journal of the newer one is not torn by it, and it is said")
{
    PutBack house;
    house.put(house.older, house.journal);
    {
        auto file = HostelFile::choose(house.hostel.path, house.hostel.clock);
        for (int i = 0; i < 2; ++i) {
            const auto refused = need(file)->signIn(kManager, kPassword);
            REQUIRE_FALSE(bool(refused));
            CHECK(refused.error().kind == ErrorKind::NotAllowedNow);
            CHECK(refused.error().notNow == NotNow::ForeignJournal);
        }
        CHECK(need(file)->recentFailures() == 0); // nobody guessed
    }
    CHECK(contentOf(house.hostel.path) == house.older);
    CHECK(contentOf(house.hostel.path + u"-wal"_s) == house.journal);
    // The recovery key is no way around it.
    {
        auto file = HostelFile::choose(house.hostel.path, house.hostel.clock);
        CHECK(kindOfError(need(file)->unlockWithRecoveryKey(house.hostel.recoveryKey)) == ErrorKind::NotAllowedNow);
    }
    // Without it the older file opens, whole.
    REQUIRE(QFile::remove(house.hostel.path + u"-wal"_s));
    house.hostel.reopen();
    CHECK(need(house.hostel.hostel->problems()).isEmpty());
    CHECK(house.alerts() == 0);
}

TEST_CASE("After a crash the file's own journal is folded in as ever")
{
    PutBack house;
    house.put(house.newer, house.journal);
    house.hostel.reopen();
    CHECK(house.alerts() == 123);
    CHECK(need(house.hostel.hostel->problems()).isEmpty());
}

TEST_CASE("A damaged journal of the file itself is told as damaged, not as another file's, and nothing goes with it")
{
    TestHostel hostel;
    const Id<Person> ben = aPerson().in(hostel).id;
    hostel.reopen();
    constexpr int kAlerts = 60;
    for (int i = 0; i < kAlerts; ++i)
        need(
            hostel.services().records.add(Alert{ben, {u"other"_s}, u"alert %1 "_s.arg(i).repeated(8), {u"know"_s}, QDate(2026, 9, 1), {}}));
    // Killed when all of the journal stood in the file already, and nobody had begun a new one.
    need(run(hostel.services().records.database(), u"PRAGMA wal_checkpoint(PASSIVE)"_s));
    const QByteArray main = contentOf(hostel.path);
    const QByteArray journal = contentOf(hostel.path + u"-wal"_s);
    hostel.hostel.reset();
    hostel.file.reset();
    const auto put = [&](const QByteArray &bytes) {
        for (const auto &[path, content] : {std::pair{hostel.path, main}, std::pair{hostel.path + u"-wal"_s, bytes}}) {
            QFile::remove(path);
            QFile file(path);
            REQUIRE(file.open(QIODevice::WriteOnly));
            REQUIRE(file.write(content) == content.size());
        }
    };
    constexpr qsizetype kFrame = 24 + 4096;
    const qsizetype frames = (journal.size() - 32) / kFrame;
    REQUIRE(frames > 50);
    int damaged = 0;
    for (int tenth = 1; tenth < 10; ++tenth) {
        for (const bool isCut : {false, true}) {
            INFO(tenth << (isCut ? " cut" : " flipped"));
            const qsizetype at = 32 + frames * tenth / 10 * kFrame;
            QByteArray bad = isCut ? journal.left(at) : journal;
            if (!isCut)
                bad[at + 700] = char(bad.at(at + 700) ^ 4);
            put(bad);
            const auto file = need(HostelFile::choose(hostel.path, hostel.clock));
            const auto opened = file->signIn(kManager, kPassword);
            if (opened || opened.error().kind != ErrorKind::NotAllowedNow)
                continue; // what is there goes together, or it is damage of another kind
            if (!isCut) // a cut one may end where the file had its last page already
                CHECK(opened.error().notNow == NotNow::DamagedJournal);
            damaged += opened.error().notNow == NotNow::DamagedJournal;
            CHECK(contentOf(hostel.path) == main);
            CHECK(contentOf(hostel.path + u"-wal"_s) == bad);
        }
    }
    CHECK(damaged > 0);
    put({});
    hostel.reopen(); // without it nothing is missing
    CHECK(need(hostel.services().records.count(recordType<Alert>())) == kAlerts);
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

} // namespace keywork::test::foreign_journal_test
