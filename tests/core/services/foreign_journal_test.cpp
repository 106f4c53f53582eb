// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <QFile>

using namespace keywork;
using namespace keywork::test;

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
