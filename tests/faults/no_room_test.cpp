// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

#include <QFileInfo>
#include <csignal>
#include <sys/resource.h>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// No file of this process may grow beyond `bytes` while it lives: a disk without room that needs no mounting.
class LimitedRoom {
public:
    explicit LimitedRoom(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit less{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &less);
    }
    ~LimitedRoom() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

TEST_CASE("Without room a save fails with a reason, keeps what was there, and works again when there is room")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Person large;
    large.givenName = u"Grace"_s;
    large.conditions = QString(1900, u'x');
    Stay stay;
    stay.referredOn = QDate(2026, 9, 1);
    const qint64 logSize = QFileInfo(hostel.path + u"-wal"_s).size();
    int refused = 0;
    for (int extra = 0; extra < 40'000; extra += 2'500) {
        const LimitedRoom limited(rlim_t(logSize + extra));
        const auto taken = hostel.services().people.takeIn(large, stay);
        if (taken)
            break;
        ++refused;
        const bool isSaid = taken.error().kind == ErrorKind::NoRoom || taken.error().kind == ErrorKind::Storage;
        CHECK(isSaid);
    }
    CHECK(refused > 0);
    need(hostel.services().people.takeIn(large, stay));
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    hostel.reopen();
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(need(hostel.hostel->problems()).isEmpty());
    CHECK(need(hostel.services().records.count(recordType<Person>())) == need(hostel.services().records.count(recordType<Stay>())));
}

TEST_CASE("A hostel that can't be made leaves no file behind")
{
    const QTemporaryDir folder;
    const SetClock clock(kNow);
    HostelFile::NewHostel wanted;
    wanted.house.name = u"Cairn Street"_s;
    wanted.managerName = kManager;
    wanted.password = kPassword;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = KeyCost::ForTests;
    const QString path = folder.filePath(u"new.keywork"_s);
    std::unique_ptr<OpenHostel> hostel;
    for (const rlim_t room : {rlim_t(1'000), rlim_t(70'000), rlim_t(100'000)}) {
        const LimitedRoom limited(room);
        CHECK_FALSE(bool(HostelFile::create(path, wanted, clock, hostel)));
    }
    CHECK_FALSE(QFileInfo::exists(path));
    CHECK_FALSE(QFileInfo::exists(path + u"-wal"_s));
    CHECK(bool(HostelFile::create(path, wanted, clock, hostel)));
    hostel.reset();
}
